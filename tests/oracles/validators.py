"""Asks PyPI's jsonschema, or Blaze, for its verdict on each document.

    python validators.py jsonschema DIR
    python validators.py blaze DIR SAMPLE COMMAND...

DIR is as written by `oracles documents SEED EACH DIR`. Blaze is the command of the npm
package @sourcemeta/jsonschema, started once for each of SAMPLE documents and level.
Prints a line for every document where the engine and untoc differ.
"""

import json
import pathlib
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

from jsonschema import Draft202012Validator

LEVELS = ("draft", "submission")


def expected_lines(folder: pathlib.Path) -> list[dict]:
    text = (folder / "expected.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.split("\n") if line]


def difference(engine: str, line: dict, level: str, theirs: bool, why: str) -> dict:
    return {
        "engine": engine,
        "file": line["file"],
        "level": level,
        "how": line["how"],
        "ours": line[level],
        "theirs": theirs,
        "why": why[:500],
    }


def by_jsonschema(folder: pathlib.Path, questionnaire: str) -> tuple[int, list[dict]]:
    """Judges the documents to one questionnaire."""
    judged, found = 0, []
    for level in LEVELS:
        path = folder / questionnaire / f"{level}.schema.json"
        schema = json.loads(path.read_text(encoding="utf-8"))
        Draft202012Validator.check_schema(schema)
        validator = Draft202012Validator(schema)
        for line in expected_lines(folder):
            if line["questionnaire"] != questionnaire:
                continue
            document = json.loads((folder / line["file"]).read_text(encoding="utf-8"))
            error = next(validator.iter_errors(document), None)
            judged += 1
            if (error is None) != line[level]:
                why = f"{error.json_path}: {error.message}" if error else ""
                found.append(difference("jsonschema", line, level, error is None, why))
    return judged, found


def by_blaze(folder: pathlib.Path, sample: int, command: list[str]) -> tuple[int, list[dict]]:
    """Judges every so many-th document, one start of the command for each level."""
    lines = expected_lines(folder)
    # A step that shares no factor with the ways of breaking reaches all of them.
    step = max(1, len(lines) // sample) | 1
    jobs = [(line, level) for line in lines[::step] for level in LEVELS]

    def judge(job: tuple[dict, str]) -> dict | None:
        line, level = job
        schema = folder / line["questionnaire"] / f"{level}.schema.json"
        done = subprocess.run(
            [*command, "validate", schema, folder / line["file"]],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode not in (0, 2):
            raise SystemExit(f"blaze: exit {done.returncode}: {done.stdout}{done.stderr}")
        theirs = done.returncode == 0
        if theirs == line[level]:
            return None
        return difference("blaze", line, level, theirs, done.stdout + done.stderr)

    with ThreadPoolExecutor(max_workers=2) as pool:
        found = list(pool.map(judge, jobs))
    return len(jobs), [each for each in found if each]


def main() -> int:
    engine, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    if engine == "blaze":
        judged, found = by_blaze(folder, int(sys.argv[3]), sys.argv[4:])
    else:
        questionnaires = sorted({line["questionnaire"] for line in expected_lines(folder)})
        with ProcessPoolExecutor(max_workers=2) as pool:
            parts = list(pool.map(by_jsonschema, [folder] * len(questionnaires), questionnaires))
        judged = sum(count for count, _ in parts)
        found = [each for _, part in parts for each in part]
    for each in found:
        print(json.dumps(each))
    print(f"{engine}: judged {judged} times", file=sys.stderr)
    return 0 if judged else 1


if __name__ == "__main__":
    sys.exit(main())
