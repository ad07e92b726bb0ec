#!/usr/bin/env python3
"""Moves and renames of Groundswell, to be replayed on a checkout whose contents may have changed meanwhile.

    moves.py CHECKOUT --stage folders|wizard|look|taste|words|all [--no-format] [--no-translations] [--dry-run]

Each stage only moves files and renames what is in the tables below, and leaves a tree that can be committed by itself. What a
table names and the tree doesn't have is reported and skipped; a second run changes nothing. The stages are meant in the order
folders, wizard, look, taste, words, but each works wherever its files are.
"""
import argparse
import collections
import os
import posixpath
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import engine  # noqa: E402
import tables  # noqa: E402

norm = posixpath.normpath


class Run:
    def __init__(self, root, dry):
        self.root, self.dry = root, dry
        self.notes, self.errors = [], []
        self.moved, self.symbols, self.changed = {}, collections.Counter(), set()

    def note(self, text):
        self.notes.append(text)

    # ---- moving -------------------------------------------------------------------------------------------------------------
    def plan(self, stage):
        """old path → new path of every file of the stage's tables that is there."""
        known = set(engine.files(self.root))
        moves = {}
        for old, new in tables.FOLDERS.get(stage, []):
            inside = [f for f in known if f.startswith(old + '/')]
            if not inside:
                self.note(f'no folder {old}' + (' (moved already)' if any(f.startswith(new + '/') for f in known) else ''))
            for f in inside:
                moves[f] = new + f[len(old):]
        for old, new in tables.FILES.get(stage, []):
            # "a/b.*" stands for its header and source, whichever exist.
            pairs = [(old, new)]
            if old.endswith('.*'):
                pairs = [(old[:-1] + e, new[:-1] + e) for e in ('h', 'cpp')]
            hit = False
            for o, n in pairs:
                # A file of a folder that moves in the same stage is named by its place before or after that.
                for f, target in list(moves.items()):
                    if target == o or f == o:
                        moves[f] = n
                        hit = True
                if o in known and o not in moves:
                    moves[o] = n
                    hit = True
            if not hit:
                there = any(n in known for _, n in pairs)
                self.note(f'no file {old}' + (' (moved already)' if there else ''))
        targets = collections.Counter(moves.values())
        for old, new in list(moves.items()):
            if targets[new] > 1 or (new in known and new not in moves):
                self.errors.append(f'{old} → {new}: there is such a file already; not moved')
                del moves[old]
        return moves

    def move(self, moves):
        # By way of names that nobody has, so that the order doesn't matter.
        for old, new in sorted(moves.items()):
            if self.dry:
                continue
            os.makedirs(os.path.join(self.root, os.path.dirname(new)), exist_ok=True)
            if engine.git(self.root, 'ls-files', old).strip():
                engine.git(self.root, 'mv', old, new)
            else:
                shutil.move(os.path.join(self.root, old), os.path.join(self.root, new))
        self.moved.update(moves)

    # ---- what names a path --------------------------------------------------------------------------------------------------
    def paths(self, moves, before):
        if not moves:
            return
        new_of = lambda path: moves.get(path, path)  # noqa: E731
        self.adopted = collections.defaultdict(list)
        old_of = {new: old for old, new in moves.items()}
        prose = Prose(moves, before)
        for path in engine.files(self.root):
            if not engine.TEXT.search(path) or path in tables.NEVER_TOUCH or path.endswith('.ts'):
                continue
            old_path = old_of.get(path, path)
            text = engine.read(self.root, path)
            fresh = text
            if engine.CPP.search(path):
                fresh = self.includes(fresh, path, old_path, before, new_of)
            elif path.endswith('CMakeLists.txt'):
                fresh = self.cmake(fresh, path, old_path, before, new_of)
            fresh = prose.rewrite(path, fresh)
            self.keep(path, text, fresh)
        if not self.dry:
            self.adopt()

    def includes(self, text, path, old_path, before, new_of):
        def replace(found):
            include = found.group(2)
            if include.endswith('.moc'):
                old_stem = posixpath.basename(old_path).rsplit('.', 1)[0]
                new_stem = posixpath.basename(path).rsplit('.', 1)[0]
                return found.group(1) + (f'{new_stem}.moc' if include == f'{old_stem}.moc' else include) + found.group(3)
            target, base = engine.resolve(include, old_path, before)
            if target is None or (new_of(target) == target and path == old_path):
                return found.group(0)
            now = new_of(target)
            if base is None:  # beside the file
                near = posixpath.relpath(now, posixpath.dirname(path))
                spelled = near if '/' not in near else now
                if target == now and norm(posixpath.join(posixpath.dirname(path), include)) == now:
                    spelled = include
            elif base in ('app/', 'tests/') and now.startswith(base):
                spelled = now[len(base):]
            elif base.startswith('tests/') and base != 'tests/':  # a fixture's own folder, put on the path by its target
                spelled = include if target == now else posixpath.basename(now)
            else:
                spelled = now
            return found.group(1) + spelled + found.group(3)
        return engine.INCLUDE.sub(replace, text)

    def cmake(self, text, path, old_path, before, new_of):
        old_folder, folder = posixpath.dirname(old_path), posixpath.dirname(path)

        def replace(found):
            prefix, token = found.group(1) or '', found.group(2)
            if prefix:  # ${PROJECT_SOURCE_DIR}/…
                return prefix + new_of(norm(token))
            target = norm(posixpath.join(old_folder, token))
            if target not in before:
                return found.group(0)
            now = new_of(target)
            owner = self.owner(now)
            if now != target and owner != path and new_of(self.owner(target, before) or '') == path:
                self.adopted[owner].append(posixpath.relpath(now, posixpath.dirname(owner)))
                return '\0'  # listed by another target from now on
            return posixpath.relpath(now, folder or '.')
        # Not in comments.
        lines = []
        for line in text.splitlines(keepends=True):
            if not line.lstrip().startswith('#'):
                line = re.sub(r'(\$\{PROJECT_SOURCE_DIR\}/)?(?<![\w/}.$-])([\w./-]+\.(?:h|cpp))(?![\w.])', replace, line)
                if '\0' in line:
                    line = re.sub(r' *\0', '', line)
                    if line.strip() in ('', '/'):
                        continue
                    if line.lstrip() and not line.startswith(' '):
                        line = '        ' + line.lstrip()
            lines.append(line)
        return ''.join(lines)

    def owner(self, path, known=None):
        """The CMakeLists.txt that lists a file."""
        folder = posixpath.dirname(path)
        while True:
            here = posixpath.join(folder, 'CMakeLists.txt')
            if (here in known) if known is not None else os.path.exists(os.path.join(self.root, here)):
                return here
            if not folder:
                return None
            folder = posixpath.dirname(folder)

    def adopt(self):
        """Lists the files that came from another target; header and source on one line."""
        for path, tokens in self.adopted.items():
            text = engine.read(self.root, path)
            lines, seen = [], set()
            for token in sorted(tokens):
                stem = token.rsplit('.', 1)[0]
                if stem not in seen:
                    seen.add(stem)
                    lines.append(' ' * 8 + ' '.join(f'{stem}.{e}' for e in ('h', 'cpp') if f'{stem}.{e}' in tokens) + '\n')
            fresh = text.replace('    SOURCES\n', '    SOURCES\n' + ''.join(lines), 1)
            if fresh == text:
                self.errors.append(f'{path}: no SOURCES to add {" ".join(tokens)} to')
            self.keep(path, text, fresh)

    def tidy(self):
        """Sources of a library whose files went into folders: by folder, header and source on one line."""
        for path in sorted(f for f in self.changed if f.endswith('CMakeLists.txt')):
            text = engine.read(self.root, path)
            found = re.search(r'(groundswell_library\(\w+\n    SOURCES\n)(.*?)(    LINK )', text, re.S)
            if not found or '#' in found.group(2) or '/' not in found.group(2):
                continue
            tokens = found.group(2).split()
            stems, order = collections.defaultdict(list), []
            for token in tokens:
                stem = token.rsplit('.', 1)[0]
                if stem not in stems:
                    order.append(stem)
                stems[stem].append(token)
            order.sort(key=posixpath.dirname)
            lines = ''.join(' ' * 8 + ' '.join(sorted(stems[s], key=lambda t: not t.endswith('.h'))) + '\n' for s in order)
            self.keep(path, text, text[:found.start(2)] + lines + text[found.end(2):])

    # ---- replacements in text -----------------------------------------------------------------------------------------------
    def replacements(self, stage):
        for item in tables.REPLACE.get(stage, []):
            pattern, fresh, globs = item[0], item[1], item[2]
            flags = item[3] if len(item) > 3 else ''
            expression = re.compile(pattern, re.M | (re.S if 's' in flags else 0))
            hits = 0
            for path in self.matching(globs):
                text = engine.read(self.root, path)
                out, n = expression.subn(fresh, text)
                hits += n
                self.keep(path, text, out)
            if not hits and 'maybe' not in flags:
                self.note(f'nothing to replace for /{pattern}/ in {globs}')

    def matching(self, globs):
        wanted = [g for g in globs.split() if not g.startswith('!')]
        unwanted = [g[1:] for g in globs.split() if g.startswith('!')]
        return [f for f in engine.files(self.root)
                if engine.TEXT.search(f) and f not in tables.NEVER_TOUCH and not f.endswith('.ts')
                and any(glob(f, g) for g in wanted) and not any(glob(f, g) for g in unwanted)]

    # ---- symbols ------------------------------------------------------------------------------------------------------------
    def rename(self, stage):
        rows = tables.SYMBOLS.get(stage, [])
        if not rows:
            return
        cache = {f: engine.read(self.root, f) for f in self.matching('*')}
        code_words = {f: words(f, text) for f, text in cache.items() if engine.CPP.search(f)}
        contexts = []
        for row in rows:
            old, new, globs = row[0], row[1], row[2] if len(row) > 2 else '*'
            kinds = row[3] if len(row) > 3 else 'cm'
            may_exist = len(row) > 4 and 'exists' in row[4]
            scope = [f for f in cache if any(glob(f, g) for g in globs.split() if not g.startswith('!'))
                     and not any(glob(f, g[1:]) for g in globs.split() if g.startswith('!'))]
            holders = [f for f in scope if f in code_words and old in code_words[f]]
            clash = [f for f in code_words if new in code_words[f]]
            if not holders and not any(re.search(rf'\b{old}\b', cache[f]) for f in scope):
                self.note(f'no {old} in {globs}' + (f' ({new} is there already)' if clash else ''))
                continue
            if clash and not may_exist:
                self.errors.append(f'{old} → {new}: the new word exists in {", ".join(sorted(clash)[:4])}; not renamed')
                continue
            if may_exist and set(clash) & set(holders) and 'shared' not in row[4]:
                self.errors.append(f'{old} → {new}: both are in {", ".join(sorted(set(clash) & set(holders))[:4])}; not renamed')
                continue
            # `Word` of the API's description is a name of the contract.
            expression = re.compile(rf"(?<![\w$]){old}(?!\w|` of the API|`\s*\n?///? of the API)")
            in_strings = re.compile(rf'(?<=groundswell::){old}(?=")')
            for f in scope:
                if old not in cache[f]:
                    continue
                out = []
                for kind, piece in engine.split(f, cache[f]):
                    if kind in kinds:
                        piece, n = expression.subn(new, piece)
                        self.symbols[f'{old} → {new}'] += n
                    elif kind == 's':
                        piece = in_strings.sub(new, piece)
                    out.append(piece)
                fresh = ''.join(out)
                if fresh != cache[f]:
                    self.keep(f, cache[f], fresh)
                    cache[f] = fresh
                    if f in code_words:
                        code_words[f] = words(f, fresh)
            contexts.append((f'groundswell::{old}', f'groundswell::{new}'))
        return contexts

    def keep(self, path, text, fresh):
        if fresh != text:
            self.changed.add(path)
            if not self.dry:
                engine.write(self.root, path, fresh)

    # ---- translations -------------------------------------------------------------------------------------------------------
    def contexts(self, pairs):
        # A context that a macro names: QT_TRANSLATE_NOOP("Context", "Text"), translate("Context", …).
        for path in self.matching('app/ wizard/ models/') if pairs else []:
            if engine.CPP.search(path):
                text = fresh = engine.read(self.root, path)
                for old, new in pairs:
                    fresh = re.sub(rf'(?<=\("){re.escape(old)}(?="\s*,)', new, fresh)
                self.keep(path, text, fresh)
        for lang in ('de', 'en'):
            path = f'translations/groundswell_{lang}.ts'
            if not os.path.exists(os.path.join(self.root, path)):
                continue
            text = engine.read(self.root, path)
            fresh = text
            for old, new in pairs:
                fresh = fresh.replace(f'<name>{old}</name>', f'<name>{new}</name>')
            if fresh != text and not self.dry:
                engine.write(self.root, path, fresh)

    def lupdate(self):
        """Orders the texts as they stand now; nothing may be lost or become unfinished by it."""
        tool = tables.lupdate()
        if not tool:
            self.errors.append('no lupdate: the order of translations/*.ts may need update_translations')
            return
        for lang, extra in (('de', []), ('en', ['-pluralonly'])):
            path = os.path.join(self.root, f'translations/groundswell_{lang}.ts')
            before = messages(path)
            subprocess.run([tool, '-silent', '-locations', 'none', '-no-obsolete', *extra, '-I', '.', 'app', 'wizard', 'models',
                            '-ts', path], cwd=self.root, check=True)
            after = messages(path)
            lost = before - after
            gained = after - before
            if lost or gained:
                self.errors.append(f'groundswell_{lang}.ts: {sum(lost.values())} texts lost and {sum(gained.values())} new: '
                                   + '; '.join(str(m)[:160] for m in list(lost)[:3] + list(gained)[:3]))

    # ---- format -------------------------------------------------------------------------------------------------------------
    def format(self):
        formatter = shutil.which('clang-format-14') or shutil.which('clang-format')
        if not formatter:
            self.errors.append('no clang-format')
            return
        known = set(engine.files(self.root))
        todo = sorted(f for f in self.changed | set(self.moved.values()) if engine.CPP.search(f) and f in known)
        before = {f: engine.read(self.root, f) for f in todo}
        for i in range(0, len(todo), 50):
            subprocess.run([formatter, '-i', *todo[i:i + 50]], cwd=self.root, check=True)
        return sum(engine.read(self.root, f) != before[f] for f in todo)


