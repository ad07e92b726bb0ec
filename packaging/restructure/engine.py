"""What moves.py and check.py share: files, include resolution, and splitting of C++ into code, comments and strings."""
import os
import re
import subprocess

TEXT = re.compile(r'\.(h|cpp|txt|cmake|sh|md|yaml|yml|json|in|1|xml|desktop|qrc|sql|py|cjs)$|(^|/)(run|setup|lint|latency|quit_time|'
                  r'copyright|\.clang-tidy|\.clang-format|\.gitignore)$')
CPP = re.compile(r'\.(h|cpp)$')
INCLUDE = re.compile(r'^(\s*#\s*include\s*")([^"\n]+)(")', re.M)
# GroundswellOptions.cmake and the tests' CMakeLists: the roots that quoted includes are looked up in, after the file's own folder.
ROOTS = ['', 'app/', 'tests/', 'tests/wizard/', 'tests/service/import/', 'tests/service/import/']


def git(root, *args, check=True):
    done = subprocess.run(['git', '-C', root, *args], capture_output=True, text=True)
    if check and done.returncode:
        raise SystemExit(f'git {" ".join(args)}: {done.stderr}')
    return done.stdout


def files(root):
    listed = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
    return sorted({f for f in listed if f and os.path.isfile(os.path.join(root, f))})


def read(root, path):
    with open(os.path.join(root, path), encoding='utf-8', newline='') as file:
        return file.read()


def write(root, path, text):
    with open(os.path.join(root, path), 'w', encoding='utf-8', newline='') as file:
        file.write(text)


def resolve(include, source, known):
    """The file that a quoted include of \a source means, and the root it was found in; (None, None) for a generated one."""
    own = os.path.normpath(os.path.join(os.path.dirname(source), include))
    if own in known:
        return own, None
    for base in ROOTS:
        path = os.path.normpath(base + include)
        if path in known:
            return path, base
    return None, None


TOKEN = re.compile(
    r'(?P<comment>//(?:[^\n\\]|\\\n|\\.)*|/\*.*?\*/)'
    r'|(?P<raw>(?:u8|u|U|L)?R"(?P<delim>[^()\\\s]{0,16})\(.*?\)(?P=delim)")'
    r'|(?P<string>(?:u8|u|U|L)?"(?:[^"\\\n]|\\.)*")'
    r"|(?P<char>(?<![0-9A-Fa-f])'(?:[^'\\\n]|\\.)+')",
    re.S)


def split_cpp(text):
    """Yields (kind, piece): c = code, m = comment, s = string."""
    at = 0
    for token in TOKEN.finditer(text):
        if token.start() > at:
            yield 'c', text[at:token.start()]
        kind = 'm' if token.group('comment') is not None else 's'
        yield kind, token.group(0)
        at = token.end()
    if at < len(text):
        yield 'c', text[at:]


def split_hash(text):
    """The same for CMake, shell and YAML, roughly: comments from # to the end of the line; everything else is code."""
    for line in text.splitlines(keepends=True):
        found = re.search(r'(^|\s)#', line)
        if found:
            yield 'c', line[:found.start()]
            yield 'm', line[found.start():]
        else:
            yield 'c', line


def split(path, text):
    if CPP.search(path):
        return split_cpp(text)
    if path.endswith('.md') or path.endswith('.1') or path.endswith('.xml'):
        return [('m', text)]
    return split_hash(text)
