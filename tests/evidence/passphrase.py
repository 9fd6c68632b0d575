"""Types a passphrase for a program: passphrase.py COMMAND [ARGUMENT...]

Both age and untoc ask for it on the terminal only, so the program gets a terminal of its
own. Whatever it asks, PASSPHRASE of the environment is typed, three times at the most.
What the program shows is printed; the exit code is the program's.
"""

import os
import pty
import select
import signal
import sys
import termios

QUESTIONS = 3
PATIENCE = 60  # seconds
MOMENT = 0.1

secret = os.environ.pop("PASSPHRASE")
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[1], sys.argv[1:])

shown, answered, seen, idle = b"", 0, 0, 0.0
while True:
    if select.select([terminal], [], [], MOMENT)[0]:
        try:
            got = os.read(terminal, 4096)
        except OSError:  # Linux says so when the program has ended
            got = b""
        if not got:
            break
        shown, idle = shown + got, 0.0
    else:
        idle += MOMENT
        if idle > PATIENCE:
            os.kill(child, signal.SIGKILL)
            sys.exit(f"{sys.argv[1]} waits for something else: {shown!r}")
    # A question stands at the end, is a new one, and hides what is typed; some programs
    # ask first and hide a moment later.
    hidden = not termios.tcgetattr(terminal)[3] & termios.ECHO
    if hidden and len(shown) > seen and shown.endswith(b": ") and answered < QUESTIONS:
        os.write(terminal, secret.encode() + b"\n")
        answered, seen = answered + 1, len(shown)
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(shown)
assert secret.encode() not in shown, "the passphrase was shown on the terminal"
if not answered:
    sys.exit(f"{sys.argv[1]} did not ask for the passphrase")
sys.exit(os.waitstatus_to_exitcode(status))
