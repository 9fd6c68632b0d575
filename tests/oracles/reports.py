"""Asks other people's readers whether they can read our reports and schemas."""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

import engines

# What the multitool warned of in any report.
ADVICE: set[str] = set()


def check_metaschema(schemas: list[pathlib.Path]) -> list[dict]:
    """Asks check-jsonschema whether schemas are JSON Schemas."""
    command = engines.TOOLS / "venv" / "bin" / "check-jsonschema"
    done = subprocess.run(
        [command, "--check-metaschema", *schemas],
        capture_output=True,
        text=True,
        check=False,
    )
    print(f"  check-jsonschema: {len(schemas)} schemas", file=sys.stderr)
    if done.returncode == 0 and schemas:
        return []
    return [{"engine": "check-jsonschema", "why": done.stdout + done.stderr}]


def reports(options: argparse.Namespace) -> list[dict]:
    found = check_metaschema(sorted((engines.ROOT / "schemas").glob("*.json")))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subjects = lay_out(options, folder)
        offered = untoc(folder, ["validate", "--help"]).stdout
        for form, reader in [("sarif", sarif), ("junit", junit)]:
            if form not in offered:
                print(f"  {form}: `untoc validate` does not write it yet", file=sys.stderr)
                continue
            for subject in subjects:
                found += compare(folder, subject, form, reader)
            print(f"  {form}: {len(subjects)} reports", file=sys.stderr)
        if ADVICE:
            advice = ", ".join(sorted(ADVICE))
            print(f"  sarif: the multitool advises: {advice}", file=sys.stderr)
    return found


def untoc(folder: pathlib.Path, arguments: list) -> subprocess.CompletedProcess:
    environment = {**os.environ, "UNTOC_NOW": "2026-11-24T09:30:00Z", "NO_COLOR": "1"}
    return subprocess.run(
        [str(part) for part in [engines.UNTOC, *arguments]],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=environment,
    )


def lay_out(options: argparse.Namespace, folder: pathlib.Path) -> list[list[str]]:
    """Makes a dossier with findings, and responses with faults of every kind."""
    done = untoc(folder, ["demo", "demo"])
    if done.returncode != 0:
        sys.exit(f"oracles: untoc demo: {done.stdout}{done.stderr}")
    engines.generate("documents", options.seed, 12, folder)
    (folder / "torn.json").write_text('{"format": "untoc-response/1", ', encoding="utf-8")
    broken = [f"untoc-cluster-{cluster}/0001.json" for cluster in "1234"]
    broken += [f"untoc-cluster-1/00{number:02}.json" for number in range(3, 12, 2)]
    return [["demo"], ["torn.json"], *([file] for file in broken), ["untoc-cluster-1/0000.json"]]


def compare(folder: pathlib.Path, subject: list[str], form: str, reader) -> list[dict]:
    level = ["--level", "submission"]
    told = untoc(folder, ["validate", *subject, *level, "--format", "json"])
    summary = json.loads(told.stdout)["summary"]
    report = folder / f"report.{form}"
    done = untoc(folder, ["validate", *subject, *level, "--format", form])
    report.write_text(done.stdout, encoding="utf-8")
    findings = json.loads(told.stdout)["findings"]
    try:
        why = reader(report, summary, findings)
    except Exception as error:  # each reader raises its own kinds
        why = f"cannot be read: {error}"
    if done.returncode != told.returncode:
        why = f"exit {done.returncode}, and {told.returncode} for JSON"
    return [{"engine": form, "subject": subject, "why": why}] if why else []


def sarif(report: pathlib.Path, summary: dict, findings: list[dict]) -> str:
    """Reads a SARIF report with Microsoft's multitool, which must find no error in it.

    Its warnings are advice and are only shown.
    """
    out = report.with_suffix(".judged.sarif")
    command = engines.TOOLS / "npm" / "node_modules" / ".bin" / "sarif-multitool"
    done = subprocess.run(
        [command, "validate", report, "--output", out, "--log", "ForceOverwrite"],
        capture_output=True,
        text=True,
        check=False,
        # Without Debian's ICU library .NET needs to be told that it is not there.
        env={**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"},
    )
    if not out.exists():
        return f"{done.stdout}{done.stderr}"
    judged = json.loads(out.read_text(encoding="utf-8-sig"))
    said = [result for run in judged["runs"] for result in run.get("results", [])]
    ADVICE.update(result["ruleId"] for result in said if result.get("level") != "error")
    faults = [f"{each['ruleId']}: {each['message']}" for each in said if each.get("level") == "error"]
    if faults:
        return "; ".join(faults)[:2000]
    written = json.loads(report.read_text(encoding="utf-8"))
    results = [result for run in written["runs"] for result in run["results"]]
    levels = {"errors": "error", "warnings": "warning", "notes": "note"}
    for key, level in levels.items():
        ours = sum(1 for finding in findings if finding["severity"] == level)
        theirs = sum(1 for result in results if result["level"] == level)
        if ours != theirs:
            return f"{theirs} results of level {level}; the JSON report has {ours}"
    return ""


def junit(report: pathlib.Path, summary: dict, findings: list[dict]) -> str:
    """Reads a JUnit report with junitparser; its sums are the sums of its parts."""
    from junitparser import Failure, JUnitXml, TestSuite  # Error and Skipped stand apart

    xml.parse(report)
    read = JUnitXml.fromfile(str(report))
    suites = [read] if isinstance(read, TestSuite) else list(read)
    failed = 0
    for suite in suites:
        cases = list(suite)
        bad = sum(
            1 for case in cases if any(isinstance(result, Failure) for result in case.result)
        )
        failed += bad
        if (suite.tests, suite.failures) != (len(cases), bad):
            return f"suite {suite.name}: {suite.tests} tests and {suite.failures} failures are told; there are {len(cases)} and {bad}"
    if (failed > 0) != (summary["errors"] > 0):
        return f"{failed} failures, and {summary['errors']} errors in the JSON report"
    return ""
