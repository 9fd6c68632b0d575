"""Fills forms in Excel with openpyxl, lets LibreOffice save them, and imports them.

The answers come from the dossier of `untoc demo`, with notes in Arabic, Chinese, Russian
and mixed directions. The form is filled by what a person sees and by what docs/formats.md
says: tags in the first column, labels of the lists, x for ticks.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl

UNTOC, SCRATCH = sys.argv[1], Path(sys.argv[2])
NOTES = [
    "تطبّق النيابة العامة المادة 12 (أ) من القانون رقم 64/2010.",
    "صدر التقرير السنوي (Annual Report 2023) باللغتين.\nسطر ثانٍ",
    "主管机关自2016年起执行该法律。",
    "Закон применяется прокуратурой с 2018 года.",
    "=HYPERLINK(\"http://example.org\")",
    "@SUM(A1)",
    "+1 and -2",
    "  two blanks before, a tab\tinside",
]
PARTS = ("value", "no_answer", "reason", "elsewhere", "note")


def run(*arguments, cwd=None):
    environment = {**os.environ, "UNTOC_NOW": "2026-11-24T10:00:00Z"}
    done = subprocess.run(
        [UNTOC, *arguments], cwd=cwd, env=environment, capture_output=True, text=True
    )
    if done.returncode > 1:
        sys.exit(f"untoc {' '.join(arguments)}: {done.stdout}{done.stderr}")
    return done.stdout


def labels(book):
    """What people read for each code, by question and field."""
    lists = {}
    sheet = book["_lists"]
    for column in range(1, sheet.max_column + 1, 2):
        name = sheet.cell(1, column).value
        pairs = {}
        for row in range(2, sheet.max_row + 1):
            label, code = sheet.cell(row, column).value, sheet.cell(row, column + 1).value
            if label is not None:
                pairs[code] = label
        lists[name] = pairs
    fields = {}
    for question, field, name, _ in book["_fields"].iter_rows(min_row=2, max_col=4, values_only=True):
        if name:
            fields[(question, field)] = lists[name]
    return fields


def tags(book):
    """Where each tag stands: sheet and row."""
    found = {}
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            for (tag,) in sheet.iter_rows(max_col=1, values_only=False):
                if isinstance(tag.value, str):
                    found.setdefault(tag.value, (sheet, tag.row))
    return found


def fill(path, answers):
    """Fills the form and returns what was filled in."""
    book = openpyxl.load_workbook(path)
    fields, places = labels(book), tags(book)
    filled = {}

    def put(sheet, row, column, value):
        cell = sheet.cell(row, column)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"

    for id, entry in answers.items():
        if id not in places:
            continue
        sheet, row = places[id]
        parts = sheet[1]
        columns = {cell.value: cell.column for cell in parts if cell.value}
        flat = {key: entry[key] for key in ("no_answer", "reason", "note") if key in entry}
        for key, value in entry.get("elsewhere", {}).items():
            flat[f"elsewhere_{key}"] = value
        value = entry.get("value")
        kept = {key: entry[key] for key in PARTS if key in entry}
        if isinstance(value, list) and value and isinstance(value[0], dict):
            rows = [row for row in value if f"{id} #{value.index(row) + 1}" in places]
            head_sheet, head = places[f"{id} #"]
            headings = {}
            for question, field, _, text in book["_fields"].iter_rows(min_row=2, max_col=4, values_only=True):
                if question == id and text:
                    headings[text] = field
            keys = {
                headings[cell.value]: cell.column
                for cell in head_sheet[head]
                if cell.value in headings
            }
            for number, record in enumerate(rows, 1):
                at_sheet, at = places[f"{id} #{number}"]
                for key, said in record.items():
                    if isinstance(said, list):
                        said = "; ".join(said)
                    else:
                        said = fields.get((id, key), {}).get(said, said)
                    put(at_sheet, at, keys[key], said)
            kept["value"] = rows
        elif isinstance(value, list):
            for code in value:
                at_sheet, at = places[f"{id}: {code}"]
                put(at_sheet, at, columns["value"], "x")
        elif value is not None:
            flat["value"] = value
        for key, said in flat.items():
            known = fields.get((id, key)) or fields.get((None, key)) or {}
            put(sheet, row, columns[key], known.get(said, said))
        filled[id] = kept
    book.save(path)
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


def imported(questionnaire, path, name):
    """Imports the file into a dossier without answers and returns its answers."""
    dossier = SCRATCH / name
    run("init", str(dossier), "--state", "XXA", "--instruments", "untoc,tip", "--clusters", "1")
    laws = (SCRATCH / "demo" / "laws.json").read_text()
    (dossier / "laws.json").write_text(laws)
    said = run("import", str(path), cwd=dossier)
    stored = dossier / "responses" / f"{questionnaire}.json"
    if not stored.exists():
        sys.exit(f"{path.name}: nothing came back\n{said}")
    answers = json.loads(stored.read_text())["answers"]
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
    empty = SCRATCH / f"empty-{questionnaire}"
    run("init", str(empty), "--state", "XXA", "--instruments", "untoc,tip", "--clusters", "1")
    (empty / "laws.json").write_text((demo / "laws.json").read_text())
    form = SCRATCH / f"{questionnaire}.xlsx"
    options = ["export", "--to", "xlsx", "--blank", "--questionnaire", questionnaire]
    run(*options, "--output", str(form), cwd=empty)
    filled = fill(form, answers)
    files = [form, convert(form, "xlsx"), convert(form, "ods")]
    for at, path in enumerate(files):
        back = imported(questionnaire, path, f"back-{questionnaire}-{at}")
        wrong = [id for id in filled if back.get(id) != filled[id]]
        wrong += [id for id in back if id not in filled]
        for id in wrong[:5]:
            print(f"{path}: {id}\n  filled in: {filled.get(id)}\n  came back: {back.get(id)}")
        if wrong:
            sys.exit(f"{path.name}: {len(wrong)} of {len(filled)} answers differ")
    pages = convert(form, "pdf")
    if pages.stat().st_size < 10_000:
        sys.exit(f"{pages}: too small for a form")
    print(f"{questionnaire}: {len(filled)} answers came back from openpyxl and LibreOffice")


def main():
    run("demo", "demo", cwd=SCRATCH)
    demo = SCRATCH / "demo"
    for stored in sorted((demo / "responses").glob("*.json")):
        check(stored.stem, demo)


main()
