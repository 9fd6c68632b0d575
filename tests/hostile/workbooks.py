"""Workbooks that would fill the memory, and large ones that are in order.

    workbooks.py BINARY [SEED]     makes each, checks it, and prints what it took

Invented and seeded: the same seed makes the same files. hostile.py runs the same.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile

# Within these a workbook is refused.
SECONDS_MOST = 1.0
MEMORY_MOST = 100 * 1000 * 1000

BOOK = '<workbook xmlns:r="r"><sheets><sheet name="Cases" r:id="rId1"/></sheets></workbook>'
RELS = (
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'
)


def write_zip(path, parts):
    """Writes a zip file; a part is a text or pieces of one."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name, pieces in parts.items():
            with packed.open(name, "w") as part:
                for piece in [pieces] if isinstance(pieces, str) else pieces:
                    part.write(piece.encode())


def xlsx(path, sheet, **parts):
    """Writes a workbook of Excel."""
    names = {"strings": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
    more = {names[name]: pieces for name, pieces in parts.items() if name in names}
    write_zip(
        path,
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": parts.get("book", BOOK),
            "xl/_rels/workbook.xml.rels": RELS,
            "xl/worksheets/sheet1.xml": sheet,
            **more,
        },
    )


def ods(path, rows):
    """Writes a workbook of LibreOffice."""
    head = '<d xmlns:t="t"><spreadsheet><t:table t:name="Data">'
    tail = "</t:table></spreadsheet></d>"
    rows = [rows] if isinstance(rows, str) else rows
    write_zip(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": (piece for part in ([head], rows, [tail]) for piece in part),
        },
    )


def sheet(rows, dimension="A1:B2"):
    """Returns the pieces of a sheet of Excel."""
    yield f'<worksheet><dimension ref="{dimension}"/><sheetData>'
    yield from [rows] if isinstance(rows, str) else rows
    yield "</sheetData></worksheet>"


