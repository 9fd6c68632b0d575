"""Kills the binary while it writes, and looks whether anything is lost.

    kill.py BINARY KILLS SEED

Commands that answer, undo and redo run one after the other; each is killed (SIGKILL) at a
random moment, or gets to its end. After each kill the dossier is opened again and compared
with a model of what it must hold:

- a change whose command has ended well stands;
- a change whose command was killed stands whole or not at all;
- the chain of the history is whole. It is checked here by what docs/formats.md says, not
  by the code that wrote it;
- every file is whole, and the tool finds no fault in it.
"""

import hashlib
import json
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

QUESTIONNAIRES = ["untoc-cluster-1", "tip-cluster-1"]
CHECK_EVERY = 10  # a whole validation after so many kills
# A key of a value before or after, the key behind all changes, or any other string.
TOKEN = re.compile(r'("(?:before|after)":)|("files":)|"(?:[^"\\]|\\.)*"')


class Lost(Exception):
    """Something is not as it must be."""


def text_questions():
    """Returns questions for free text, with their questionnaire."""
    found = []
    for questionnaire in QUESTIONNAIRES:
        instrument, cluster = questionnaire.split("-", 1)
        with open(f"questionnaires/{instrument}/{cluster}.json", encoding="utf-8") as file:
            sections = json.load(file)["sections"]
        for section in sections:
            for question in section["questions"]:
                if question["kind"] == "text" and "when" not in question:
                    found.append((questionnaire, question["id"]))
    return found


class Model:
    """What the dossier must hold: the answers, and what can be undone and redone."""

    def __init__(self):
        self.answers, self.done, self.undone = {}, [], []

    def after(self, command):
        """Returns the model after a command."""
        new = Model()
        new.answers, new.done, new.undone = dict(self.answers), self.done[:], self.undone[:]
        if command[0] == "answer":
            question, value = command[1], command[2]
            new.done.append((question, self.answers.get(question), value))
            new.undone = []
            new.set(question, value)
        elif command[0] == "undo":
            question, before, after = new.done.pop()
            new.undone.append((question, before, after))
            new.set(question, before)
        else:
            question, before, after = new.undone.pop()
            new.done.append((question, before, after))
            new.set(question, after)
        return new

    def set(self, question, value):
        if value is None:
            self.answers.pop(question, None)
        else:
            self.answers[question] = value


def digest(text):
    return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def bones(line):
    """Returns a line with each value before and after replaced by its digest."""
    at = line.index('"changes":')
    pieces = [line[:at]]
    while (found := TOKEN.search(line, at)) and not found[2]:
        pieces.append(line[at : found.end()])
        at = found.end()
        if found[1]:
            _, end = json.JSONDecoder().raw_decode(line, at)
            pieces.append(f'"{digest(line[at:end])}"')
            at = end
    return "".join(pieces) + line[at:]


