#!/usr/bin/env python3
"""Looks over a checkout without a compiler: every quoted include finds its file, every source is listed once and every listed
path exists, includes between folders go one way, no folder has more than 40 files side by side, and every class that moves.py
renamed is gone.

    check.py CHECKOUT [--arrows] [--stages folders,wizard,…]
"""
import argparse
import collections
import os
import posixpath
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import engine  # noqa: E402
import tables  # noqa: E402

parser = argparse.ArgumentParser()
parser.add_argument('checkout')
parser.add_argument('--arrows', action='store_true', help='print the folders that see each other')
parser.add_argument('--done', default='', help='stages whose old words must be gone: folders,wizard,look,taste,words or all')
options = parser.parse_args()
root = options.checkout
known = set(engine.files(root))
sources = [f for f in known if engine.CPP.search(f)]
bad = collections.defaultdict(list)
edges = collections.defaultdict(set)
why = {}

# 1. Includes. moc files are made; everything else in quotes is ours.
guards = re.compile(r'Q_OBJECT|Q_GADGET|Q_NAMESPACE')
for f in sources:
    text = engine.read(root, f)
    for _, include, _ in engine.INCLUDE.findall(text):
        if include.endswith('.moc'):
            if include != posixpath.basename(f)[:-4] + '.moc':
                bad['moc'].append(f'{f}: {include}')
            continue
        target, base = engine.resolve(include, f, known)
        if target is None:
            bad['include'].append(f'{f}: "{include}"')
            continue
        a, b = posixpath.dirname(f), posixpath.dirname(target)
        if a != b and not f.startswith('tests/'):
            edges[a].add(b)
            why.setdefault((a, b), []).append(f'{posixpath.basename(f)} → {posixpath.basename(target)}')
    columns = set(re.findall(r'addColumn<[^(]*>\(\s*"(\w+)"', text))
    for name in re.findall(r'QFETCH\([^;]*?,\s*(\w+)\)', text):
        if name not in columns:
            bad['QFETCH without a column'].append(f'{f}: {name}')
    if f.startswith('tests/') and guards.search(text) and f.endswith('.cpp') and '.moc"' not in text:
        bad['moc'].append(f'{f}: Q_OBJECT without an included moc')

# 2. What CMake lists.
listed = collections.Counter()
for f in sorted(known):
    if not f.endswith('CMakeLists.txt'):
        continue
    folder = posixpath.dirname(f)
    text = re.sub(r'^\s*#.*$', '', engine.read(root, f), flags=re.M)
    for name, values, body in re.findall(r'foreach\((\w+) ([^)]*)\)(.*?)endforeach', text, re.S):
        for value in values.split():
            text += '\n' + body.replace('${' + name + '}', value)
    for prefix, token in re.findall(r'(\$\{\w+\}/)?(?<![\w/}.$-])([\w./-]+\.(?:h|cpp))(?![\w.])', text):
        if prefix and prefix != '${PROJECT_SOURCE_DIR}/':
            continue
        path = posixpath.normpath(token if prefix else posixpath.join(folder, token))
        if path not in known:
            bad['cmake path'].append(f'{f}: {token}')
        else:
            listed[path] += 1
    for sub in re.findall(r'add_subdirectory\(([\w/.-]+)\)', text):
        if posixpath.normpath(posixpath.join(folder, sub, 'CMakeLists.txt')) not in known:
            bad['cmake folder'].append(f'{f}: {sub}')
for f in sources:
    if f not in listed:
        bad['not listed'].append(f)
targets = set(re.findall(r'(?:groundswell_library|add_library|add_executable|groundswell_test)\(([\w-]+)', '\n'.join(
    engine.read(root, f) for f in known if f.endswith(('CMakeLists.txt', '.cmake')))))
for f in sorted(known):
    if f.endswith('CMakeLists.txt'):
        for name in set(re.findall(r'\bgroundswell_(?:service|test|models|net|look|wizard|autosave|audience|desktop|files|process|'
                                   r'resources|options|syntheticsales|contract|preflightcases|e2e)\w*', engine.read(root, f))):
            if name not in targets and name not in ('groundswell_test', 'groundswell_testsupport'):
                bad['cmake target'].append(f'{f}: {name}')

# 3. Arrows between folders: which see each other, directly or by way of others.
index, low, stack, on, rings, counter = {}, {}, [], set(), [], [0]


