#!/usr/bin/env python3
"""The pictures of the layers in README.md are true: mermaid graphs whose boxes are folders (or single files).

    desktop["app/desktop<br/>the windows"] --> wizard["wizard"] & autosave["app/autosave"]

Every `#include` between two boxes goes along arrows; every arrow stands for an `#include`; arrows go round in no circle; every
box exists, and every source file beside or below the boxes lies in one.

Usage: layers.py <root of the sources> | --selftest
"""
import collections
import os
import re
import sys
import tempfile

import sourcefiles

FOLDERS = ("models", "wizard", "app", "resources")
DOCUMENT = "README.md"
PICTURE = re.compile(r"^```mermaid\ngraph [A-Z]+\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BOX = re.compile(r'^(?P<id>\w+)(?:\["(?P<label>[^"]+)"\])?$')
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)


def picture_of(text):
    """({id: folder}, {(id, id)}, faults) of one graph"""
    boxes, arrows, faults = {}, set(), []
    for line in filter(None, map(str.strip, text.splitlines())):
        groups = []
        for part in line.split("-->"):
            found = [BOX.match(box.strip()) for box in part.split("&")]
            if not all(found):
                faults.append(f"not understood: {line}")
                break
            for box in found:
                if box["label"]:
                    boxes[box["id"]] = box["label"].split("<br/>")[0]
            groups.append([box["id"] for box in found])
        arrows |= {(a, b) for left, right in zip(groups, groups[1:]) for a in left for b in right}
    faults += [f"the box {box} has no label" for box in sorted({box for arrow in arrows for box in arrow} - boxes.keys())]
    return boxes, arrows, faults


def reached(arrows):
    """{box: all boxes that its arrows lead to, over others too}"""
    reach = collections.defaultdict(set)
    for a, b in arrows:
        reach[a].add(b)
    grown = True
    while grown:
        before = sum(map(len, reach.values()))
        for a in list(reach):
            for b in list(reach[a]):
                reach[a] |= reach.get(b, set())
        grown = sum(map(len, reach.values())) > before
    return reach


def box_of(path, boxes):
    holding = [box for box, folder in boxes.items() if path == folder or path.startswith(folder + "/")]
    return max(holding, key=lambda box: len(boxes[box]), default=None)


def faults_of(picture, sources, exists):
    boxes, arrows, faults = picture_of(picture)
    if faults:
        return faults
    faults += [f"there is no {folder}" for folder in boxes.values() if not exists(folder)]
    reach = reached(arrows)
    faults += [f"arrows go round in a circle at {boxes[box]}" for box in boxes if box in reach[box]]
    used = set()
    wrong = collections.defaultdict(list)
    # The picture is of all sources, or of one folder's folders.
    parent = os.path.commonpath(boxes.values()) if len({folder.split("/")[0] for folder in boxes.values()}) == 1 else ""
    for path, includes in sources.items():
        if not path.startswith(parent) or os.path.dirname(path) == parent:  # beside the boxes
            continue
        own = box_of(path, boxes)
        if own is None:
            faults.append(f"{path} is in none of the boxes")
            continue
        for included in includes:
            other = box_of(included, boxes)
            if other in (None, own):
                continue
            used.add((own, other))
            if other not in reach[own]:
                wrong[own, other].append(f"{path} includes {included}")
    faults += [f"no arrow leads from {boxes[a]} to {boxes[b]}, but {len(found)} sources go that way: {found[0]}"
               for (a, b), found in wrong.items()]
    faults += [f"no source needs the arrow from {boxes[a]} to {boxes[b]}" for a, b in sorted(arrows - used)]
    return faults


def sources_of(root):
    sources = {}
    for name in sourcefiles.files_of(root, FOLDERS, (".h", ".cpp")):
        with open(os.path.join(root, name), encoding="utf-8") as source:
            sources[name] = INCLUDE.findall(source.read())
    return sources


def main(root):
    with open(os.path.join(root, DOCUMENT), encoding="utf-8") as document:
        pictures = PICTURE.findall(document.read())
    sources = sources_of(root)
    faults = [] if pictures else [f"{DOCUMENT} has no picture of the layers"]
    for picture in pictures:
        faults += faults_of(picture, sources, lambda path: os.path.exists(os.path.join(root, path)))
    for fault in faults:
        print(fault)
    if not faults:
        print(f"{len(pictures)} pictures show what {len(sources)} files include")
    return 1 if faults else 0


def selftest():
    good = ('# X\n\n```mermaid\ngraph TD\n    win["app/win<br/>windows"] --> net["app/net"] & models["models"]\n'
            '    net --> models\n    main["app/win/main.cpp"] --> win\n```\n')
    sources = {"app/win/main.cpp": '#include "app/win/a.h"\n#include "models/m.h"', "app/win/a.h": '#include "app/net/n.h"',
               "app/win/b.h": '#include "models/m.h"', "app/net/n.h": '#include "models/m.h"', "models/m.h": ""}
    cases = [  # (what it is, the document, further sources, the exit code)
        ("the good one", good, {}, 0),
        ("an include against the arrows", good, {"models/n.h": '#include "app/net/n.h"'}, 1),
        ("an include that no arrow allows", good, {"app/net/m.h": '#include "app/win/a.h"'}, 1),
        ("an arrow too many", good, {"app/net/n.h": ""}, 1),
        ("a folder that isn't shown", good, {"wizard/w.h": ""}, 1),
        ("a box without a folder", good.replace('"app/net"', '"app/nets"'), {}, 1),
        ("a circle", good.replace("net --> models", "net --> models\n    models --> win"), {"models/n.h": '#include "app/win/a.h"'}, 1),
        ("a line that isn't understood", good.replace("net --> models", "net ==> models"), {}, 1),
        ("a box without a label", good.replace("net --> models", "net --> model"), {}, 1),
        ("no picture", "# X\n", {}, 1),
        ("a picture of a folder's folders", good + '```mermaid\ngraph LR\n    a["app/win/a"] --> b["app/win/b"]\n```\n',
         {"app/win/a/a.h": '#include "app/win/b/b.h"', "app/win/b/b.h": ""}, 0),
        ("a folder's folder that isn't shown", good + '```mermaid\ngraph LR\n    a["app/win/a"] --> b["app/win/b"]\n```\n',
         {"app/win/a/a.h": '#include "app/win/b/b.h"', "app/win/b/b.h": "", "app/win/c/c.h": ""}, 1),
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
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(selftest() if sys.argv[1] == "--selftest" else main(sys.argv[1]))