class Prose:
    """Paths of moved files as comments and documents name them: whole, shortened from the left, or by the bare name."""
    def __init__(self, moves, before):
        names = collections.Counter(posixpath.basename(f) for f in before)
        self.whole = {}
        for old, new in moves.items():
            self.whole[old] = new
            parts = old.split('/')
            for cut in range(1, len(parts) - 1):
                short = '/'.join(parts[cut:])
                if sum(f.endswith('/' + short) for f in before) > 1:
                    continue
                dropped = '/'.join(parts[:cut]) + '/'
                self.whole[short] = new[len(dropped):] if new.startswith(dropped) else new
            base = parts[-1]
            if names[base] == 1 and posixpath.basename(new) != base and base != 'CMakeLists.txt':
                self.whole[base] = posixpath.basename(new)
        keys = sorted(self.whole, key=len, reverse=True)
        self.expression = re.compile(r'(?<![\w/.}-])(' + '|'.join(map(re.escape, keys)) + r')(?![\w/]|\.\w)') if keys else None
        folders = collections.defaultdict(set)
        for old, new in moves.items():
            folders[posixpath.dirname(old)].add(posixpath.dirname(new))
        gone = {}
        for old, new in folders.items():
            left = [f for f in before if f.startswith(old + '/') and f not in moves]
            if len(new) == 1 and not left and list(new)[0] != old:
                gone[old] = list(new)[0]
        self.folders = [(re.compile(rf'(?<![\w/]){re.escape(o)}(?=/|\b)(?!/?\w*\.(?:h|cpp))'), n) for o, n in gone.items()
                        if '/' in o]

    def rewrite(self, path, text):
        if not self.expression:
            return text
        if not (engine.CPP.search(path)):
            fresh = self.expression.sub(lambda m: self.whole[m.group(1)], text) if not path.endswith('CMakeLists.txt') else text
            if path.endswith('CMakeLists.txt'):
                fresh = ''.join(self.expression.sub(lambda m: self.whole[m.group(1)], p) if k == 'm' else p
                                for k, p in engine.split(path, text))
        else:
            fresh = ''.join(self.expression.sub(lambda m: self.whole[m.group(1)], p) if k == 'm' else p
                            for k, p in engine.split(path, text))
        for expression, new in self.folders:
            if engine.CPP.search(path) or path.endswith('CMakeLists.txt'):
                fresh = ''.join(expression.sub(new, p) if k == 'm' else p for k, p in engine.split(path, fresh))
            else:
                fresh = expression.sub(new, fresh)
        return fresh


