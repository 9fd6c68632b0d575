#!/usr/bin/env python3
"""Measures how fast responses are validated: ours, and other validators on the same files.

    tests/bench/validation.py                  1,000 responses, about five minutes
    tests/bench/validation.py --count 20000    the recorded figures (1.9 GB of files)
    tests/bench/validation.py --real --count 20000   the questionnaires of the binary
    tests/bench/validation.py --ratio          only the ratio that holds on any machine

It builds everything in release, makes the responses, and runs each tool in turn, so that
what disturbs one disturbs all. It fails if a tool finds other responses invalid than the
generator has broken. Nothing but Python's own library is needed; the other validators are
installed below target/bench-tools.
"""

import argparse
import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
TOOLS = TARGET / "bench-tools"
# A schema does not see a key that stands twice.
UNSEEN = {"key-duplicate"}
# So many files a process, for tools that keep all of them in memory.
PIECE = 1000

PYTHON_LOOP = """
import sys, orjson, jsonschema_rs
validator = jsonschema_rs.validator_for(orjson.loads(open(sys.argv[1], "rb").read()))
bad = 0
for path in sys.stdin.read().split("\\n"):
    with open(path, "rb") as file:
        data = file.read()
    try:
        good = validator.is_valid(orjson.loads(data))
    except orjson.JSONDecodeError:
        good = False
    bad += not good
print(bad)
"""


def run(command, **options):
    print("$", " ".join(map(str, command)), flush=True)
    subprocess.run(command, check=True, **options)


# Runs a command and tells what it used. It is a process of its own, since the peak of a
# process begins with that of the one that started it.
ONE = """
import json, os, resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.run(sys.argv[2:]).returncode
wall = time.perf_counter() - start
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as file:
    json.dump([wall, used.ru_utime + used.ru_stime, used.ru_maxrss], file)
"""


class Measured:
    """Runs processes and adds up what they used."""

    def __init__(self):
        self.wall = self.work = 0.0
        self.peak = 0
        self.text = ""

    def add(self, command, stdin=None):
        with tempfile.TemporaryFile() as out, tempfile.NamedTemporaryFile("r") as told:
            command = [sys.executable, "-S", "-c", ONE, told.name, *map(str, command)]
            # A session of its own: a tool that asks the terminal would be stopped otherwise.
            subprocess.run(command, input=(stdin or "").encode(), stdout=out,
                           stderr=subprocess.STDOUT, check=True, start_new_session=True)
            wall, work, peak = json.load(told)
            self.wall += wall
            self.work += work
            self.peak = max(self.peak, peak)
            out.seek(0)
            self.text += out.read().decode(errors="replace")
        return self


def pieces(files, size):
    return [files[at : at + size] for at in range(0, len(files), size)]


def untoc(data, _files, jobs):
    own = data / "questionnaires"
    command = [TARGET / "release/untoc"]
    command += ["--questionnaires", own] if own.exists() else []
    command += ["validate", "--isolated"]
    command += ["--level", "submission", "--format", "json", "--jobs", str(jobs)]
    measured = Measured().add([*command, data / "responses"])
    return measured, len(set(re.findall(r'"file": "([^"]+)"', measured.text)))


def cat(_data, files):
    # What it prints is not looked at, so it goes nowhere.
    return Measured().add(["sh", "-c", 'cat "$@" >/dev/null', "cat", *files]), None


def jsonschema_cli(data, files):
    measured = Measured()
    for piece in pieces(files, PIECE * 10):
        inputs = [part for file in piece for part in ("-i", file)]
        measured.add([TOOLS / "bin/jsonschema-cli", "validate", data / "schema.json", *inputs])
    good = len(re.findall(r" - VALID$", measured.text, re.MULTILINE))
    return measured, len(files) - good


def sourcemeta(data, files):
    measured = Measured()
    for piece in pieces(files, PIECE):
        tool = TOOLS / "npm/node_modules/.bin/jsonschema"
        measured.add([tool, "validate", data / "schema.json", *piece, "--fast", "--continue"])
    bad = re.findall(r"^fail: ", measured.text, re.MULTILINE)
    return measured, len(bad)


def jsonschema_rs(data, files):
    command = [TOOLS / "venv/bin/python", "-c", PYTHON_LOOP, data / "schema.json"]
    measured = Measured().add(command, stdin="\n".join(files))
    return measured, int(measured.text.split()[-1])


