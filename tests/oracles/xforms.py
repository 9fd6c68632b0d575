"""Turns the XLSForms of cases into XForms with pyxform.

    python xforms.py DIR VALIDATE

DIR is as written by `oracles surveys DIR`. The first VALIDATE forms also go through ODK
Validate: `xls2xform --json` must say code 100, which means not even a warning. Prints a
line for every form that pyxform or ODK Validate does not like.
"""

import json
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

from pyxform.xls2xform import convert


def judged(book: pathlib.Path) -> dict | None:
    """Converts a form with everything that pyxform has to say about it."""
    target = book.with_suffix(".xform.xml")
    command = [pathlib.Path(sys.executable).with_name("xls2xform"), "--json", book, target]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        answer = json.loads(done.stdout.strip() or done.stderr.strip())
    except json.JSONDecodeError:
        answer = {"code": None, "message": done.stdout + done.stderr}
    if answer.get("code") == 100 and target.exists():
        return None
    return complaint(book, f"{answer.get('message')} {answer.get('warnings', '')}")


def converted(book: pathlib.Path) -> dict | None:
    """Converts a form in this process, which takes no second."""
    try:
        result = convert(xlsform=book, validate=False)
    except Exception as error:  # pyxform raises many kinds; each is a complaint
        return complaint(book, str(error))
    book.with_suffix(".xform.xml").write_text(result.xform, encoding="utf-8")
    return complaint(book, str(result.warnings)) if result.warnings else None


def complaint(book: pathlib.Path, text: str) -> dict:
    expected = json.loads(book.with_suffix(".expected.json").read_text(encoding="utf-8"))
    return {
        "engine": "pyxform",
        "number": book.stem,
        "name": expected["name"],
        "complaints": [text[:2000]],
    }


def main() -> int:
    folder, validate = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    books = sorted(folder.glob("*.xlsx"))
    with ThreadPoolExecutor(max_workers=2) as pool:
        complaints = list(pool.map(judged, books[:validate]))
    complaints += [converted(book) for book in books[validate:]]
    complaints = [found for found in complaints if found]
    for found in complaints:
        print(json.dumps(found))
    print(
        f"pyxform: converted {len(books)} forms, "
        f"{min(validate, len(books))} of them through ODK Validate",
        file=sys.stderr,
    )
    return 1 if complaints or not books else 0


if __name__ == "__main__":
    sys.exit(main())
