"""Hands hostile Word, Excel, OpenDocument, CSV, HTML and JSON files to `untoc import`.

    documents.py BINARY

Each must be refused or read with a finding, in less than a second and 100 MB. The time is
that of the processor, in the best of three runs, so that a busy machine fails nothing.
"""

import io
import os
import random
import subprocess
import sys
import tempfile
import time
import warnings
import zipfile
import zlib

# What a reader may pass over: it opens only what it knows, by its exact name.
HARMLESS = ("capitals.xlsx", "nested.docx")
SECONDS_MOST = 1.0
MEMORY_MOST = 100 * 1000 * 1000
PATIENCE = 60
DTD = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">%s]>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def parts_of(path):
    """Returns the parts of a zip file."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts, more=()):
    """Packs parts, and further entries that may have the same names."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in [*parts.items(), *more]:
            archive.writestr(name, content)
    return kept.getvalue()


def streamed(name, pieces, parts):
    """Packs parts of which one is too large to hold in memory."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for other, content in parts.items():
            if other != name:
                archive.writestr(other, content)
        with archive.open(name, "w", force_zip64=True) as part:
            for piece in pieces:
                part.write(piece)
    return kept.getvalue()


def with_text(parts, name, change):
    """Packs parts with one changed."""
    return packed({**parts, name: change(parts[name].decode()).encode()})


def entities(text):
    """Puts a document type with nested entities before the first element."""
    names = "abcdefghij"
    nested = "".join(
        f'<!ENTITY {after} "{f"&{before};" * 10}">'
        for before, after in zip(names[1:], names[2:])
    )
    head, rest = text.split("?>", 1) if "?>" in text else ("<?xml version='1.0'", text)
    return f"{head}?>{DTD % nested}{rest}"


def sized(archive_bytes, size):
    """Says in every header that an entry is small, whatever it holds."""
    data = bytearray(archive_bytes)
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = data.find(mark)
        while place >= 0:
            data[place + at : place + at + 4] = size.to_bytes(4, "little")
            place = data.find(mark, place + 4)
    return bytes(data)


def repeated(piece, count, head, tail):
    """Yields a long text in pieces."""
    yield head
    block = piece * 1000
    for _ in range(count // 1000):
        yield block
    yield tail


def word_cases(parts):
    """Yields hostile Word documents."""
    body = "word/document.xml"
    text = parts[body].decode()
    head, tail = text[: text.index("<w:body>") + 8], "</w:body></w:document>"
    bomb = repeated(b"<w:p/>", 200_000_000 // 6, head.encode(), tail.encode())
    yield "bomb", streamed(body, bomb, parts)
    yield "bomb that lies about its size", sized(
        streamed(body, repeated(b" " * 1000, 100_000, head.encode(), tail.encode()), parts),
        1000,
    )
    row = "<w:tr><w:tc><w:p><w:r><w:t>untoc-5-q1</w:t></w:r></w:p></w:tc></w:tr>"
    rows = repeated(row.encode(), 1_000_000, (head + "<w:tbl>").encode(), ("</w:tbl>" + tail).encode())
    yield "a million rows", streamed(body, rows, parts)
    yield "20,000 rows", with_text(
        parts, body, lambda _: head + "<w:tbl>" + row * 20_000 + "</w:tbl>" + tail
    )
    deep = 200_000
    nest = "<w:tbl><w:tr><w:tc>" * deep + "</w:tc></w:tr></w:tbl>" * deep
    yield "deep nesting", with_text(parts, body, lambda _: head + nest + tail)
    chance = random.Random(1)
    # What does not pack well passes the first gate.
    for name, count in (("rows of noise", 150_000), ("few rows of noise", 20_000)):
        said = "".join(
            row.replace("q1", f"q{chance.getrandbits(90):x}") for _ in range(count)
        )
        yield name, with_text(
            parts, body, lambda _, said=said: head + "<w:tbl>" + said + "</w:tbl>" + tail
        )
    nest = "".join(f"<w:tbl><w:tr><w:tc x='{chance.getrandbits(90):x}'>" for _ in range(50_000))
    yield "deep nesting of noise", with_text(
        parts, body, lambda _: head + nest + "</w:tc></w:tr></w:tbl>" * 50_000 + tail
    )
    yield "entities", with_text(parts, body, entities)
    outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd">'
    yield "outside document type", with_text(
        parts, body, lambda text: text.replace("?>", f"?>{outside}", 1)
    )
    yield "macros", packed({**parts, "word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    relation = (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="r" TargetMode="External" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'attachedTemplate" Target="http://example.org/x.dotm"/></Relationships>'
    )
    yield "outside template", packed({**parts, "word/_rels/settings.xml.rels": relation})
    yield "long attribute", with_text(
        parts, body, lambda _: head + f'<w:p w:x="{"x" * 20_000_000}"/>' + tail
    )
    yield "many attributes", with_text(
        parts, body, lambda _: head + "<w:p " + " ".join(f'a{n}=""' for n in range(200_000)) + "/>" + tail
    )


def excel_cases(parts):
    """Yields hostile workbooks."""
    sheet = "xl/worksheets/sheet2.xml"
    head = f'<?xml version="1.0"?><worksheet xmlns="{SHEET}"><sheetData>'
    tail = "</sheetData></worksheet>"

    def rows(count):
        yield head.encode()
        for number in range(1, count + 1):
            yield f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>untoc-5-q1</t></is></c></row>'.encode()
        yield tail.encode()

    yield "a million rows", streamed(sheet, rows(1_000_000), parts)
    def noise(count):
        chance = random.Random(2)
        yield head.encode()
        for number in range(1, count + 1):
            tag = f"untoc-5-q{chance.getrandbits(90):x}"
            yield f'<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{tag}</t></is></c></row>'.encode()
        yield tail.encode()

    yield "rows of noise", streamed(sheet, noise(1_000_000), parts)
    yield "few rows of noise", streamed(sheet, noise(150_000), parts)
    yield "a million empty rows", streamed(
        sheet, repeated(b"<row/>", 1_000_000, head.encode(), tail.encode()), parts
    )
    yield "100,000 rows", streamed(sheet, rows(100_000), parts)
    yield "bomb", streamed(
        sheet, repeated(b" " * 1000, 300_000, head.encode(), tail.encode()), parts
    )
    yield "bomb of shared strings", streamed(
        "xl/sharedStrings.xml",
        repeated(b"<si><t>x</t></si>", 10_000_000, f'<sst xmlns="{SHEET}">'.encode(), b"</sst>"),
        parts,
    )
    yield "deep nesting", with_text(
        parts, sheet, lambda _: head + "<row><c><is>" * 200_000 + tail
    )
    yield "entities", with_text(parts, sheet, entities)
    yield "macros", packed({**parts, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    yield "outside links", packed(
        {**parts, "xl/externalLinks/externalLink1.xml": "<externalLink/>"}
    )
    merged = '<mergeCells>' + '<mergeCell ref="B1:XFD1048576"/>' * 100_000 + '</mergeCells>'
    yield "merged cells", with_text(
        parts, sheet, lambda text: text.replace("</sheetData>", "</sheetData>" + merged)
    )


def other_cases(word, excel):
    """Yields what hides in zip files, and files of other kinds."""
    yield "paths.docx", packed(word, [("../../../../tmp/untoc-was-here", b"x"), ("/etc/x", b"x"), ("C:\\x", b"x")])
    yield "doubles.docx", packed(word, [("word/document.xml", b"<x/>")])
    yield "capitals.xlsx", packed(excel, [("XL/Workbook.xml", b"<x/>")])
    yield "entries.docx", packed(word, [(f"x{n}", b"") for n in range(100_000)])
    nested = packed({"a": zlib.compress(b"\0" * 50_000_000)})
    yield "nested.docx", packed({**word, "word/embeddings/a.zip": nested})
    yield "torn.docx", packed(word)[:-200]
    yield "torn.xlsx", packed(excel)[: len(packed(excel)) // 2]
    table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    row = (
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        'table:number-columns-repeated="16384"><text:p>untoc-5-q1</text:p>'
        "</table:table-cell></table:table-row>"
    )
    content = (
        f'<office:document-content xmlns:office="{office}" xmlns:table="{table}" '
        f'xmlns:text="{text}"><office:body><office:spreadsheet><table:table '
        f'table:name="a">{row}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )
    kind = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = "<manifest/>"
    yield "repeated.ods", packed(
        {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}
    )
    yield "rows.csv", b"question,value,note\r\n" + b"untoc-5-q1,yes,\r\n" * 1_000_000
    yield "columns.csv", b"question,value" + b",x" * 1_000_000 + b"\r\n"
    yield "cell.csv", b'question,value\r\nuntoc-5-q1,"' + b"x" * 30_000_000
    yield "page.html", b"<html>" + b"<div>" * 5_000_000
    yield "deep.json", b'{"a":' * 1_000_000
    fields = b",".join(b'"x%d":""' % n for n in range(500_000))
    yield "fields.json", (
        b'{"format":"untoc-form-answers/1","form":"form-0","state":"XXA","language":"en",'
        b'"questionnaires":{},"fields":{' + fields + b"}}"
    )
    yield "old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 20_000_000


def run(binary, dossier, path):
    """Imports a file; returns exit code, what was said, seconds and bytes of memory."""
    with tempfile.TemporaryFile() as said:
        started = time.monotonic()
        process = subprocess.Popen(
            [binary, "--dossier", dossier, "import", path, "--dry-run"],
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            env={**os.environ, "UNTOC_NOW": "2026-11-24T10:00:00Z"},
        )
        deadline = started + PATIENCE
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > deadline:
                process.kill()
            time.sleep(0.005)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = usage.ru_utime + usage.ru_stime
        said.seek(0)
        text = said.read().decode(errors="replace")
    return process.returncode, text, seconds, usage.ru_maxrss * 1024


def make(binary, folder):
    """Makes a dossier and the hostile files. This is a process of its own: the memory of a
    program that starts another one is counted as the other's."""
    dossier = os.path.join(folder, "dossier")

    def untoc(*arguments):
        subprocess.run([binary, *arguments], check=True, capture_output=True)

    untoc("demo", dossier)
    forms = {}
    for kind in ("docx", "xlsx"):
        path = os.path.join(folder, f"form.{kind}")
        untoc(
            "--dossier", dossier, "export", "--to", kind, "--questionnaire",
            "untoc-cluster-1", "--section", "untoc-5", "--output", path,
        )
        forms[kind] = parts_of(path)
    word, excel = forms["docx"], forms["xlsx"]
    warnings.simplefilter("ignore")
    os.mkdir(os.path.join(folder, "files"))
    for name, data in [
        *((f"{name}.docx", data) for name, data in word_cases(word)),
        *((f"{name}.xlsx", data) for name, data in excel_cases(excel)),
        *other_cases(word, excel),
    ]:
        with open(os.path.join(folder, "files", name), "wb") as file:
            file.write(data)


