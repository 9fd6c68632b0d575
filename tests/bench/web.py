#!/usr/bin/env python3
"""Measures the pages of `untoc serve`: tests/bench/web.py BINARY

Makes the dossier of the example (82 and 54 questions, most of them answered), opens each
page fifty times over one connection, and sends five hundred keystrokes to the autosave
area. Prints the median and the slowest tenth in milliseconds, and the weight of each page
with its style sheet and script.
"""

import http.client
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROUNDS, KEYSTROKES = 50, 500


def main(binary):
    folder = tempfile.mkdtemp(prefix="untoc-web-bench-")
    root = f"{folder}/demo"
    subprocess.run([binary, "demo", root], check=True, capture_output=True)
    server = subprocess.Popen(
        [binary, "serve", "--dossier", root], stderr=subprocess.PIPE, text=True
    )
    try:
        address = urllib.parse.urlparse(server.stderr.readline().strip())
        measure(address)
    finally:
        server.terminate()
        server.wait()


def measure(address):
    line = http.client.HTTPConnection(address.netloc)
    line.request("GET", f"/?{address.query}")
    answer = line.getresponse()
    answer.read()
    cookie = answer.getheader("Set-Cookie").split(";")[0]
    own = {"Cookie": cookie, "Origin": f"http://{address.netloc}"}

    def get(path):
        line.request("GET", path, headers=own)
        answer = line.getresponse()
        body = answer.read()
        assert answer.status == 200, (path, answer.status)
        return body

    fixed = len(get("/static/style.css")) + len(get("/static/save.js"))
    print(f"{'page':<32} {'median':>8} {'p90':>8}   kB with style and script")
    for path in [
        "/", "/section/untoc-5", "/section/untoc-6", "/whole/untoc-cluster-1",
        "/whole/tip-cluster-1", "/views/technical_assistance", "/check",
        "/check?level=submission", "/people", "/laws", "/log", "/search?q=law",
    ]:
        times, size = [], 0
        for _ in range(ROUNDS):
            start = time.perf_counter()
            size = len(get(path))
            times.append((time.perf_counter() - start) * 1000)
        times.sort()
        p90 = times[int(len(times) * 0.9)]
        weight = (size + fixed) / 1000
        print(f"{path:<32} {statistics.median(times):8.1f} {p90:8.1f}   {weight:.0f}")

    page = get("/section/untoc-5").decode()
    once = re.search(r'name="once" value="(\w+)"', page)[1]
    form = {**own, "Content-Type": "application/x-www-form-urlencoded"}
    times, text = [], ""
    for number in range(KEYSTROKES):
        text += "abcde "[number % 6]
        body = urllib.parse.urlencode(
            {"once": once, "as": "json", "do": "keep", "window": "bench",
             "untoc-5-q1/value": "yes", "untoc-5-q1/note": text}
        )
        start = time.perf_counter()
        line.request("POST", "/section/untoc-5", body, form)
        answer = line.getresponse()
        told = answer.read().decode()
        times.append((time.perf_counter() - start) * 1000)
        assert answer.status == 200, told
        once = re.search(r'"once":"(\w+)"', told)[1]
    times.sort()
    p90 = times[int(len(times) * 0.9)]
    print(f"{'one keystroke kept':<32} {statistics.median(times):8.1f} {p90:8.1f}")


if __name__ == "__main__":
    main(sys.argv[1])