def glob(path, pattern):
    if pattern == '*':
        return True
    if pattern.endswith('/'):
        return path.startswith(pattern)
    return re.fullmatch(re.escape(pattern).replace(r'\*', '.*'), path) is not None


def words(path, text):
    return set(re.findall(r'[A-Za-z_]\w*', ' '.join(p for k, p in engine.split(path, re.sub(r'^\s*#\s*include.*$', '', text, flags=re.M))
                                                      if k == 'c')))


def messages(path):
    import xml.etree.ElementTree as tree
    found = collections.Counter()
    for context in tree.parse(path).getroot().iter('context'):
        for message in context.iter('message'):
            translation = message.find('translation')
            said = tuple(n.text or ''.join(n.itertext()) for n in translation.iter('numerusform')) or translation.text
            comment = message.find('comment')
            found[(context.find('name').text, message.find('source').text, comment.text if comment is not None else None,
                   said, translation.get('type'))] += 1
    return found


def stage_of(root, stage, options):
    run = Run(root, options.dry_run)
    for script in tables.BEFORE.get(stage, []):
        script(run)
    before = set(engine.files(root))
    moves = run.plan(stage)
    run.move(moves)
    run.paths(moves, before)
    run.replacements(stage)
    pairs = run.rename(stage) or []
    run.contexts(pairs + tables.CONTEXTS.get(stage, []))
    formatted = None
    if not options.dry_run:
        for script in tables.EXTRA.get(stage, []):
            script(run)
        if moves:
            run.tidy()
        if not options.no_format:
            formatted = run.format()
        if not options.no_translations:
            run.lupdate()
    print(f'== {stage}: {len(moves)} files moved, {len([s for s in run.symbols if run.symbols[s]])} symbols renamed in '
          f'{sum(run.symbols.values())} spots, {len(run.changed)} files changed'
          + (f', {formatted} of them laid out anew' if formatted else ''))
    for note in run.notes:
        print(f'   note: {note}')
    for folder in tables.EMPTIED.get(stage, []):
        for f in sorted(engine.files(root)):
            if posixpath.dirname(f) == folder and engine.CPP.search(f) and f not in tables.STAYS:
                print(f'   new here and not in the tables, left where it is: {f}')
    for error in run.errors:
        print(f'   ERROR: {error}')
    if options.verbose:
        for name, count in sorted(run.symbols.items()):
            print(f'   {name}: {count}')
    return not run.errors


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('checkout')
    parser.add_argument('--stage', required=True, choices=tables.STAGES + ['all'])
    parser.add_argument('--dry-run', action='store_true')
    parser.add_argument('--no-format', action='store_true')
    parser.add_argument('--no-translations', action='store_true')
    parser.add_argument('--verbose', action='store_true')
    options = parser.parse_args()
    good = True
    for stage in tables.STAGES if options.stage == 'all' else [options.stage]:
        good = stage_of(os.path.abspath(options.checkout), stage, options) and good
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
