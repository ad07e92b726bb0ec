#!/usr/bin/env python3
"""CONTRIBUTING.md says for ten common changes which files they touch. This holds it to the code, by a sibling that exists:
a new goal touches the files that name the goal `LinkClicks`.

Under "## Where a change goes" a request is a block like this:

    ### A goal

    Sibling: `LinkClicks`, `LINK_CLICKS`. At most 6 files.

    1. `models/wave/setupprocess.h`: the value and its word on the wire
    2. …

    - `app/service/sample/campaigns.cpp`: only uses it (a reason why a file isn't counted)

It fails where a listed file doesn't exist or doesn't name the sibling, where a file names it but isn't listed, and where more
files are listed than are wanted. Tests, translations and the changelog aren't counted.

Usage: changerequests.py <root of the sources> [--measure] | --selftest
  --measure   prints the files that name each sibling, with the number of lines, and fails for nothing
"""
import os
import re
import sys
import tempfile

import sourcefiles

FOLDERS = ("models", "wizard", "app", "resources")
ENDINGS = (".h", ".cpp", ".json", ".yaml", ".md", ".sql", ".qrc", ".csv", ".txt")
DOCUMENT = "CONTRIBUTING.md"
SECTION = "## Where a change goes"
SIBLING = re.compile(r"^Sibling: (?P<names>`.+`)\. At most (?P<most>\d+) files?\.$")
COUNTED = re.compile(r"^\d+\. `(?P<file>[^`]+)`: \S")
EXEMPT = re.compile(r"^- `(?P<file>[^`]+)`: \S")


class Request:
    def __init__(self, title):
        self.title = title
        self.names = []
        self.most = None
        self.files = []
        self.exempt = []


def requests_of(text):
    """The requests of the section, and what is wrong with its form."""
    requests, faults = [], []
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            inside = line == SECTION
        if not inside:
            continue
        if line.startswith("### "):
            requests.append(Request(line[4:]))
            continue
        if not requests:
            continue
        request = requests[-1]
        sibling, counted, exempt = SIBLING.match(line), COUNTED.match(line), EXEMPT.match(line)
        if sibling:
            request.names = re.findall(r"`([^`]+)`", sibling["names"])
            request.most = int(sibling["most"])
        elif counted:
            request.files.append(counted["file"])
        elif exempt:
            request.exempt.append(exempt["file"])
        elif re.match(r"(\d+\.|-|Sibling) ?", line):
            faults.append(f"{DOCUMENT}:{number}: not a line of a request: {line}")
    for request in requests:
        if request.most is None:
            faults.append(f"{request.title}: no line \"Sibling: `name`. At most N files.\"")
        for file in sorted(set(request.files + request.exempt)):
            if (request.files + request.exempt).count(file) > 1:
                faults.append(f"{request.title}: {file} is named twice")
    if not requests:
        faults.append(f"{DOCUMENT} has no requests under \"{SECTION}\"")
    return requests, faults


def lines_naming(names, texts):
    """{file: how many of its lines name one of the names as a whole word}"""
    pattern = re.compile("|".join(rf"(?<![A-Za-z0-9_]){re.escape(name)}(?![A-Za-z0-9_])" for name in names))
    found = {}
    for file, text in texts.items():
        lines = sum(1 for line in text.splitlines() if pattern.search(line))
        if lines:
            found[file] = lines
    return found


def faults_of(request, root, naming):
    faults = []
    for file in request.files + request.exempt:
        if not os.path.exists(os.path.join(root, file)):
            faults.append(f"{file} doesn't exist")
        elif file not in naming:
            faults.append(f"{file} is listed, but doesn't name the sibling")
    faults += [f"{file} names the sibling on {lines} lines, but isn't listed"
               for file, lines in naming.items() if file not in request.files + request.exempt]
    if len(request.files) > request.most:
        faults.append(f"{len(request.files)} files are listed; at most {request.most} are wanted")
    return faults


def main(root, measure=False):
    with open(os.path.join(root, DOCUMENT), encoding="utf-8") as document:
        requests, form = requests_of(document.read())
    texts = {}
    for file in sourcefiles.files_of(root, FOLDERS, ENDINGS):
        with open(os.path.join(root, file), encoding="utf-8", errors="replace") as source:
            texts[file] = source.read()
    for fault in form:
        print(fault)
    failed = bool(form)
    for request in requests:
        if request.most is None:
            continue
        naming = lines_naming(request.names, texts)
        faults = [] if measure else faults_of(request, root, naming)
        counted = [file for file in naming if file not in request.exempt]
        print(f"{'FAIL' if faults else 'ok  '} {request.title}: {len(counted)} files, at most {request.most} wanted")
        for fault in faults:
            print(f"         {fault}")
        if measure:
            for file, lines in naming.items():
                print(f"         {file} ({lines}){', not counted' if file in request.exempt else ''}")
        failed = failed or bool(faults)
    return 1 if failed and not measure else 0


def selftest():
    good = ("# Contributing\n\n## Where a change goes\n\n### A goal\n\nSibling: `Clicks`, `LINK_CLICKS`. At most 2 files.\n\n"
            "1. `models/goal.h`: the value\n2. `app/text.cpp`: its text\n\n- `app/sample.cpp`: only uses it\n\n## Else\n\n1. no\n")
    sources = {"models/goal.h": "enum Goal { Clicks };", "app/text.cpp": 'x = "LINK_CLICKS";', "app/sample.cpp": "Goal::Clicks",
               "app/other.cpp": "allClicks", "tests/goal.cpp": "Clicks"}
    cases = [  # (what it is, the document, further sources, the exit code)
        ("the good one", good, {}, 0),
        ("a file that isn't listed", good, {"wizard/page.cpp": "Goal::Clicks"}, 1),
        ("a file that isn't there", good.replace("app/text.cpp", "app/texts.cpp"), {}, 1),
        ("a file without the sibling", good.replace("app/sample.cpp", "app/other.cpp"), {"app/sample.cpp": ""}, 1),
        ("too many files", good.replace("At most 2", "At most 1"), {}, 1),
        ("an exempt file without the sibling", good, {"app/sample.cpp": ""}, 1),
        ("a file without what to do there", good.replace(": its text", ""), {}, 1),
        ("a reason is missing", good.replace(": only uses it", ""), {}, 1),
        ("no sibling", good.replace("Sibling:", "Like"), {}, 1),
        ("a file named twice", good.replace("- `app/sample.cpp`", "- `app/text.cpp`"), {"app/sample.cpp": ""}, 1),
        ("no requests", "# Contributing\n", {}, 1),
    ]
    failures = 0
    for what, document, further, wanted in cases:
        with tempfile.TemporaryDirectory() as root:
            for name, text in {**sources, **further, DOCUMENT: document}.items():
                os.makedirs(os.path.dirname(os.path.join(root, name)), exist_ok=True)
                with open(os.path.join(root, name), "w", encoding="utf-8") as file:
                    file.write(text)
            found = main(root)
        if found != wanted:
            print(f"wanted {wanted}, found {found}: {what}")
            failures += 1
    return 1 if failures else 0


if __name__ == "__main__":
    if sys.argv[1:] == ["--selftest"]:
        sys.exit(selftest())
    if len(sys.argv) not in (2, 3) or sys.argv[2:] not in ([], ["--measure"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1], len(sys.argv) == 3))
