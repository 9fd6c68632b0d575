"""Fills forms in Word by editing their XML, lets LibreOffice save them, and imports them.

The answers come from the dossier of `untoc demo`, with notes in Arabic, Chinese, Russian
and mixed directions. A field is found as docs/formats.md says: by the bookmark of its row
or table, and by the tag of its control. Nothing of this tool takes part in the filling.
"""

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
import zipfile
from pathlib import Path

UNTOC, SCRATCH = sys.argv[1], Path(sys.argv[2])
NOTES = [
    "تطبّق النيابة العامة المادة 12 (أ) من القانون رقم 64/2010.",
    "صدر التقرير السنوي (Annual Report 2023) باللغتين.\nسطر ثانٍ",
    "主管机关自2016年起执行该法律。",
    "Закон применяется прокуратурой с 2018 года.",
    "=HYPERLINK(\"http://example.org\") & <tags>",
]
PARTS = ("value", "no_answer", "reason", "elsewhere", "note")
BESIDE = {"no_answer": 2, "reason": 3, "note": 4}
SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
}
for prefix, uri in SPACES.items():
    ET.register_namespace(prefix, uri)
W = "{%s}" % SPACES["w"]
W14 = "{%s}" % SPACES["w14"]


def run(*arguments, cwd=None):
    environment = {**os.environ, "UNTOC_NOW": "2026-11-24T10:00:00Z"}
    done = subprocess.run(
        [UNTOC, *arguments], cwd=cwd, env=environment, capture_output=True, text=True
    )
    if done.returncode > 1:
        sys.exit(f"untoc {' '.join(arguments)}: {done.stdout}{done.stderr}")
    return done.stdout


def write(cell, text):
    """Types a text into a plain cell, a paragraph for each line."""
    first = cell.find(f"{W}p")
    for number, line in enumerate(str(text).split("\n")):
        paragraph = first if number == 0 else ET.SubElement(cell, f"{W}p")
        run_of = ET.SubElement(paragraph, f"{W}r")
        typed = ET.SubElement(run_of, f"{W}t")
        typed.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        typed.text = line


def control(cell, said):
    """Chooses from the list in a cell, or gives its date; returns False without one."""
    found = cell.find(f".//{W}sdt")
    if found is None:
        return False
    for item in found.iter(f"{W}listItem"):
        if item.get(f"{W}value") == said:
            said = item.get(f"{W}displayText")
    properties = found.find(f"{W}sdtPr")
    shown = properties.find(f"{W}showingPlcHdr")
    if shown is not None:
        properties.remove(shown)
    texts = list(found.iter(f"{W}t"))
    texts[0].text = said
    for style in list(found.iter(f"{W}rPr")):
        style.clear()
    return True


def put(cell, said):
    if isinstance(said, list):
        said = "; ".join(said)
    if not control(cell, str(said)):
        write(cell, said)


def tick(cell, codes):
    for box in cell.iter(f"{W}sdt"):
        tag = box.find(f"{W}sdtPr/{W}tag").get(f"{W}val")
        if tag.rsplit("/", 1)[1] in codes:
            box.find(f".//{W14}checked").set(f"{W14}val", "1")
            next(box.iter(f"{W}t")).text = "☒"


