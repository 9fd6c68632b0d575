"""Makes a counterexample small: takes away what it does not need."""

import copy
import time
from collections.abc import Callable, Iterator

SECONDS = 120  # a small counterexample is a comfort; a late report is not


def shrink(subject, smaller: Callable, fails: Callable):
    """Returns a subject that still fails and of which nothing more can be taken away.

    `smaller(subject)` gives candidates, the smallest first; `fails(candidates)` gives a
    list of truth values, for many candidates at once.
    """
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        candidates = list(smaller(subject))
        for start in range(0, len(candidates), 64):
            batch = candidates[start : start + 64]
            verdicts = fails(batch)
            if True in verdicts:
                subject = batch[verdicts.index(True)]
                break
        else:
            return subject
    return subject


# --- Cases: a questionnaire with answers -------------------------------------------


def questions(case: dict) -> list[dict]:
    sections = case["questionnaire"]["own"]["sections"]
    return [question for section in sections for question in section["questions"]]


def named(condition: dict | None) -> set[str]:
    """Returns the questions that a condition names."""
    if condition is None:
        return set()
    if "question" in condition:
        return {condition["question"]}
    parts = condition.get("all", condition.get("any"))
    return set().union(*map(named, [condition["not"]] if parts is None else parts))


def with_conditions(case: dict, kept: set[str]) -> set[str]:
    """Returns these questions with all that their conditions depend on."""
    conditions = {question["id"]: question.get("when") for question in questions(case)}
    queue, found = list(kept), set()
    while queue:
        question = queue.pop()
        if question in conditions and question not in found:
            found.add(question)
            queue.extend(named(conditions[question]))
    return found


def keep(case: dict, kept: set[str]) -> dict:
    """Returns the case with these questions only."""
    case = copy.deepcopy(case)
    own = case["questionnaire"]["own"]
    for section in own["sections"]:
        section["questions"] = [q for q in section["questions"] if q["id"] in kept]
    own["sections"] = [section for section in own["sections"] if section["questions"]]
    for response in case["responses"]:
        for question in set(response) - kept:
            del response[question]
    return case


def simpler(condition: dict) -> Iterator[dict]:
    """Gives conditions with one part less."""
    if "not" in condition:
        yield condition["not"]
        for part in simpler(condition["not"]):
            yield {"not": part}
    for word in ("all", "any"):
        parts = condition.get(word, [])
        yield from parts
        for at, part in enumerate(parts):
            yield {word: parts[:at] + parts[at + 1 :]}
            for less in simpler(part):
                yield {word: parts[:at] + [less] + parts[at + 1 :]}
    values = condition.get("in", [])
    for at in range(len(values)):
        yield {**condition, "in": values[:at] + values[at + 1 :]}


def smaller_cases(case: dict) -> Iterator[dict]:
    ids = [question["id"] for question in questions(case)]
    for question in ids:
        kept = with_conditions(case, {question})
        if len(kept) < len(ids):
            yield keep(case, kept)
    used = set().union(*(named(question.get("when")) for question in questions(case)))
    for question in ids:
        if question not in used and len(ids) > 1:
            yield keep(case, set(ids) - {question})
    for at, response in enumerate(case["responses"]):
        for question in response:
            less = copy.deepcopy(case)
            del less["responses"][at][question]
            yield less
    for at, question in enumerate(questions(case)):
        if "when" not in question:
            continue
        for condition in [None, *simpler(question["when"])]:
            less = copy.deepcopy(case)
            changed = questions(less)[at]
            if condition is None:
                del changed["when"]
            else:
                changed["when"] = condition
            yield less


# --- Documents ----------------------------------------------------------------------


def smaller_documents(document: dict) -> Iterator[dict]:
    """Gives documents with one key or item less, at any depth; the outermost first."""
    queue: list[tuple] = [()]
    while queue:
        path = queue.pop(0)
        here = document
        for step in path:
            here = here[step]
        if isinstance(here, dict):
            steps = list(here)
        elif isinstance(here, list):
            steps = list(range(len(here)))
        else:
            continue
        for step in steps:
            less = copy.deepcopy(document)
            inner = less
            for part in path:
                inner = inner[part]
            del inner[step]
            yield less
        queue.extend((*path, step) for step in steps)
