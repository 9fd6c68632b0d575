"""Gives the binary what a batch job meets on a bad night, and looks at what it does.

    hostile.py BINARY FILES SEED

Each case must end in a clear finding or exit code: no hang, no crash, no report that looks
whole and is not, and no more memory than promised (200 MB, plus the list of paths).
"""

import contextlib
import json
import os
import random
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time

import workbooks

MEMORY_MOST = 200 * 1000 * 1000
NOBODY = 65534
SEEDS = "tests/fuzz/seeds/quick"


class Bad(Exception):
    """Something did not end as it must."""


class Ran:
    """What a run of the binary gave."""

    def __init__(self, code, out, talk, peak, seconds):
        self.code, self.out, self.talk = code, out, talk
        self.peak, self.seconds = peak, seconds

    def report(self):
        """Returns the report, which must be one whole JSON document."""
        try:
            return json.loads(self.out)
        except ValueError as error:
            raise Bad(f"the report is not whole: {error}: {self.out[-200:]!r}") from error

    def codes(self):
        """Returns the files and codes of the findings."""
        findings = self.report()["findings"]
        return sorted((f["places"][0].get("file"), f["code"]) for f in findings)


class Hostile:
    """A folder with bad things in it, and the binary run over it."""

    def __init__(self, binary, folder):
        self.folder = folder
        # Somebody without rights must be able to start it.
        self.binary = os.path.join(folder, "untoc")
        shutil.copy(binary, self.binary)
        os.chmod(self.binary, 0o755)

    def path(self, *names):
        """Returns a path in the folder, with the folders above it made."""
        path = os.path.join(self.folder, *names)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    def write(self, name, text):
        """Writes a file."""
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def start(self, *arguments, nobody=False, env=None, stdin=None, limit=None, **files):
        """Starts the binary."""

        def before():
            if limit is not None:
                import resource

                signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
                resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            if nobody and os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)

        return subprocess.Popen(
            [self.binary, *arguments],
            cwd=self.folder,
            stdin=subprocess.DEVNULL if stdin is None else stdin,
            env={**os.environ, "UNTOC_NOW": "2026-11-24T09:30:00Z", **(env or {})},
            preexec_fn=before,
            **files,
        )

    def run(self, *arguments, seconds=120, out=None, **how):
        """Runs the binary to its end and measures it."""
        with tempfile.TemporaryFile() as kept, tempfile.TemporaryFile() as talk:
            started = time.monotonic()
            process = self.start(*arguments, stdout=out or kept, stderr=talk, **how)
            timer = threading.Timer(seconds, process.kill)
            timer.start()
            _, status, usage = os.wait4(process.pid, 0)
            timer.cancel()
            took = time.monotonic() - started
            process.returncode = os.waitstatus_to_exitcode(status)
            if took >= seconds:
                raise Bad(f"untoc {' '.join(arguments)} did not end in {seconds} s")
            kept.seek(0)
            talk.seek(0)
            ran = Ran(
                process.returncode,
                kept.read().decode(),
                talk.read().decode(),
                usage.ru_maxrss * 1024,
                took,
            )
        if ran.code not in (0, 1, 2, 3, 4):
            raise Bad(f"untoc {' '.join(arguments)} ended with {ran.code}: {ran.talk}")
        return ran

    def validate(self, *arguments, **how):
        """Validates with the settings of nobody."""
        return self.run("validate", "--isolated", *arguments, **how)


def expect(what, found, wanted):
    """Fails where something is not as it must be."""
    if found != wanted:
        raise Bad(f"{what}: {found!r} in place of {wanted!r}")


def bounded(ran, paths=0):
    """Fails where more memory was used than promised."""
    if ran.peak > MEMORY_MOST + paths:
        raise Bad(f"{ran.peak / 1e6:.0f} MB of memory for {paths / 1e6:.0f} MB of paths")


def sample(name="empty"):
    """Returns a small response that is in order."""
    with open(os.path.join(SEEDS, f"{name}.json"), encoding="utf-8") as file:
        return file.read()


def broken():
    """Returns a small response with one fault."""
    return sample().replace('"language": "en"', '"language": "e"')


# --- The cases --------------------------------------------------------------------


