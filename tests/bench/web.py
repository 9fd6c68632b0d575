#!/usr/bin/env python3
"""Measures the pages of `untoc serve`: tests/bench/web.py BINARY

Makes the dossier of the example (82 and 54 questions, most of them answered), opens each
page fifty times over one connection, and sends five hundred keystrokes to the autosave
area. Prints the median and the slowest tenth in milliseconds, and the weight of each page
with its style sheet and script. Then it does the same with a questionnaire of 150 questions
in one section, blank and answered, and with all sixteen questionnaires, and names the
heaviest section of each. Fails when a page has 150 kB or more.
"""

import http.client
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse

ROUNDS, KEYSTROKES = 50, 500
MOST = 150_000
QUESTIONS = 150
LONG = "The law covers agreements to commit a crime, and the courts have applied it. " * 5


def main(binary):
    folder = tempfile.mkdtemp(prefix="untoc-web-bench-")
    root = f"{folder}/demo"
    subprocess.run([binary, "demo", root], check=True, capture_output=True)
    with_server([binary, "serve", "--dossier", root], measure)
    own = f"{folder}/questionnaires"
    large = f"{folder}/large"
    os.makedirs(own)
    with open(f"{own}/cluster-1.json", "w", encoding="utf-8") as file:
        json.dump(questionnaire(), file)
    run = [binary, "--questionnaires", own]
    start = ["init", large, "--state", "XXA", "--instruments", "untoc", "--clusters", "1"]
    subprocess.run([*run, *start], check=True, capture_output=True)
    serve = [*run, "serve", "--dossier", large]
    with_server(serve, lambda address: sections(f"{QUESTIONS} questions, blank", address))
    answer(f"{large}/responses/untoc-cluster-1.json")
    with_server(serve, lambda address: sections(f"{QUESTIONS} questions, answered", address))
    every = f"{folder}/every"
    subprocess.run(
        [binary, "init", every, "--state", "XXA", "--instruments", "untoc,tip,som,fp",
         "--clusters", "1,2,3,4"], check=True, capture_output=True)
    with_server([binary, "serve", "--dossier", every],
                lambda address: sections("all sixteen, blank", address))


def with_server(command, work):
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        work(urllib.parse.urlparse(server.stderr.readline().strip()))
    finally:
        server.terminate()
        server.wait()


def questionnaire():
    """A questionnaire whose one section has many questions, choices and texts in turn."""
    def question(number):
        kind = ["implementation", "text", "yes_no"][number % 3]
        return {
            "id": f"untoc-5-q{number + 1}", "kind": kind, "provisions": ["5(1)"],
            "obligation": "mandatory", "required": True,
            "text": f"Does the law of your country cover conduct number {number + 1}?",
            "help": "Answer in part where some of the conduct is covered.",
        }
    return {
        "format": "untoc-questionnaire/1", "id": "untoc-cluster-1", "version": "1.0.0",
        "language": "en", "instrument": "untoc", "cluster": 1,
        "title": "A generated questionnaire", "articles": ["5"],
        "sections": [{
            "id": "untoc-5", "article": "5", "title": "Many questions",
            "questions": [question(number) for number in range(QUESTIONS)],
        }],
    }


def answer(path):
    with open(path, encoding="utf-8") as file:
        response = json.load(file)
    value = ["in_part", LONG, "yes"]
    response["answers"] = {
        f"untoc-5-q{number + 1}": {"value": value[number % 3], "note": LONG}
        for number in range(QUESTIONS)
    }
    with open(path, "w", encoding="utf-8") as file:
        json.dump(response, file, indent=2, ensure_ascii=False)


def reader(address):
    """Lets us in, and returns what gets a page."""
    line = http.client.HTTPConnection(address.netloc)
    line.request("GET", f"/?{address.query}")
    answer = line.getresponse()
    answer.read()
    cookie = answer.getheader("Set-Cookie").split(";")[0]

    def get(path):
        line.request("GET", path, headers={"Cookie": cookie})
        answer = line.getresponse()
        body = answer.read()
        assert answer.status == 200, (path, answer.status)
        return body

    return get


def sections(what, address):
    """Opens every page of every section, and names the heaviest and the slowest."""
    get = reader(address)
    fixed = len(get("/static/style.css")) + len(get("/static/save.js"))
    left = re.findall(r'href="(/section/[\w-]+|/whole/[\w-]+)"', get("/").decode())
    seen, heaviest, slowest, questions = set(), (0, ""), (0.0, ""), 0
    while left:
        path = left.pop()
        if path in seen:
            continue
        seen.add(path)
        times = []
        for _ in range(9):
            start = time.perf_counter()
            page = get(path)
            times.append((time.perf_counter() - start) * 1000)
        here = path.split("?")[0]
        left += [here + link for link in re.findall(rb'href="(\?(?:at|page)=[^"#]+)', page)
                 for link in [link.decode()]]
        heaviest = max(heaviest, (len(page) + fixed, path))
        slowest = max(slowest, (statistics.median(times), path))
        questions = max(questions, page.count(b"data-question="))
    print(f"{what}: {len(seen)} pages, at most {questions} questions on one;"
          f" heaviest {heaviest[0] / 1000:.0f} kB ({heaviest[1]}),"
          f" slowest {slowest[0]:.1f} ms ({slowest[1]})")
    assert heaviest[0] < MOST, heaviest


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
