"""Asks frictionless about the small tables and packages of the evidence tests.

Each file in tests/fixtures/evidence/schema and each folder in .../packages has its findings
beside it, and a test of the crate holds the program to them. Here an independent program is
asked the same: valid or not, and in which rows and fields. Where it does not follow the
standard, or says less than we do, the difference is listed below with its reason; a
difference that is not listed fails, and so does one that is listed and no longer there.
"""

import json
import sys
from pathlib import Path

from frictionless import Dialect, FrictionlessException, Package, Resource, Schema, system

ROOT = Path(__file__).resolve().parents[2] / "tests" / "fixtures" / "evidence"

# What frictionless 5.21.0 does otherwise, by fixture.
KNOWN = {
    "schema/categories.csv": "values outside of categories are accepted",
    "schema/categories-labelled.csv": "values outside of categories are accepted",
    "schema/enum-items.csv": "constraints of the items of a list are ours (x-)",
    "schema/valid-enum-items.csv": "constraints of the items of a list are ours (x-)",
    "schema/exclusive-maximum.csv": "exclusiveMaximum is refused as a fault of the schema",
    "schema/exclusive-minimum.csv": "exclusiveMinimum is refused as a fault of the schema",
    "schema/valid-exclusive-maximum.csv": "exclusiveMaximum is refused",
    "schema/valid-exclusive-minimum.csv": "exclusiveMinimum is refused",
    "schema/integer-grouped.csv": "groupChar of integers is not read",
    "schema/valid-integer-grouped.csv": "groupChar of integers is not read",
    "schema/json-schema.csv": "jsonSchema is refused as a fault of the schema",
    "schema/valid-json-schema.csv": "jsonSchema is refused",
    "schema/missing-values-labelled.csv": "missing values with labels are refused",
    "schema/valid-missing-values-labelled.csv": "missing values with labels are refused",
    "schema/primary-key.csv": "a part of a primary key may be empty",
    "schema/row-rule.csv": "rules about a row are ours (x-rules)",
    "schema/string-binary.csv": "bytes that are not of base 64 are skipped",
    "schema/unique-keys.csv": "uniqueKeys are not looked at",
    "schema/valid-folded.csv": "reading misspelt labels is ours (x-tolerant)",
    "packages/null-sequence-required": "nullSequence is not read",
    "packages/resources-empty": "a package without any resource is accepted",
    "packages/valid-dialect": "nullSequence is not read; a blank part of a label is joined",
    "packages/valid-several-files": "files without a last line end run into each other",
}


def our_errors(beside):
    """The verdict, and the rows and fields of errors, of the findings beside a fixture."""
    findings = json.loads(beside.read_text(encoding="utf-8"))
    errors = [found for found in findings if found["severity"] == "error"]
    places = set()
    for found in errors:
        for place in found["places"]:
            table = place.get("table", {})
            if "row" in table:
                places.add((table["row"], table.get("field")))
    return not errors, places


def their_errors(errors):
    """The same, of the errors of frictionless."""
    places = set()
    for error in errors:
        row = getattr(error, "row_number", None)
        if row is not None:
            places.add((row, getattr(error, "field_name", None)))
    return not errors, places


def of_table(path):
    schema = json.loads(Path(f"{path}.schema.json").read_text(encoding="utf-8"))
    dialect = Dialect.from_descriptor({"csv": {"delimiter": ","}})
    schema = Schema.from_descriptor(schema)
    resource = Resource(
        path=path.name, basepath=str(path.parent), schema=schema, dialect=dialect, encoding="utf-8"
    )
    return [error for task in resource.validate().tasks for error in task.errors]


def of_package(path):
    report = Package(str(path / "datapackage.json")).validate()
    return report.errors + [error for task in report.tasks for error in task.errors]


def asked(look, path):
    try:
        return their_errors(look(path))
    except FrictionlessException as exception:
        return their_errors(exception.reasons or [exception.error])


def same(ours, theirs):
    """The same verdict, and no place that only one of the two names.

    A row without a field agrees with any field of that row, since keys belong to rows.
    """
    if ours[0] != theirs[0]:
        return False
    rows = [{row for row, _ in places} for _, places in (ours, theirs)]
    fields = [{place for place in places if place[1]} for _, places in (ours, theirs)]
    if not ours[1] or not theirs[1]:
        # A fault of the schema or the header has no row.
        return not ours[1] and not theirs[1]
    return rows[0] == rows[1] and (not fields[0] or not fields[1] or fields[0] == fields[1])


def main():
    tables = sorted((ROOT / "schema").glob("*.csv"))
    packages = sorted(path for path in (ROOT / "packages").iterdir() if path.is_dir())
    asks = [(of_table, path) for path in tables] + [(of_package, path) for path in packages]
    system.trusted = False
    agreed, wrong, unused = 0, [], set(KNOWN)
    for look, path in asks:
        name = path.relative_to(ROOT).as_posix()
        ours = our_errors(path.parent / f"{path.name}.findings.json")
        theirs = asked(look, path)
        if same(ours, theirs):
            agreed += 1
        elif name in KNOWN:
            unused.discard(name)
        else:
            wrong.append(f"{name}\n  we:          {ours}\n  frictionless: {theirs}")
    for text in wrong:
        print(text)
    for name in sorted(unused):
        print(f"{name}: listed as a difference, and there is none")
    print(f"{agreed} of {len(asks)} fixtures judged alike; {len(KNOWN)} known differences")
    return 1 if wrong or unused else 0


if __name__ == "__main__":
    sys.exit(main())
