"""Asks bagit and rocrate about a package: check.py CRATE BAG."""

import logging
import pathlib
import shutil
import sys

import bagit
from rocrate.rocrate import ROCrate

logging.disable(logging.CRITICAL)
crate_folder, bag_folder = map(pathlib.Path, sys.argv[1:])

bag = bagit.Bag(str(bag_folder))
bag.validate()
assert bag.version == "1.0", bag.version
assert bag.info["External-Identifier"] == "court-monitoring-2025", bag.info
assert sorted(bag.payload_files()) == ["data/a report.md", "data/counts.csv"]

changed = pathlib.Path("changed")
shutil.copytree(bag_folder, changed)
(changed / "data/counts.csv").write_text("year,form,cases\n")
assert not bagit.Bag(str(changed)).is_valid(), "a changed byte was not found"

crate = ROCrate(str(crate_folder))
root = crate.root_dataset
assert crate.metadata["conformsTo"]["@id"] if isinstance(
    crate.metadata["conformsTo"], dict
) else crate.metadata["conformsTo"], "the crate says no version"
for field in ("name", "description", "datePublished", "license"):
    assert root.get(field), f"the crate has no {field}"
parts = sorted(part.id for part in root["hasPart"])
assert parts == ["data/a%20report.md", "data/counts.csv"], parts
for part in root["hasPart"]:
    assert part.type == "File", part.type
assert root["publisher"]["name"] == "Open Courts Exampleland"
print("age, bagit and rocrate agree with us")
