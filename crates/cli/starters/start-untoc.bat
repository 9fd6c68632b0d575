@echo off
rem Opens the form in the browser. Double-click it on Windows; close the window to stop.
cd /d "%~dp0"
untoc.exe serve --open
pause