def connect(v):
    index[v] = low[v] = counter[0]
    counter[0] += 1
    stack.append(v)
    on.add(v)
    for w in edges.get(v, ()):
        if w not in index:
            connect(w)
            low[v] = min(low[v], low[w])
        elif w in on:
            low[v] = min(low[v], index[w])
    if low[v] == index[v]:
        ring = []
        while True:
            w = stack.pop()
            on.discard(w)
            ring.append(w)
            if w == v:
                break
        if len(ring) > 1:
            rings.append(sorted(ring))


sys.setrecursionlimit(10000)
for v in list(edges):
    if v not in index:
        connect(v)
for ring in rings:
    inner = [f'{a} → {b} ({"; ".join(why[(a, b)][:2])})' for a in ring for b in sorted(edges[a]) if b in ring]
    bad['ring of folders'].append(', '.join(ring) + '\n      ' + '\n      '.join(inner))

# 4. Sizes.
sizes = collections.Counter(posixpath.dirname(f) for f in known)
for folder, count in sizes.items():
    if count > 40 and not folder.startswith('resources/icons'):
        bad['more than 40 files'].append(f'{folder}: {count}')

# 5. A library links what it includes.
links, owner_of = collections.defaultdict(set), {}
for f in sorted(known):
    if not f.endswith('CMakeLists.txt') or f.startswith('tests/'):
        continue
    text = re.sub(r'^\s*#.*$', '', engine.read(root, f), flags=re.M)
    for name, body in re.findall(r'groundswell_library\((\w+)([^)]*)\)', text):
        body = re.sub(r'\bPCH\b.*', '', body, flags=re.S)
        listing, _, link = body.partition('LINK')
        links[name] |= set(link.split())
        for token in re.findall(r'[\w./-]+\.(?:h|cpp)', listing):
            owner_of[posixpath.normpath(posixpath.join(posixpath.dirname(f), token))] = name
    for name, link in re.findall(r'target_link_libraries\(([\w-]+)([^)]*)\)', text):
        links[name] |= set(link.split())
    for name, listing in re.findall(r'target_sources\((\w+) PRIVATE([^)]*)\)', text):
        for token in re.findall(r'[\w./-]+\.(?:h|cpp)', listing):
            owner_of[posixpath.normpath(posixpath.join(posixpath.dirname(f), token))] = name


def closure(name, seen=None):
    seen = set() if seen is None else seen
    for other in links.get(name, ()):
        if other not in seen:
            seen.add(other)
            closure(other, seen)
    return seen


for f, name in owner_of.items():
    if f not in known:
        continue
    for _, include, _ in engine.INCLUDE.findall(engine.read(root, f)):
        target, _ = engine.resolve(include, f, known)
        other = owner_of.get(target)
        if other and other != name and other not in closure(name):
            bad['includes what it does not link'].append(f'{f} ({name}): {include} ({other})')
for name, count in collections.Counter(re.findall(r'(?:groundswell_library|add_library|add_executable|groundswell_test)\(([\w-]+)', '\n'.join(
        engine.read(root, f) for f in known if f.endswith('CMakeLists.txt')))).items():
    if count > 1 and name != 'tst_':
        bad['target twice'].append(name)

# 6. Old words.
import moves  # noqa: E402
for stage in tables.STAGES if options.done == 'all' else [s for s in options.done.split(',') if s]:
    for row in tables.SYMBOLS.get(stage, []):
        old, scope = row[0], (row[2] if len(row) > 2 else '*').split()
        for f in sources:
            if any(moves.glob(f, g) for g in scope if not g.startswith('!')) \
                    and not any(moves.glob(f, g[1:]) for g in scope if g.startswith('!')) \
                    and any(re.search(rf'(?<![\w$]){old}(?!\w)', p) for k, p in engine.split(f, engine.read(root, f)) if k == 'c'):
                bad['old word'].append(f'{f}: {old}')
    for old, new in [(a, b) for a, b in tables.FILES.get(stage, [])] + tables.FOLDERS.get(stage, []):
        stem = old[:-2] if old.endswith('.*') else old
        for f in known:
            if (f in (stem + '.h', stem + '.cpp', stem) or ((old, new) in tables.FOLDERS.get(stage, []) and f.startswith(stem + '/'))) and not posixpath.basename(f) == 'CMakeLists.txt' \
                    and old not in [n for t in tables.STAGES for _, n in tables.FILES.get(t, [])]:
                bad['old place'].append(f)

total = 0
for kind, items in bad.items():
    total += len(items)
    print(f'{kind}: {len(items)}')
    for item in sorted(items)[:40]:
        print(f'   {item}')
print(f'{len(sources)} sources, {sum(listed.values())} listed paths, {len(targets)} targets: '
      + ('all is well' if not total else f'{total} faults'))
sys.exit(1 if total else 0)