class Dossier:
    """The dossier on the disk, read without the tool."""

    def __init__(self, binary, folder):
        self.binary, self.folder = binary, folder
        self.environment = dict(os.environ, UNTOC_NOW="2026-11-24T09:30:00Z", NO_COLOR="1")
        self.checked = 0  # bytes of the history whose chain is known to be whole
        self.last = None  # the digest of the line before
        self.digests = {}  # what the history says of the files

    def start(self, *arguments):
        return subprocess.Popen(
            [self.binary, "--dossier", self.folder, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=self.environment,
        )

    def run(self, *arguments, allowed=(0,)):
        process = self.start(*arguments)
        output = process.communicate()[0].decode()
        if process.returncode not in allowed:
            raise Lost(f"untoc {' '.join(arguments)} ended with {process.returncode}:\n{output}")
        return output

    def answers(self):
        """Returns what stands in the responses."""
        found = {}
        for questionnaire in QUESTIONNAIRES:
            path = f"{self.folder}/responses/{questionnaire}.json"
            with open(path, encoding="utf-8") as file:
                for question, entry in json.load(file)["answers"].items():
                    found[question] = entry["value"]
        return found

    def is_between(self):
        """Says whether a kill has left a change that must be carried on or set aside."""
        with open(f"{self.folder}/history.jsonl", "rb") as file:
            file.seek(self.checked)
            *whole, rest = file.read().split(b"\n")
        states = dict(self.digests)
        for line in whole:
            states.update(json.loads(line)["files"])
        return bool(rest) or any(self.digest_of(path) != states[path] for path in states)

    def digest_of(self, path):
        with open(f"{self.folder}/{path}", encoding="utf-8", newline="") as file:
            return digest(file.read())

    def check_history(self):
        """Follows the chain from where it was last checked, and compares the files."""
        with open(f"{self.folder}/history.jsonl", "rb") as file:
            file.seek(self.checked)
            data = file.read()
        if data and not data.endswith(b"\n"):
            raise Lost("the last line of the history is torn after opening")
        for line in data.decode().splitlines():
            parsed = json.loads(line)
            if parsed.get("previous") != self.last:
                raise Lost(f"line {parsed['n']} does not follow from the line before it")
            self.last = digest(bones(line))
            self.digests.update(parsed["files"])
        self.checked += len(data)
        for path, expected in self.digests.items():
            if self.digest_of(path) != expected:
                raise Lost(f"{path} is not what the history says")


def choose(rng, model, questions, number):
    """Chooses the next command."""
    kind = rng.random()
    if kind < 0.15 and model.done:
        return ("undo",)
    if kind < 0.25 and model.undone:
        return ("redo",)
    _, question = rng.choice(questions)
    # Long texts take long to write, so that kills hit the middle of it.
    words = " ".join(f"word{rng.randrange(1000)}" for _ in range(rng.choice([5, 50, 3000])))
    return ("answer", question, f"Answer {number}: {words}.")


def measure(dossier, rng, model, questions):
    """Returns the model after some commands, and how long commands take."""
    took = []
    for number in range(10):
        command = choose(rng, Model(), questions, number)
        started = time.perf_counter()
        dossier.run(*command)
        took.append(time.perf_counter() - started)
        model = model.after(command)
    return model, statistics.median(took)


def hunt(dossier, rng, kills):
    questions = text_questions()
    model, usual = measure(dossier, rng, Model(), questions)
    counts = {"killed": 0, "old": 0, "new": 0, "between": 0, "ended": 0}
    number = 0
    while counts["killed"] < kills:
        number += 1
        if number > 20 * kills:
            raise Lost("the commands end before they can be killed")
        command = choose(rng, model, questions, number)
        process = dossier.start(*command)
        time.sleep(rng.uniform(0.5, 1.2) * usual)
        process.send_signal(signal.SIGKILL)
        output = process.communicate()[0].decode()
        new = model.after(command)
        if process.returncode == 0:
            counts["ended"] += 1
        elif process.returncode == -signal.SIGKILL:
            counts["killed"] += 1
        else:
            raise Lost(f"untoc {command[0]} ended with {process.returncode}:\n{output}")
        counts["between"] += dossier.is_between()
        dossier.run("status")
        found = dossier.answers()
        if found == new.answers:
            counts["new"] += process.returncode != 0
            model = new
        elif found == model.answers and process.returncode != 0:
            counts["old"] += 1
        elif found == model.answers:
            raise Lost(f"an acknowledged change is gone: untoc {' '.join(command)[:80]}")
        else:
            raise Lost(f"neither the old state nor the new one after: {' '.join(command)[:80]}")
        dossier.check_history()
        if counts["killed"] % CHECK_EVERY == 0:
            dossier.run("validate", "--fail-on", "warning")
            dossier.run("log")
    return model, counts


def main():
    binary, kills, seed = os.path.abspath(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    started = time.monotonic()
    scratch = tempfile.mkdtemp(prefix="untoc-kill-")
    folder = f"{scratch}/exampleland"
    try:
        subprocess.run(
            [binary, "init", folder, "--state", "XXA", "--instruments", "untoc,tip"]
            + ["--clusters", "1", "--quiet"],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )
        dossier = Dossier(binary, folder)
        model, counts = hunt(dossier, random.Random(seed), kills)
        # In the end everything can still be taken back, to the empty dossier.
        while model.done:
            dossier.run("undo")
            model = model.after(("undo",))
        if dossier.answers() != {}:
            raise Lost("undoing everything does not lead back to the empty dossier")
        dossier.check_history()
    except Lost as lost:
        print(f"kill: {lost}\nkill: the dossier is kept in {folder}", file=sys.stderr)
        return 1
    shutil.rmtree(scratch)
    print(
        f"kill: {counts['killed']} kills (seed {seed}): {counts['old']} before the change, "
        f"{counts['new']} after it, {counts['between']} of these carried on or set aside; "
        f"{counts['ended']} commands got to their end; nothing lost "
        f"({time.monotonic() - started:.0f} s)"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
