#!/usr/bin/env python3
"""Measures how fast tables are checked: ours, the limits of the machine, and others.

    tests/bench/evidence/run.py                         everything, on 100 MB
    tests/bench/evidence/run.py --rows 2200000          the recorded figures (1 GB)
    tests/bench/evidence/run.py --qsv PATH              also qsv, which has to be there
    tests/bench/evidence/run.py limits threads          only some parts

limits   in one process: plain reading, a bare scan with the csv crate, and our check with
         one thread and with two; also with a quote around every cell and very short cells
threads  whole processes: --jobs 1 against --jobs 2
memory   the most memory of each, with and without the unique key, for two sizes
peers    whole processes: ours, polars and qsv with the same rules on the same table

Everything runs in turn, so that what disturbs one disturbs all; tables have medians. It
fails if two programs do not find the same number of faults. Polars is installed from PyPI
below target/bench-tools; without --untoc the command is built in release.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent.parent
sys.path.insert(0, str(HERE.parent))

from validation import TARGET, TOOLS, Measured, run  # noqa: E402

PARTS = ("limits", "threads", "memory", "peers")
SCHEMA = json.loads((HERE / "schema.json").read_text(encoding="utf-8"))


# --- The same rules for others -----------------------------------------------------


def without_key():
    """Returns the Table Schema without its unique key."""
    schema = json.loads(json.dumps(SCHEMA))
    for field in schema["fields"]:
        field.get("constraints", {}).pop("unique", None)
    return schema


def json_schema(key):
    """Returns the JSON Schema that asks of a row what the Table Schema does."""
    properties = {field["name"]: of_field(field) for field in SCHEMA["fields"]}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "properties": properties,
    }
    if key:
        unique = [f["name"] for f in SCHEMA["fields"] if f["constraints"].get("unique")]
        schema["uniqueCombinedWith"] = unique
    return schema


def of_field(field):
    rules = field["constraints"]
    kind = {"date": "string"}.get(field["type"], field["type"])
    nothing = [] if rules.get("required") else ["null"]
    rule = {"type": [kind, *nothing] if nothing else kind}
    if "enum" in rules:
        rule["enum"] = rules["enum"] + ([None] if nothing else [])
    if "pattern" in rules:
        rule["pattern"] = f"^(?:{rules['pattern']})$"
    if field["type"] == "date":
        rule["format"] = "date"
        # JSON Schema has no range of dates; these are whole years.
        low, high = rules["minimum"], rules["maximum"]
        assert low.endswith("-01-01") and high.endswith("-12-31")
        years = "|".join(str(year) for year in range(int(low[:4]), int(high[:4]) + 1))
        rule["pattern"] = f"^(?:{years})-"
    else:
        bounds = {name: rules[name] for name in ("minimum", "maximum") if name in rules}
        codes = [int(text) for text in field.get("missingValues", []) if text]
        if codes:
            rule["anyOf"] = [bounds, {"enum": codes}]
        else:
            rule.update(bounds)
    for name in ("minLength", "maxLength"):
        if name in rules:
            rule[name] = rules[name]
    return rule


# --- The programs -----------------------------------------------------------------


class Bench:
    def __init__(self, options):
        self.options = options
        self.data = options.data
        self.wrong = []

    def tables(self, rows, names):
        """Makes tables, unless they are there."""
        folder = self.data / str(rows)
        paths = [folder / f"{name}.csv" for name in names]
        if not all(path.exists() for path in paths):
            folder.mkdir(parents=True, exist_ok=True)
            if shutil.disk_usage(folder).free < rows * 4_000:
                sys.exit(f"{folder} has too little room for {rows} rows")
            self.cargo_bench("--rows", rows, "--make", folder.resolve())
        return paths

    def cargo_bench(self, *arguments):
        command = ["cargo", "bench", "--locked", "-p", "untoc-evidence"]
        command += ["--bench", "evidence", "--"]
        run([*command, *map(str, arguments)], cwd=ROOT)

    def profile(self, key):
        path = self.data / ("schema.json" if key else "schema-no-key.json")
        path.write_text(json.dumps(SCHEMA if key else without_key()), encoding="utf-8")
        return path

    def untoc(self, table, jobs, key=True):
        command = [self.options.untoc, "evidence", "check", table]
        command += ["--profile", self.profile(key), "--no-privacy", "--format", "json"]
        measured = Measured().add([*command, "--jobs", jobs])
        found = json.loads(measured.text)["findings"]
        return measured, sum(f["count"] for f in found if f["severity"] == "error")

    def cat(self, table):
        return Measured().add(["sh", "-c", 'cat "$1" >/dev/null', "cat", table]), None

    def polars(self, table, key=True):
        command = [TOOLS / "venv-tables/bin/python", HERE / "peers.py", table]
        measured = Measured().add([*command, *([] if key else ["--no-key"])])
        return measured, int(measured.text.split()[-1])

    def qsv(self, table, key=True):
        """Returns the number of bad rows; what qsv writes beside the table is removed."""
        folder = self.data / "qsv"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        own = folder / "table.csv"
        os.link(table, own)
        schema = folder / "rules.json"
        schema.write_text(json.dumps(json_schema(key)), encoding="utf-8")
        measured = Measured().add([self.options.qsv, "validate", own, schema])
        shutil.rmtree(folder)
        rows = re.search(r"([\d,]+) out of ([\d,]+) records? invalid", measured.text)
        if rows:
            return measured, int(rows[1].replace(",", ""))
        if "valid" not in measured.text:
            sys.exit(f"qsv says: {measured.text}")
        return measured, 0

    def compare(self, tools):
        """Runs each in turn; tools are name, what runs it, and what it must find."""
        results = {name: [] for name, _, _ in tools}
        for _ in range(self.options.rounds):
            for name, tool, expected in tools:
                measured, found = tool()
                results[name].append(measured)
                if found != expected and expected is not None:
                    told = f"{name}: found {found}, expected {expected}"
                    self.wrong += [told] if told not in self.wrong else []
        return results

    # --- The parts ----------------------------------------------------------------

    def limits(self):
        """In one process."""
        self.cargo_bench("--rows", self.options.rows, "--rounds", self.options.rounds)

    def threads(self):
        """A second thread."""
        rows = self.options.rows
        for name, table in zip(("clean", "bad"), self.tables(rows, ["clean", "bad"])):
            _, found = self.untoc(table, 1)
            results = self.compare([
                ("untoc --jobs 1", lambda t=table: self.untoc(t, 1), found),
                ("untoc --jobs 2", lambda t=table: self.untoc(t, 2), found),
            ])
            self.print(f"threads, {name}", table, results)
            one, two = (median(runs, "wall") for runs in results.values())
            print(f"\na second thread: {one / two:.2f} times as fast (goal 1.80)")

    def memory(self):
        """The most memory."""
        lines = ["| rows | rules | 1 thread, MiB | 2 threads, MiB |",
                 "| ---: | --- | ---: | ---: |"]
        for rows in (self.options.rows // 4, self.options.rows):
            [table] = self.tables(rows, ["bad"])
            for key in (False, True):
                peaks = [self.untoc(table, jobs, key)[0].peak / 1024 for jobs in (1, 2)]
                rules = "all, with the unique key" if key else "all but the unique key"
                lines.append(f"| {rows:,} | {rules} | {peaks[0]:.0f} | {peaks[1]:.0f} |")
        print("\n### memory\n\n" + "\n".join(lines))

    def peers(self):
        """Others, with the same rules."""
        self.install_polars()
        rows = self.options.rows
        for name, table in zip(("clean", "bad"), self.tables(rows, ["clean", "bad"])):
            bad = rows // 100 if name == "bad" else 0
            with_key, without = self.untoc(table, 2)[1], self.untoc(table, 2, key=False)[1]
            tools = [
                ("cat", lambda t=table: self.cat(t), None),
                ("untoc, without key", lambda t=table: self.untoc(t, 2, False), without),
                ("untoc, with key", lambda t=table: self.untoc(t, 2), with_key),
                ("polars, without key", lambda t=table: self.polars(t, False), without),
                ("polars, with key", lambda t=table: self.polars(t), with_key),
            ]
            if self.options.qsv:
                tools += [
                    ("qsv, without key", lambda t=table: self.qsv(t, False), bad),
                    ("qsv, with key", lambda t=table: self.qsv(t), bad),
                ]
            results = self.compare(tools)
            self.print(f"peers, {name}", table, results)
            for peer, goal in (("polars", 2), ("qsv", 8)):
                for rules in ("without key", "with key"):
                    if f"{peer}, {rules}" in results:
                        own = median(results[f"untoc, {rules}"], "wall")
                        ratio = median(results[f"{peer}, {rules}"], "wall") / own
                        print(f"\n{rules}: {ratio:.1f} times as fast as {peer} (limit {goal})")

    def install_polars(self):
        venv = TOOLS / "venv-tables"
        if not (venv / "bin/python").exists():
            TOOLS.mkdir(parents=True, exist_ok=True)
            run([sys.executable, "-m", "venv", venv])
        run([venv / "bin/pip", "install", "-q", "--disable-pip-version-check", "polars"])
        version = "import polars; print('polars', polars.__version__)"
        run([venv / "bin/python", "-c", version])
        if self.options.qsv:
            run([self.options.qsv, "--version"])

    def print(self, title, table, results):
        size = table.stat().st_size
        print(f"\n### {title}: {size / 1e6:.0f} MB, {self.options.rows:,} rows\n")
        print("| program | s | processor s | rows a second | MB/s | peak MiB |")
        print("| --- | ---: | ---: | ---: | ---: | ---: |")
        for name, runs in results.items():
            wall, work = median(runs, "wall"), median(runs, "work")
            peak = max(measured.peak for measured in runs) / 1024
            print(f"| {name} | {wall:.3f} | {work:.2f} | {self.options.rows / wall:,.0f} "
                  f"| {size / 1e6 / wall:,.0f} | {peak:.0f} |")


def median(runs, name):
    return sorted(getattr(measured, name) for measured in runs)[len(runs) // 2]


def load():
    print(f"\nload of the machine: {os.getloadavg()[0]:.1f}, {os.cpu_count()} cores", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--rows", type=int, default=220_000, help="rows of a table")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--data", type=pathlib.Path, default=TARGET / "bench-tables")
    parser.add_argument("--untoc", type=pathlib.Path, help="the command, in release")
    parser.add_argument("--qsv", type=pathlib.Path, help="qsv or qsvlite")
    options = parser.parse_args()
    for part in options.parts:
        if part not in PARTS:
            parser.error(f"{part} is no part; expected {', '.join(PARTS)}")
    if options.untoc is None:
        run(["cargo", "build", "--release", "--locked", "-p", "untoc-cli"], cwd=ROOT)
        options.untoc = TARGET / "release/untoc"
    options.untoc = options.untoc.resolve()
    options.data.mkdir(parents=True, exist_ok=True)
    bench = Bench(options)
    for part in options.parts or PARTS:
        load()
        getattr(bench, part)()
        sys.stdout.flush()
    load()
    for told in bench.wrong:
        print(told)
    sys.exit(1 if bench.wrong else 0)


if __name__ == "__main__":
    main()
