#!/bin/sh
# Opens the form in the browser. Double-click it on macOS; close the window to stop.
# The first time, macOS asks whether to open it: press Control and click, then "Open".
cd "$(dirname "$0")" || exit 1
exec ./untoc serve --open
