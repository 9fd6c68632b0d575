"""Starts the generator and the engines, each in a process of its own.

Every function that asks an engine takes a folder and returns the differences that the
engine's driver printed, one dictionary each. An engine that breaks down ends the run.
"""

import json
import os
import pathlib
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TOOLS = pathlib.Path(os.environ["UNTOC_ORACLES"])
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
GENERATOR = TARGET / "debug" / "examples" / "oracles"
UNTOC = TARGET / "debug" / "untoc"


def generate(*arguments: object, given: str = "") -> str:
    """Runs the generator and returns what it prints."""
    command = [str(GENERATOR), *map(str, arguments)]
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"oracles: {' '.join(command)}: {done.stderr}")
    return done.stdout


def ask(command: list, quiet: bool) -> list[dict]:
    """Runs a driver in the folder of the npm packages."""
    # A driver says by exit 1 that it judged nothing or that an engine broke down; in the
    # second case it also prints a line, so that only the first one is left.
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        check=False,
        cwd=TOOLS / "npm",
    )
    lines = [json.loads(line) for line in done.stdout.split("\n") if line.strip()]
    if done.returncode != 0 and not lines:
        sys.exit(f"oracles: {command[1]} broke down (exit {done.returncode}): {done.stderr}")
    if not quiet:
        sys.stderr.write(f"  {done.stderr.strip()}\n")
    return lines


PYTHON = TOOLS / "venv" / "bin" / "python"


def surveyjs(folder: pathlib.Path, quiet: bool = False) -> list[dict]:
    return ask(["node", HERE / "survey-core.mjs", folder], quiet)


def pyxform(folder: pathlib.Path, validate: int = 0, quiet: bool = False) -> list[dict]:
    return ask([PYTHON, HERE / "xforms.py", folder, validate], quiet)


def odk(folder: pathlib.Path, quiet: bool = False) -> list[dict]:
    return ask(["node", HERE / "odk.mjs", folder], quiet)


def ajv(folder: pathlib.Path, quiet: bool = False) -> list[dict]:
    return ask(["node", HERE / "ajv.mjs", folder], quiet)


def jsonschema(folder: pathlib.Path, quiet: bool = False) -> list[dict]:
    return ask([PYTHON, HERE / "validators.py", "jsonschema", folder], quiet)


def blaze(folder: pathlib.Path, sample: int, quiet: bool = False) -> list[dict]:
    command = TOOLS / "npm" / "node_modules" / ".bin" / "jsonschema"
    return ask([PYTHON, HERE / "validators.py", "blaze", folder, sample, command], quiet)


def together(*jobs) -> list[dict]:
    """Runs some of the functions above at the same time."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        parts = [pool.submit(job) for job in jobs]
        return [each for part in parts for each in part.result()]
