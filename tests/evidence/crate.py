"""Asks the validator of RO-Crate 1.1 about our metadata: crate.py CRATE.

The validator fetches the vocabulary of RO-Crate. Nothing is fetched here: it is given the
terms that we use, so that a term which RO-Crate 1.1 lacks is found too.
"""

import json
import logging
import pathlib
import shutil
import sys

import requests
from rocrate_validator import services
from rocrate_validator.models import Severity, ValidationSettings
from rocrate_validator.utils.http import HttpRequester

VOCABULARY = "https://w3id.org/ro/crate/1.1/context"
TERMS = pathlib.Path(__file__).with_name("ro-crate-1.1-terms.json").read_bytes()
METADATA = "ro-crate-metadata.json"


def answer(url, *_, **__):
    """Answers for the network, which holds nothing but the vocabulary."""
    response = requests.Response()
    response.url = url
    response.status_code = 404
    if url == VOCABULARY:
        response.status_code = 200
        response.headers["Content-Type"] = "application/ld+json"
        response._content = TERMS
    return response


def complaints(crate):
    """Returns what the validator misses of that which RO-Crate 1.1 requires."""
    result = services.validate(
        ValidationSettings(
            rocrate_uri=str(crate),
            profile_identifier="ro-crate-1.1",
            requirement_severity=Severity.REQUIRED,
            no_cache=True,
        )
    )
    return [issue.message for issue in result.get_issues()]


logging.disable(logging.CRITICAL)
HttpRequester.get = HttpRequester.head = staticmethod(answer)
crate = pathlib.Path(sys.argv[1])
found = complaints(crate)
assert not found, found

# It would have found something: a file that is not there, no licence, an unknown term.
metadata = json.loads((crate / METADATA).read_text())


def spoilt(name, spoil):
    other = pathlib.Path(f"spoilt-{name}")
    shutil.copytree(crate, other)
    changed = json.loads(json.dumps(metadata))
    root = next(entity for entity in changed["@graph"] if entity["@id"] == "./")
    spoil(other, root)
    (other / METADATA).write_text(json.dumps(changed))
    assert complaints(other), f"the validator did not mind: {name}"


spoilt("file", lambda folder, _: (folder / "data/counts.csv").unlink())
spoilt("licence", lambda _, root: root.pop("license"))
spoilt("term", lambda _, root: root.update({"colour": "blue"}))
print("RO-Crate 1.1: nothing that is required is missing")