def line_of_two_gigabytes(at):
    """A file of one line of 2 GB, named, met, packed, on standard input and as a report."""
    name = at.path("line/long.json")
    with open(name, "w", encoding="utf-8") as file:
        file.write('{"format": "untoc-response/1", "x": "')
        file.truncate(2 << 30)
    at.write("line/good.json", sample())
    peak = 0
    too_large = [("line/long.json", "file-too-large")]
    for paths in (["line"], ["line/long.json"]):
        ran = at.validate(*paths, "--format", "json", seconds=30)
        expect("findings", ran.codes(), too_large)
        expect("exit code", ran.code, 1)
        bounded(ran)
        peak = max(peak, ran.peak)
    with open(name, "rb") as long:
        ran = at.validate("-", "--format", "json", stdin=long, seconds=30)
    expect("findings", [code for _, code in ran.codes()], ["file-too-large"])
    bounded(ran)
    # What steers a run, and reports, are read within limits too.
    for arguments in (
        ["validate", "line", "--isolated", "--baseline", "line/long.json"],
        ["validate", "line", "--isolated", "--expect", "line/long.json"],
        ["validate", "line", "--config", "line/long.json"],
        ["join-reports", "line/long.json"],
        ["compare-reports", "line/long.json", "line/long.json"],
        ["letters", "line/long.json", "--to", "md", "--output", "line-letters"],
    ):
        ran = at.run(*arguments, seconds=60)
        expect(f"exit code of {arguments}", ran.code, 2)
        bounded(ran)
        peak = max(peak, ran.peak)
    os.remove(name)
    # A finding of 400 MB in a report that is well-formed up to there.
    name = at.path("line/report.json")
    ran = at.validate("line", "--format", "json")
    head, _ = ran.out.split('"findings"')
    with open(name, "w", encoding="utf-8") as file:
        file.write(head + '"findings": [{"code": "')
        for _ in range(400):
            file.write("x" * 1_000_000)
    ran = at.run("join-reports", "line/report.json", seconds=60)
    expect("exit code", ran.code, 2)
    bounded(ran)
    peak = max(peak, ran.peak)
    os.remove(name)
    return f"peak {peak / 1e6:.0f} MB"


