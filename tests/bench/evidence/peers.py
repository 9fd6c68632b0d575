"""Checks the same table with polars: tests/bench/evidence/peers.py TABLE.csv [ROUNDS]

The table is one that `KEEP=FOLDER cargo bench -p untoc-evidence` left there. Every rule of
schema.json is written as an expression (type, choices, pattern, range, required, length,
unique key), and faults are counted; which cells they are in is not asked for. Needs polars
(pip install polars). Prints the least time by the clock and the most memory.
"""

import json
import resource
import sys
import time
from pathlib import Path

import polars as pl

SCHEMA = json.loads((Path(__file__).parent / "schema.json").read_text(encoding="utf-8"))


def faults(field):
    """An expression for how many cells of a field are wrong."""
    cell = pl.col(field["name"])
    rules = field.get("constraints", {})
    missing = field.get("missingValues", SCHEMA.get("missingValues", [""]))
    missing = [text["value"] if isinstance(text, dict) else text for text in missing]
    empty = cell.is_null() | cell.is_in([text for text in missing if text])
    kind = field.get("type", "any")
    wrong = pl.lit(False)
    if kind in ("integer", "year"):
        value = cell.cast(pl.Int64, strict=False)
    elif kind == "number":
        value = cell.cast(pl.Float64, strict=False)
    elif kind == "date":
        value = cell.str.to_date("%Y-%m-%d", strict=False)
    else:
        value = cell
    if value is not cell:
        wrong = wrong | value.is_null()
    if "enum" in rules:
        wrong = wrong | ~cell.is_in([str(item) for item in rules["enum"]])
    if "pattern" in rules:
        wrong = wrong | ~cell.str.contains(f"^(?:{rules['pattern']})$")
    low, high = rules.get("minimum"), rules.get("maximum")
    if kind == "date":
        low, high = (pl.lit(end).str.to_date() if end else None for end in (low, high))
    if low is not None:
        wrong = wrong | (value < low)
    if high is not None:
        wrong = wrong | (value > high)
    if "maxLength" in rules:
        wrong = wrong | (cell.str.len_chars() > rules["maxLength"])
    count = (wrong & ~empty).sum()
    if rules.get("required"):
        count = count + empty.sum()
    return count.alias(field["name"])


def check(path):
    frame = pl.scan_csv(path, infer_schema=False)
    counts = frame.select([faults(field) for field in SCHEMA["fields"]])
    counts = counts.collect(engine="streaming")
    unique = [f["name"] for f in SCHEMA["fields"] if f.get("constraints", {}).get("unique")]
    repeated = 0
    for name in unique:
        rows = frame.select(pl.col(name).n_unique().alias("n"), pl.len().alias("all"))
        found = rows.collect(engine="streaming")
        repeated += found["all"][0] - found["n"][0]
    return sum(counts.row(0)) + repeated


def main():
    path, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 3
    times, found = [], 0
    for _ in range(rounds):
        start = time.perf_counter()
        found = check(path)
        times.append(time.perf_counter() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"polars {pl.__version__}: {min(times):.3f} s, {found} faults, {memory} MiB")


if __name__ == "__main__":
    main()