def install_peers():
    """Installs the newest of each, once."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    if not (TOOLS / "bin/jsonschema-cli").exists():
        run(["cargo", "install", "jsonschema-cli", "--root", TOOLS])
    if not (TOOLS / "venv/bin/python").exists():
        run([sys.executable, "-m", "venv", TOOLS / "venv"])
        run([TOOLS / "venv/bin/pip", "install", "-q", "jsonschema-rs", "orjson"])
    if not (TOOLS / "npm/node_modules").exists() and shutil.which("npm"):
        run(["npm", "install", "--prefix", TOOLS / "npm", "@sourcemeta/jsonschema"])


def versions():
    def ask(*command):
        try:
            done = subprocess.run([str(c) for c in command], capture_output=True, text=True)
            return (done.stdout or done.stderr).strip().splitlines()[0]
        except (OSError, IndexError):
            return "not installed"

    name = "import importlib.metadata as m; print(m.version('jsonschema-rs'))"
    print("jsonschema-cli:", ask(TOOLS / "bin/jsonschema-cli", "--version"))
    print("jsonschema-rs:", ask(TOOLS / "venv/bin/python", "-c", name))
    print("@sourcemeta/jsonschema:", ask(TOOLS / "npm/node_modules/.bin/jsonschema", "version"))


def generate(data, count, bench, *how):
    marker = data / "count.txt"
    if marker.exists() and marker.read_text() == str(count):
        return
    shutil.rmtree(data, ignore_errors=True)
    if shutil.disk_usage(data.parent).free < count * 200_000:
        sys.exit(f"{data.parent} has too little room for {count} responses")
    run([bench / "generate", *how, data, str(count)])
    marker.write_text(str(count))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=1000, help="how many responses")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--data", type=pathlib.Path, default=TARGET / "bench-data")
    parser.add_argument("--real", action="store_true",
                        help="responses to the questionnaires of the binary; no other validators")
    parser.add_argument("--ratio", action="store_true", help="only the ratio to serde_json")
    parser.add_argument("--no-steps", action="store_true", help="only whole processes")
    parser.add_argument("--no-peers", action="store_true", help="leave other validators out")
    options = parser.parse_args()

    run(["cargo", "build", "--release", "--locked", "--manifest-path", HERE / "Cargo.toml",
         "--target-dir", TARGET / "bench"])
    bench = TARGET / "bench/release"
    options.data.parent.mkdir(parents=True, exist_ok=True)
    if options.real:
        # Sixteen schemas at once: the others take one, and so do the steps.
        options.no_peers = options.no_steps = True
        options.data = options.data.with_name(options.data.name + "-real")
    generate(options.data, options.count, bench, *["--real"] * options.real)
    measure = [bench / "measure", options.data, str(options.rounds)]
    if options.ratio:
        sys.exit(subprocess.run([*measure, "--ratio"]).returncode)
    if not options.no_steps:
        run(measure)
    whole_processes(options)


def whole_processes(options):
    run(["cargo", "build", "--release", "--locked", "--manifest-path", ROOT / "Cargo.toml"])
    data = options.data
    files = sorted(str(path) for path in (data / "responses").iterdir())
    with open(data / "key.csv", encoding="utf-8", newline="") as file:
        key = [row["code"] for row in csv.DictReader(file)]
    seen = sum(code not in UNSEEN for code in key)
    tools = [("cat", cat, None)]
    tools += [(f"untoc --jobs {jobs}", lambda d, f, j=jobs: untoc(d, f, j), len(key))
              for jobs in (1, 2)]
    if not options.no_peers:
        install_peers()
        versions()
        tools += [("jsonschema-cli", jsonschema_cli, seen),
                  ("jsonschema-rs and orjson (Python)", jsonschema_rs, seen),
                  ("@sourcemeta/jsonschema --fast", sourcemeta, seen)]
    results = {name: [] for name, _, _ in tools}
    wrong = []
    for _ in range(options.rounds):
        for name, tool, expected in tools:
            measured, bad = tool(data, files)
            results[name].append(measured)
            if bad != expected and (name, bad, expected) not in wrong:
                wrong.append((name, bad, expected))
    table(results, len(files))
    for name, bad, expected in wrong:
        print(f"{name}: found {bad} invalid, expected {expected}")
    sys.exit(1 if wrong else 0)


def table(results, count):
    print("\n| tool | s | documents/s | CPU ms a document | peak MiB |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name, runs in results.items():
        best = sorted(runs, key=lambda measured: measured.wall)[len(runs) // 2]
        work = sorted(measured.work for measured in runs)[len(runs) // 2]
        peak = max(measured.peak for measured in runs) / 1024
        print(f"| {name} | {best.wall:.2f} | {count / best.wall:,.0f} "
              f"| {work * 1000 / count:.3f} | {peak:.0f} |")


if __name__ == "__main__":
    main()