def very_many_files(at, files):
    """So many files in one run: memory grows with the list of paths alone."""
    if not files:
        return "left out"
    made = 0
    length = 0
    for folder in range((files + 999) // 1000):
        inside = at.path(f"many/{folder:04}", "x")
        source = at.path("many-sources", f"{folder}.json")
        with open(source, "w", encoding="utf-8") as file:
            file.write(broken() if folder % 10 == 5 else sample())
        for number in range(min(1000, files - made)):
            path = os.path.join(os.path.dirname(inside), f"response-{number:03}.json")
            os.link(source, path)
            length = len(path) - len(at.folder) - 1
            made += 1
    wrong = sum(1000 for folder in range(files // 1000) if folder % 10 == 5)
    ran = at.validate("many", "--format", "jsonl", seconds=600)
    last = json.loads(ran.out.rstrip().rsplit("\n", 1)[-1])
    expect("responses", last["summary"]["responses"], files)
    expect("errors", last["summary"]["errors"], wrong)
    # A path with what a subject needs beside it.
    paths = files * (length + 96)
    bounded(ran, paths)
    ran_json = at.validate("many", "--format", "json", seconds=600)
    expect("errors", ran_json.report()["summary"]["errors"], wrong)
    bounded(ran_json, paths)
    return (
        f"{files} files, {ran.seconds:.1f} s, peak {ran.peak / 1e6:.0f} MB, "
        f"{paths / 1e6:.0f} MB of it for paths"
    )


def named_pipe(at):
    """A named pipe is never opened: it would keep everybody waiting."""
    at.write("pipe/good.json", sample())
    os.mkfifo(at.path("pipe/p.json"))
    os.mkfifo(at.path("pipe/p.zip"))
    for path in ("pipe/p.json", "pipe/p.zip"):
        ran = at.validate(path, "--format", "json", seconds=20)
        expect("findings", ran.codes(), [(path, "file-not-regular")])
        expect("exit code", ran.code, 1)
    ran = at.validate("pipe", "--format", "json", seconds=20)
    expect("subjects", ran.report()["summary"]["responses"], 1)
    return f"in a folder: {[code for _, code in ran.codes()]}"


def link_loop(at):
    """Links in a loop, to themselves and to a folder above are told and not followed."""
    at.write("loop/good.json", sample())
    os.symlink("self.json", at.path("loop/self.json"))
    os.symlink(at.path("loop"), at.path("loop/again"))
    os.symlink("b", at.path("loop/a"))
    os.symlink("a", at.path("loop/b"))
    ran = at.validate("loop", "--format", "json", seconds=20)
    expect("responses", ran.report()["summary"]["responses"], 1)
    codes = set(code for _, code in ran.codes())
    if not codes <= {"link-not-followed"}:
        raise Bad(f"links give {codes}")
    ran = at.validate("loop/self.json", "--format", "json", seconds=20)
    expect("exit code", ran.code, 3)
    expect("findings", ran.codes(), [("loop/self.json", "file-unreadable")])
    return "not followed"


def files_in_motion(at, seed):
    """Files change, grow and vanish while they are read."""
    names = [at.path(f"motion/{number % 7}", f"r{number}.json") for number in range(3000)]
    text, other, whole = sample(), broken(), sample("som-cluster-1")
    for name in names:
        with open(name, "w", encoding="utf-8") as file:
            file.write(whole)
    stop = threading.Event()

    def disturb(number):
        chance = random.Random(seed * 10 + number)
        while not stop.is_set():
            name = chance.choice(names)
            with contextlib.suppress(OSError):
                deed = chance.randrange(5)
                if deed == 0:
                    os.remove(name)
                elif deed == 1:
                    with open(name, "a", encoding="utf-8") as file:
                        file.write(" " * chance.randrange(100_000))
                elif deed == 2:
                    os.truncate(name, chance.randrange(1000))
                else:
                    with open(name, "w", encoding="utf-8") as file:
                        file.write(chance.choice([text, other, whole]))

    threads = [threading.Thread(target=disturb, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    seen = set()
    try:
        for _ in range(10):
            ran = at.validate("motion", "--format", "json", seconds=60)
            summary = ran.report()["summary"]
            if ran.code not in (0, 1, 3):
                raise Bad(f"exit code {ran.code}")
            unread = [file for file, code in ran.codes() if code == "file-unreadable"]
            expect("exit code 3 for what was not read", ran.code == 3, bool(unread))
            seen.update(code for _, code in ran.codes())
            if summary["subjects"] < 1:
                raise Bad("nothing was looked at")
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    return f"found {len(seen)} codes"


def no_permission(at):
    """What may not be read is exit code 3, and hides nothing else."""
    at.write("locked/good.json", sample())
    at.write("locked/bad.json", broken())
    at.write("locked/shut.json", sample())
    at.write("locked/folder/inside.json", sample())
    at.write("locked/kenya/dossier.json", "{}")
    os.chmod(at.path("locked/shut.json"), 0)
    os.chmod(os.path.join(at.folder, "locked/folder"), 0)
    os.chmod(os.path.join(at.folder, "locked/kenya/dossier.json"), 0)
    ran = at.validate("locked", "--format", "json", nobody=True)
    os.chmod(os.path.join(at.folder, "locked/folder"), 0o755)
    expect("exit code", ran.code, 3)
    codes = ran.codes()
    for file in ("locked/shut.json", "locked/folder"):
        if (file, "file-unreadable") not in codes:
            raise Bad(f"{file} is not told: {codes}")
    if not any(file.startswith("locked/kenya") for file, _ in codes):
        raise Bad(f"the dossier is not told: {codes}")
    if ("locked/bad.json", "language-malformed") not in codes:
        raise Bad(f"something is hidden: {codes}")
    ran = at.validate("locked/good.json", "--output", "locked/r.json", nobody=True)
    expect("exit code without the right to write", ran.code, 4)
    return "as nobody" if os.geteuid() == 0 else "as this user"


def full_disk(at):
    """A full disk is exit code 4, and leaves no report and no litter."""
    for number in range(400):
        at.write(f"full/{number}.json", broken())
    for arguments in (["--format", "json"], ["--format", "jsonl"], []):
        with open("/dev/full", "w", encoding="utf-8") as full:
            ran = at.validate("full", *arguments, out=full)
        expect("exit code of a full standard output", ran.code, 4)
        ran = at.validate("full", *arguments, "--output", "/dev/full")
        expect("exit code of --output /dev/full", ran.code, 4)
    disk = at.path("disk", "x")[:-2]
    mounted = (
        os.geteuid() == 0
        and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk],
            stderr=subprocess.DEVNULL,
            check=False,
        ).returncode
        == 0
    )
    # Where nothing can be mounted, a limit on the size of files is the nearest thing.
    limit = None if mounted else 65536
    try:
        for form in ("human", "json", "jsonl", "csv", "sarif"):
            report = f"disk/report.{form}"
            arguments = ["full", "--format", form, "--output", report]
            ran = at.validate(*arguments, limit=limit)
            expect(f"exit code of {form} on a full disk", ran.code, 4)
            expect("files on the full disk", os.listdir(disk), [])
        arguments = ["full", "--write-baseline", "disk/baseline.json"]
        arguments += ["--reason", "x", "--expires", "2027-01-01"]
        ran = at.validate(*arguments, limit=limit)
        expect("exit code of a baseline on a full disk", ran.code, 4)
        expect("files on the full disk", os.listdir(disk), [])
        if mounted:
            # More waits for the end of the run than the folder for temporary files holds.
            for number in range(8000):
                at.write(f"fuller/{number}.json", broken())
            arguments = ["fuller", "--format", "json"]
            ran = at.validate(*arguments, env={"TMPDIR": disk})
            expect("exit code of a full folder for temporary files", ran.code, 4)
            expect("a report that is not whole", ran.out, "")
    finally:
        if mounted:
            subprocess.run(["umount", disk], check=True)
    return "a small disk" if mounted else "a limit on the size of files"


def kills(at, seed, number=50):
    """Killed at random moments, reports in lines are whole lines."""
    chance = random.Random(seed)
    for at_file in range(1500):
        at.write(f"killed/{at_file:04}.json", broken())
    whole = at.validate("killed", "--format", "jsonl")
    lines = whole.out.splitlines(keepends=True)
    cut = kept = 0
    for turn in range(number):
        way = ("file", "pipe", "output")[turn % 3]
        if way == "output":
            arguments = ["--output", "killed-report.jsonl"]
            process = start_lines(at, *arguments, stdout=subprocess.DEVNULL)
        elif way == "file":
            with open(at.path("killed-out"), "wb") as out:
                process = start_lines(at, stdout=out)
        else:
            process = start_lines(at, stdout=subprocess.PIPE)
        time.sleep(chance.random() * whole.seconds * 1.1)
        process.kill()
        text = process.communicate()[0]
        ended = process.returncode == 1
        if way == "output":
            report = at.path("killed-report.jsonl")
            # A run can be killed when its report is done and it only has to leave.
            done = os.path.exists(report)
            expect("a report under its name", done or not ended, True)
            names = [n for n in os.listdir(at.folder) if n.startswith(".killed-report")]
            for name in [report] * done + [at.path(n) for n in names]:
                with open(name, "rb") as file:
                    check_lines(file.read(), lines, name == report)
                os.remove(name)
        else:
            if way == "file":
                with open(at.path("killed-out"), "rb") as file:
                    text = file.read()
            check_lines(text, lines, ended)
        cut += not ended
        kept += ended
    return f"{cut} killed, {kept} ended before"


def workbooks_that_fill_the_memory(at, seed):
    """Each is refused within a second and 100 MB; a large one in order is read."""
    folder = os.path.dirname(at.path("workbooks", "x"))
    most = 0
    for name, _, codes, _, work, peak, good in workbooks.measure(
        at.binary, folder, seed, 60_000
    ):
        if not good:
            raise Bad(f"{name}: {codes}, {work:.2f} s, {peak / 1e6:.0f} MB")
        most = max(most, peak)
    return f"peak {most / 1e6:.0f} MB"


def start_lines(at, *arguments, **files):
    """Starts a run that writes lines."""
    return at.start(
        "validate",
        "--isolated",
        "killed",
        "--format",
        "jsonl",
        *arguments,
        stderr=subprocess.DEVNULL,
        **files,
    )


def check_lines(text, lines, done):
    """Fails where a report is not made of whole lines, or is not whole when it must be."""
    found = text.decode().splitlines(keepends=True)
    if found and not found[-1].endswith("\n"):
        raise Bad(f"a line was torn: {found[-1][-80:]!r}")
    expect("lines", found, lines[: len(found)])
    if done:
        expect("whole", len(found), len(lines))


def main():
    """Runs every case, and says how each ended."""
    binary, files, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    cases = [
        (line_of_two_gigabytes, ()),
        (named_pipe, ()),
        (link_loop, ()),
        (files_in_motion, (seed,)),
        (no_permission, ()),
        (full_disk, ()),
        (workbooks_that_fill_the_memory, (seed,)),
        (kills, (seed,)),
        (very_many_files, (files,)),
    ]
    # A run that is told to stop cleans up as well.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    folder = tempfile.mkdtemp(prefix="untoc-hostile-")
    os.chmod(folder, stat.S_IRWXU | stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH)
    # Nobody may be unable to reach the folder of the build, as below a closed home.
    tools = tempfile.mkdtemp(prefix="untoc-hostile-tool-")
    os.chmod(tools, 0o755)
    binary = shutil.copy(binary, tools)
    bad = 0
    try:
        at = Hostile(binary, folder)
        for case, arguments in cases:
            started = time.monotonic()
            try:
                said = case(at, *arguments)
            except Bad as error:
                bad += 1
                said = f"BAD: {error}"
            name = case.__name__.replace("_", " ")
            print(f"hostile: {name}: {said} ({time.monotonic() - started:.0f} s)", flush=True)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(tools, ignore_errors=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