def numbers(chance, count, form):
    """Returns pieces of so many short texts that hardly repeat, each in a form."""
    for _ in range(count // 10_000):
        texts = chance.randbytes(30_000).hex()
        yield "".join(form.format(texts[at : at + 6]) for at in range(0, 60_000, 6))


EMPTY = "<worksheet><sheetData/></worksheet>"
FAR = '<row r="{0}"><c r="XFD{0}"><v>1</v></c></row>'
MANY = '<t:table-row number-rows-repeated="{0}"><t:table-cell number-columns-repeated="{1}" value-type="float" value="1"/></t:table-row>'
FLOAT = '<t:table-cell value-type="float" value="{0}"/>'
STRING = '<t:table-row><t:table-cell value-type="string">{0}</t:table-cell></t:table-row>'


def paragraphs(chance):
    """Returns the pieces of one cell of 40 MB."""
    before, after = STRING.split("{0}")
    yield before
    yield from numbers(chance, 3_000_000, "<p>{0}</p>")
    yield after


def cells(chance):
    """Returns the pieces of one row of three million cells."""
    yield "<t:table-row>"
    yield from numbers(chance, 3_000_000, FLOAT)
    yield "</t:table-row>"


def long_text(chance):
    """Returns the pieces of one text of 60 MB."""
    yield '<row r="1"><c r="A1" t="inlineStr"><is><t>'
    yield from numbers(chance, 10_000_000, "{0}")
    yield "</t></is></c></row>"


def wrapped(before, pieces, after):
    """Returns pieces between two others."""
    yield before
    yield from pieces
    yield after


# Each makes a file that has to be refused.
TRAPS = {
    "declared cells, 17 billion, and one at the far end.xlsx": lambda path, _: xlsx(
        path,
        sheet('<row r="1"><c r="A1"><v>1</v></c></row>' + FAR.format(1048576), "A1:XFD1048576"),
    ),
    "a cell in the last column of every 300th row.xlsx": lambda path, _: xlsx(
        path, sheet("".join(FAR.format(row) for row in range(1, 1_048_576, 300)))
    ),
    "shared texts by the million.xlsx": lambda path, chance: xlsx(
        path,
        EMPTY,
        strings=wrapped(
            '<sst count="4000000000">',
            numbers(chance, 3_400_000, "<si><t>{0}</t></si>"),
            "</sst>",
        ),
    ),
    "shared texts of 200 MB.xlsx": lambda path, chance: xlsx(
        path,
        EMPTY,
        strings=wrapped(
            "<sst>", numbers(chance, 2_500_000, "<si><t>" + "{0} " * 11 + "</t></si>"), "</sst>"
        ),
    ),
    "shared texts packed 1,000 times.xlsx": lambda path, _: xlsx(
        path,
        EMPTY,
        strings=wrapped("<sst>", ("<si><t>aaaaaaaaaaaaaaaa</t></si>" * 10_000,) * 800, "</sst>"),
    ),
    "a sheet packed 1,000 times.xlsx": lambda path, _: xlsx(
        path, sheet(("<row><c><v>1</v></c></row>" * 10_000,) * 1_000)
    ),
    "one text of 60 MB.xlsx": lambda path, chance: xlsx(path, sheet(long_text(chance))),
    "styles by the million.xlsx": lambda path, chance: xlsx(
        path,
        EMPTY,
        styles=wrapped(
            "<styleSheet><cellXfs>",
            numbers(chance, 2_000_000, '<xf a="{0}"/>'),
            "</cellXfs></styleSheet>",
        ),
    ),
    "sheets by the hundred thousand.xlsx": lambda path, chance: xlsx(
        path,
        EMPTY,
        book=wrapped(
            "<workbook><sheets>",
            numbers(chance, 500_000, '<sheet name="{0}" id="r"/>'),
            "</sheets></workbook>",
        ),
    ),
    "one cell that says that it is 17 billion.ods": lambda path, _: ods(
        path, MANY.format(1048576, 16384)
    ),
    "a document packed 1,000 times.ods": lambda path, _: ods(
        path, (STRING.format("<p>a</p>") * 10_000,) * 200
    ),
    "a row of three million cells.ods": lambda path, chance: ods(path, cells(chance)),
    "a cell of 40 MB.ods": lambda path, chance: ods(path, paragraphs(chance)),
}


def large_xlsx(path, rows, chance):
    """Writes a sheet of so many rows of 40 cells that is in order: texts and numbers."""
    texts = ["yes", "no", "unknown", "ForcedLabour", "Servitude", "2019-04-05", "KEN", "UGA"]
    label = "".join(f'<c t="inlineStr"><is><t>field_{at}</t></is></c>' for at in range(40))

    def pieces():
        yield f'<row r="1">{label}</row>'
        # Whole rows are drawn from a few, with a number of their own in front.
        kept = []
        for _ in range(200):
            cells = [
                f'<c t="s"><v>{chance.randrange(8)}</v></c>'
                if chance.random() < 0.7
                else f"<c><v>{chance.randrange(100_000)}</v></c>"
                for _ in range(39)
            ]
            kept.append("".join(cells))
        for start in range(0, rows, 1000):
            yield "".join(
                f'<row r="{row + 2}"><c><v>{row}</v></c>{chance.choice(kept)}</row>'
                for row in range(start, min(start + 1000, rows))
            )

    strings = "".join(f"<si><t>{text}</t></si>" for text in texts)
    xlsx(path, sheet(pieces(), "A1:XFD1048576"), strings=f"<sst>{strings}</sst>")


def check(binary, path):
    """Checks a workbook; returns the codes, seconds, seconds of processor, and the peak."""
    command = [binary, "evidence", "check", path, "--no-privacy", "--format", "json"]
    with tempfile.TemporaryFile() as out:
        # A process of its own: its peak must not begin with ours.
        started = time.monotonic()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, _, usage = os.wait4(process.pid, 0)
        took = time.monotonic() - started
        process.returncode = 0
        out.seek(0)
        text = out.read().decode()
    work = usage.ru_utime + usage.ru_stime
    codes = [part.split('"')[1] for part in text.split('"code": ')[1:]]
    return codes, took, work, usage.ru_maxrss * 1024


def measure(binary, folder, seed, rows):
    """Makes and checks each; gives name, size, what came of it, seconds, and the peak."""
    for name, make in TRAPS.items():
        path = os.path.join(folder, name)
        make(path, random.Random(seed))
        codes, took, work, peak = check(binary, path)
        good = {"table-workbook-unreadable", "archive-limit"} & set(codes)
        fits = work <= SECONDS_MOST and peak <= MEMORY_MOST
        yield name, os.path.getsize(path), codes, took, work, peak, bool(good and fits)
        os.remove(path)
    name = f"{rows * 40:,} cells, in order.xlsx"
    path = os.path.join(folder, name)
    large_xlsx(path, rows, random.Random(seed))
    codes, took, work, peak = check(binary, path)
    bad = {"table-workbook-unreadable", "archive-limit", "table-row-short"} & set(codes)
    fits = peak <= MEMORY_MOST
    yield name, os.path.getsize(path), codes, took, work, peak, bool(not bad and fits)
    os.remove(path)


def main():
    """Prints a table, and fails where a limit is not kept."""
    binary, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    bad = 0
    print("| workbook | MB | finding | s | processor s | peak MB | |")
    print("| --- | ---: | --- | ---: | ---: | ---: | --- |")
    with tempfile.TemporaryDirectory(prefix="untoc-workbooks-") as folder:
        for name, size, codes, took, work, peak, good in measure(
            binary, folder, seed, 240_000
        ):
            bad += not good
            found = codes[0] if codes else "none"
            print(
                f"| {name} | {size / 1e6:.1f} | {found} | {took:.2f} | {work:.2f} "
                f"| {peak / 1e6:.0f} | {'' if good else 'BAD'} |",
                flush=True,
            )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
