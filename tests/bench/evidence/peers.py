"""Checks a table with polars: tests/bench/evidence/peers.py TABLE.csv [--no-key]

Every rule of schema.json is written as an expression (type, choices, pattern, range,
required, length, unique key); all are worked out in one streaming pass over the file, and
faults are counted. Which cells they are in is not asked for. Prints the number of faults.
run.py installs polars, runs this and measures it.
"""

import json
import sys
from pathlib import Path

import polars as pl

SCHEMA = json.loads((Path(__file__).parent / "schema.json").read_text(encoding="utf-8"))


def faults(field):
    """An expression for how many cells of a field are wrong."""
    cell = pl.col(field["name"])
    rules = field.get("constraints", {})
    missing = field.get("missingValues", SCHEMA.get("missingValues", [""]))
    missing = [text["value"] if isinstance(text, dict) else text for text in missing]
    others = [text for text in missing if text]
    empty = cell.is_null() | cell.is_in(others) if others else cell.is_null()
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
    return count.cast(pl.Int64).alias(field["name"])


def check(path, key):
    frame = pl.scan_csv(path, infer_schema=False)
    counts = [faults(field) for field in SCHEMA["fields"]]
    unique = [f["name"] for f in SCHEMA["fields"] if f.get("constraints", {}).get("unique")]
    if key:
        repeats = [pl.len() - pl.col(name).n_unique() for name in unique]
        counts += [r.cast(pl.Int64).alias(f"unique {n}") for n, r in zip(unique, repeats)]
    return sum(frame.select(counts).collect(engine="streaming").row(0))


if __name__ == "__main__":
    print(check(sys.argv[1], "--no-key" not in sys.argv))