def faults(name, code, said, seconds, memory):
    """Returns what is not as it must be."""
    if code not in (0, 1, 2):
        yield f"exit {code}"
    found = any(word in said for word in ("error", "warning", "note"))
    if not found and name not in HARMLESS:
        yield "no finding"
    if seconds > SECONDS_MOST:
        yield "too slow"
    if memory > MEMORY_MOST:
        yield "too much memory"


def main():
    """Runs every case, and says how each ended."""
    binary = os.path.abspath(sys.argv[1])
    bad, slowest, largest = 0, 0.0, 0
    with tempfile.TemporaryDirectory(prefix="untoc-documents-") as folder:
        subprocess.run([sys.executable, __file__, binary, "--make", folder], check=True)
        files = os.path.join(folder, "files")
        for name in sorted(os.listdir(files)):
            path = os.path.join(files, name)
            size = os.path.getsize(path)
            seconds = PATIENCE
            for _ in range(3):
                code, said, took, memory = run(binary, os.path.join(folder, "dossier"), path)
                seconds = min(seconds, took)
                if seconds < SECONDS_MOST / 2:
                    break
            wrong = list(faults(name, code, said, seconds, memory))
            slowest, largest = max(slowest, seconds), max(largest, memory)
            verdict = f"BAD: {', '.join(wrong)}: {said[:300]}" if wrong else "good"
            print(
                f"hostile documents: {name} ({size / 1e6:.1f} MB): {seconds:.2f} s, "
                f"{memory / 1e6:.0f} MB, exit {code}; {verdict}",
                flush=True,
            )
            bad += bool(wrong)
    print(f"hostile documents: at most {slowest:.2f} s and {largest / 1e6:.0f} MB")
    return 1 if bad else 0


if __name__ == "__main__":
    if sys.argv[2:3] == ["--make"]:
        make(sys.argv[1], sys.argv[3])
    else:
        sys.exit(main())