def fill(path, answers):
    """Fills the form and returns what was filled in."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    document = ET.fromstring(parts["word/document.xml"])
    rows, tables = {}, {}
    for table in document.iter(f"{W}tbl"):
        for row in table.findall(f"{W}tr"):
            for mark in row.iter(f"{W}bookmarkStart"):
                kind, name = mark.get(f"{W}name").split("_", 1)
                if kind == "q":
                    rows[name.replace("_", "-")] = row
                else:
                    tables[kind, name.replace("_", "-")] = table
    reviewed = [table for (kind, _), table in tables.items() if kind == "e"]
    spare = iter(reviewed[0].findall(f"{W}tr")[1:])
    filled = {}
    for id, entry in answers.items():
        if id not in rows:
            continue
        cells = rows[id].findall(f"{W}tc")
        kept = {key: entry[key] for key in PARTS if key in entry}
        value = entry.get("value")
        if isinstance(value, list) and value and isinstance(value[0], dict):
            empty = tables["t", id].findall(f"{W}tr")[1:]
            keys = [column["key"] for column in json.loads(
                run("questions", id, "--format", "json", cwd=SCRATCH / "demo"))["columns"]]
            for row, record in zip(empty, value):
                for key, said in record.items():
                    put(row.findall(f"{W}tc")[keys.index(key) + 1], said)
            kept["value"] = value[: len(empty)]
        elif isinstance(value, list):
            tick(cells[1], value)
        elif value is not None:
            put(cells[1], value)
        for key, at in BESIDE.items():
            if key in entry:
                put(cells[at], entry[key])
        if "elsewhere" in entry:
            row = next(spare).findall(f"{W}tc")
            write(row[0], id)
            for at, key in enumerate(("reference", "date", "changes"), 1):
                write(row[at], entry["elsewhere"].get(key, ""))
        filled[id] = kept
    parts["word/document.xml"] = ET.tostring(document, encoding="utf-8", xml_declaration=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return filled


def convert(path, kind):
    """Lets LibreOffice open the file and save it."""
    folder = SCRATCH / f"saved-{kind}"
    folder.mkdir(exist_ok=True)
    home = f"-env:UserInstallation=file://{SCRATCH}/profile"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", kind, "--outdir", folder, path],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{path.stem}.{kind}"


def dossier(name):
    folder = SCRATCH / name
    run("init", str(folder), "--state", "XXA", "--instruments", "untoc,tip", "--clusters", "1")
    (folder / "laws.json").write_text((SCRATCH / "demo" / "laws.json").read_text())
    return folder


def imported(questionnaire, path, name):
    """Imports the file into a dossier without answers and returns its answers."""
    folder = dossier(name)
    said = run("import", str(path), cwd=folder)
    stored = folder / "responses" / f"{questionnaire}.json"
    answers = json.loads(stored.read_text())["answers"]
    if not answers:
        sys.exit(f"{path.name}: nothing came back\n{said}")
    return {
        id: {key: entry[key] for key in PARTS if key in entry}
        for id, entry in answers.items()
        if any(key in entry for key in PARTS)
    }


def check(questionnaire, demo):
    response = json.loads((demo / "responses" / f"{questionnaire}.json").read_text())
    answers = response["answers"]
    for number, entry in enumerate(answers.values()):
        entry["note"] = NOTES[number % len(NOTES)]
    form = SCRATCH / f"{questionnaire}.docx"
    options = ["export", "--to", "docx", "--blank", "--questionnaire", questionnaire]
    run(*options, "--output", str(form), cwd=dossier(f"empty-{questionnaire}"))
    filled = fill(form, answers)
    for at, path in enumerate([form, convert(form, "docx")]):
        back = imported(questionnaire, path, f"back-{questionnaire}-{at}")
        wrong = [id for id in filled if back.get(id) != filled[id]]
        wrong += [id for id in back if id not in filled]
        for id in wrong[:5]:
            print(f"{path}: {id}\n  filled in: {filled.get(id)}\n  came back: {back.get(id)}")
        if wrong:
            sys.exit(f"{path}: {len(wrong)} of {len(filled)} answers differ")
    pages = convert(form, "pdf")
    if pages.stat().st_size < 10_000:
        sys.exit(f"{pages}: too small for a form")
    print(f"{questionnaire}: {len(filled)} answers came back from Word's XML and LibreOffice")


def main():
    run("demo", "demo", cwd=SCRATCH)
    demo = SCRATCH / "demo"
    for stored in sorted((demo / "responses").glob("*.json")):
        check(stored.stem, demo)


main()
