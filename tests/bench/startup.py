#!/usr/bin/env python3
"""Measures how long the command takes to start, and to check a full dossier.

    tests/bench/startup.py [--rounds 40]

It makes a dossier of all sixteen questionnaires in which every question that is asked is
answered, and runs each command so many times, in turn. It fails if a median is over its
goal. Wall time counts, the start of the process included.
"""

import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")).resolve()
UNTOC = TARGET / "release/untoc"
LAWS = ["Anti-Trafficking Act", "Criminal Code", "Criminal Procedure Code"]


def build():
    manifests = [(ROOT, TARGET), (HERE, TARGET / "bench")]
    for folder, target in manifests:
        subprocess.run(["cargo", "build", "--release", "--locked", "--manifest-path",
                        folder / "Cargo.toml", "--target-dir", target], check=True)


def make_dossier(folder):
    """Makes a full dossier by the commands that a focal point has."""
    subprocess.run([TARGET / "bench/release/generate", "--full", folder / "full"], check=True)
    dossier = folder / "dossier"

    def untoc(*arguments):
        command = [str(UNTOC), *map(str, arguments)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder)

    untoc("init", dossier, "--state", "XXA", "--instruments", "untoc,tip,som,fp",
          "--clusters", "1,2,3,4")
    untoc("--dossier", dossier, "contributor", "add", "Ministry of Justice")
    for law in LAWS:
        untoc("--dossier", dossier, "laws", "add", law)
    for response in sorted((folder / "full").iterdir()):
        untoc("--dossier", dossier, "import", response)
    return dossier


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    build()
    with tempfile.TemporaryDirectory() as name:
        dossier = make_dossier(pathlib.Path(name))
        commands = [
            ("untoc --version", ["--version"], None),
            ("untoc questions untoc-5-q1", ["questions", "untoc-5-q1"], 20),
            ("untoc validate", ["--dossier", dossier, "validate"], 100),
            ("untoc validate --level submission",
             ["--dossier", dossier, "validate", "--level", "submission"], 100),
            ("untoc status", ["--dossier", dossier, "status"], None),
        ]
        times = {command: [] for command, _, _ in commands}
        for _ in range(rounds):
            for command, arguments, _ in commands:
                start = time.perf_counter()
                done = subprocess.run([str(UNTOC), *map(str, arguments)],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                times[command].append((time.perf_counter() - start) * 1000)
                if done.returncode != 0:
                    sys.exit(f"{command}: exit {done.returncode}\n{done.stderr.decode()}")
    print("\n| command | median ms | least ms | goal |\n| --- | ---: | ---: | ---: |")
    late = False
    for command, _, goal in commands:
        median, least = statistics.median(times[command]), min(times[command])
        late |= goal is not None and median > goal
        print(f"| `{command}` | {median:.1f} | {least:.1f} | {f'< {goal}' if goal else ''} |")
    sys.exit(1 if late else 0)


if __name__ == "__main__":
    main()
