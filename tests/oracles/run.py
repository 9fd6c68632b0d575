"""Compares untoc with other people's engines; started by run.sh, which see.

Prints each difference, makes the first ones small and keeps them as fixtures; exits 1 if
there is any.
"""

import argparse
import functools
import hashlib
import json
import pathlib
import resource
import sys
import tempfile
import time

import engines
import reports
import shrink

FIXTURES = engines.ROOT / "tests" / "fixtures" / "oracles"
SHRUNK = 3  # of each engine; the others go when these are mended, or come back

started = time.monotonic()


def heading(text: str) -> None:
    """Tells what comes next, after how much time and how much work of processors."""
    took = time.monotonic() - started
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = used.ru_utime + used.ru_stime
    print(f"[{took:4.0f} s, cpu {work:4.0f} s] {text}", file=sys.stderr, flush=True)


# --- Conditions ---------------------------------------------------------------------


def kept_cases() -> list[dict]:
    paths = sorted((FIXTURES / "conditions").glob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8")) for path in paths]


def write_surveys(cases: list[dict], folder: pathlib.Path) -> None:
    lines = "".join(json.dumps(case) + "\n" for case in cases)
    engines.generate("surveys", folder, given=lines)


def conditions(options: argparse.Namespace) -> list[dict]:
    heading("conditions: random trees and answers")
    kept = kept_cases()
    made = engines.generate(
        "conditions", options.seed, options.questionnaires, options.responses
    )
    cases = kept + [json.loads(line) for line in made.split("\n") if line]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_surveys(cases, folder)
        # The kept cases and the sixteen questionnaires stand first.
        validate = len(kept) + 16 + options.validate
        found = engines.together(
            functools.partial(engines.surveyjs, folder),
            functools.partial(engines.pyxform, folder, validate),
        )
        heading("conditions: ODK's engine in Chromium")
        found += engines.odk(folder)
    for engine in ("survey-core", "pyxform", "odk"):
        mine = [each for each in found if each["engine"] == engine]
        for difference in mine[:SHRUNK]:
            keep_case(cases[int(difference["number"])], difference)
    return found


def keep_case(case: dict, difference: dict) -> None:
    """Makes a counterexample small and keeps it."""
    if "embedded" in case["questionnaire"]:
        instrument, cluster = case["questionnaire"]["embedded"].split("-", 1)
        path = engines.ROOT / "questionnaires" / instrument / f"{cluster}.json"
        case = {**case, "questionnaire": {"own": json.loads(path.read_text("utf-8"))}}
    if "response" in difference:
        case = {**case, "responses": [case["responses"][difference["response"]]]}

    def fails(candidates: list[dict]) -> list[bool]:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            write_surveys(candidates, folder)
            found = []
            match difference["engine"]:
                case "survey-core":
                    found = engines.surveyjs(folder, quiet=True)
                case "pyxform":
                    found = engines.pyxform(folder, len(candidates), quiet=True)
                case "odk":
                    engines.pyxform(folder, quiet=True)
                    found = engines.odk(folder, quiet=True)
            # A crash of the engine is another fault than a difference.
            crash = "complaints" in difference
            failed = {int(f["number"]) for f in found if ("complaints" in f) == crash}
        return [at in failed for at in range(len(candidates))]

    heading(f"making a counterexample of {difference['engine']} small")
    small = shrink.shrink(case, shrink.smaller_cases, fails)
    keep_text("conditions", difference["engine"], json.dumps(small, indent=2) + "\n")


def keep_text(kind: str, engine: str, text: str) -> None:
    digest = hashlib.sha256(text.encode()).hexdigest()[:8]
    path = FIXTURES / kind / f"{engine}-{digest}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    print(f"kept {path.relative_to(engines.ROOT)}", file=sys.stderr)


# --- Documents ----------------------------------------------------------------------


def documents(options: argparse.Namespace) -> list[dict]:
    heading("documents: random responses under the derived schemas")
    found = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        kept = lay_out_kept(folder)
        if kept:
            found += all_validators(folder, 1000)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        engines.generate("documents", options.seed, options.documents, folder)
        schemas = sorted(folder.glob("*/*.schema.json"))
        found += reports.check_metaschema(schemas)
        found += all_validators(folder, options.blaze)
        heading("documents: done")
        for engine in ("ajv", "jsonschema", "blaze"):
            mine = [each for each in found if each["engine"] == engine and "file" in each]
            for difference in mine[:SHRUNK]:
                path = folder / difference["file"]
                if path.exists():
                    keep_document(path.read_text(encoding="utf-8"), difference)
    return found


def lay_out_kept(folder: pathlib.Path) -> int:
    """Lays the kept documents out as the generator does, and judges them."""
    lines = ""
    for path in sorted((FIXTURES / "documents").glob("*.json")):
        text = path.read_text(encoding="utf-8")
        questionnaire = json.loads(text)["questionnaire"]
        target = folder / questionnaire / path.name
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")
        line = {"questionnaire": questionnaire, "file": f"{questionnaire}/{path.name}"}
        lines += json.dumps({**line, "how": "kept"}) + "\n"
    engines.generate("judge", folder, given=lines)
    return lines.count("\n")


def all_validators(folder: pathlib.Path, sample: int) -> list[dict]:
    found = engines.together(
        functools.partial(engines.ajv, folder),
        functools.partial(engines.jsonschema, folder),
    )
    return found + engines.blaze(folder, sample)


def keep_document(text: str, difference: dict) -> None:
    """Makes a document small and keeps it."""
    questionnaire = difference["file"].split("/")[0]

    def fails(candidates: list[dict]) -> list[bool]:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / questionnaire).mkdir()
            lines = ""
            for at, candidate in enumerate(candidates):
                file = f"{questionnaire}/{at:04}.json"
                (folder / file).write_text(json.dumps(candidate), encoding="utf-8")
                line = {"questionnaire": questionnaire, "file": file, "how": "smaller"}
                lines += json.dumps(line) + "\n"
            engines.generate("judge", folder, given=lines)
            match difference["engine"]:
                case "ajv":
                    found = engines.ajv(folder, quiet=True)
                case "jsonschema":
                    found = engines.jsonschema(folder, quiet=True)
                case _:
                    found = engines.blaze(folder, len(candidates), quiet=True)
            failed = {f["file"] for f in found if "file" in f}
        files = [f"{questionnaire}/{at:04}.json" for at in range(len(candidates))]
        return [file in failed for file in files]

    heading(f"making a counterexample of {difference['engine']} small")
    # Where the fault is in how a number is written, only the text itself shows it.
    if fails([json.loads(text)]) == [True]:
        small = shrink.shrink(json.loads(text), shrink.smaller_documents, fails)
        text = json.dumps(small, indent=2, ensure_ascii=False) + "\n"
    keep_text("documents", difference["engine"], text)


# --- All ----------------------------------------------------------------------------


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--questionnaires", type=int, default=120, help="random ones")
    parser.add_argument("--responses", type=int, default=6, help="to each of them")
    parser.add_argument("--validate", type=int, default=8, help="random ones through ODK Validate")
    parser.add_argument("--documents", type=int, default=126, help="to each questionnaire")
    parser.add_argument("--blaze", type=int, default=50, help="documents that Blaze judges")
    parser.add_argument("--only", choices=["conditions", "documents", "reports"])
    options = parser.parse_args()
    found = []
    for name, oracle in [
        ("conditions", conditions),
        ("documents", documents),
        ("reports", reports.reports),
    ]:
        if options.only in (None, name):
            found += oracle(options)
    for difference in found[:20]:
        print(json.dumps(difference, ensure_ascii=False)[:3000])
    heading(f"{len(found)} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
