"""How long a questionnaire takes to go out and to come back, in each format.

    tests/bench/documents.py BINARY [ROUNDS]

Runs the commands in the dossier of `untoc demo` and prints the median of the processor
time of the whole process, the start included. A page for a browser comes back as the JSON
that it saves, so it is only written.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

BINARY = str(Path(sys.argv[1]).resolve())
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 9
QUESTIONNAIRE = "untoc-cluster-1"


def median(folder, *arguments):
    times = []
    for _ in range(ROUNDS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run([BINARY, *arguments], cwd=folder, capture_output=True, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode != 0:
            sys.exit(f"untoc {' '.join(arguments)}: {done.stdout}{done.stderr}")
        spent = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
        times.append(spent * 1e3)
    return sorted(times)[ROUNDS // 2]


with tempfile.TemporaryDirectory() as scratch:
    subprocess.run([BINARY, "demo", "demo"], cwd=scratch, check=True, capture_output=True)
    folder = Path(scratch, "demo")
    for kind in ("docx", "xlsx", "html", "csv"):
        file = Path(scratch, f"form.{kind}")
        write = ["export", "--to", kind, "--questionnaire", QUESTIONNAIRE, "--force"]
        out = median(folder, *write, "--output", str(file))
        back = "-"
        if kind != "html":
            back = f"{median(folder, 'import', str(file), '--dry-run'):.1f}"
        print(f"{kind}: write {out:.1f} ms, read {back} ms, {file.stat().st_size // 1024} KiB")
