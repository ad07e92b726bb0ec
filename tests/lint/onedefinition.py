#!/usr/bin/env python3
"""One name, one type: no namespace defines a class, struct, union, enum or alias of one name in two files.

C++ takes two such types for one and the same, silently: the linker keeps whichever constructor it meets first, and what runs
depends on the order of the object files. A type of a source file alone belongs in an unnamed namespace.

Usage: onedefinition.py <root of the sources> | --selftest
"""
import collections
import os
import re
import sys

import sourcefiles

FOLDERS = ("models", "wizard", "app", "tests")
# Comments, texts (raw ones too), characters, and lines of the preprocessor with their continuations.
NOISE = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(?P<mark>[^\s()\\]{0,16})\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Za-z])'(?:\\.|[^'\\\n])*'|^[ \t]*#(?:\\\n|[^\n])*|->",
    re.DOTALL | re.MULTILINE,
)
TOKEN = re.compile(r"[A-Za-z_][A-Za-z_0-9]*(?:::[A-Za-z_][A-Za-z_0-9]*)*|[{}();=<>]|\[\[.*?\]\]", re.DOTALL)
NAMESPACE = re.compile(r"^(?:inline )?namespace(?: (?P<name>[\w:]+))?$")
TYPE = re.compile(r"^(?:class|struct|union|enum(?: class| struct)?) (?P<name>[A-Za-z_]\w*)(?P<rest>(?: .*)?)$")
ALIAS = re.compile(r"^using (?P<name>[A-Za-z_]\w*) =|^typedef .*?(?P<last>[A-Za-z_]\w*)$")


def declared(head):
    """The declaration itself: without `template <…>` before it, and without a macro's call that ends in no semicolon."""
    words = list(head)
    if ")" in words:
        words = words[len(words) - words[::-1].index(")"):]
    while words and words[0] == "template":
        depth = 0
        for at, word in enumerate(words):
            depth += (word == "<") - (word == ">")
            if word == ">" and depth == 0:
                break
        words = words[at + 1:]
    return " ".join(words)


def types_of(text):
    """(namespace, name, line) of every type that is defined at the scope of a named namespace, or at none."""
    text = NOISE.sub(lambda found: " " + "\n" * found.group().count("\n"), text)
    scopes = []  # names of namespaces; None for every other brace, and for an unnamed namespace
    head = []  # the tokens since the last statement or brace at this scope
    for token in TOKEN.finditer(text):
        word = token.group()
        if word.startswith("[["):
            continue
        at_namespace = None not in scopes
        written = declared(head)
        if word == "{":
            opened = NAMESPACE.match(written)
            if at_namespace and not opened:
                found = TYPE.search(written)
                if found and not found["rest"].startswith(" <"):  # else a specialisation
                    yield "::".join(scopes), found["name"], text.count("\n", 0, token.start()) + 1
            scopes.append(opened["name"] if at_namespace and opened else None)
            head = []
        elif word == "}":
            if scopes:
                scopes.pop()
            head = []
        elif word == ";":
            found = ALIAS.match(written) if at_namespace else None
            if found:
                yield "::".join(scopes), found["name"] or found["last"], text.count("\n", 0, token.start()) + 1
            head = []
        else:
            head.append(word)


def main(root):
    defined = collections.defaultdict(dict)
    for name in sourcefiles.files_of(root, FOLDERS, (".h", ".cpp")):
        with open(os.path.join(root, name), encoding="utf-8") as source:
            for scope, type_name, line in types_of(source.read()):
                # Programs of tests are never linked with each other: in their sources a name counts in the file alone.
                if scope or name.endswith(".h"):
                    defined[scope, type_name].setdefault(name, line)
    doubled = {key: places for key, places in sorted(defined.items()) if len(places) > 1}
    for (scope, type_name), places in doubled.items():
        print(f"Two types of one name, {scope}::{type_name}:")
        for name, line in sorted(places.items()):
            print(f"    {name}:{line}")
    if not doubled:
        print(f"{len(defined)} types, each defined once")
    return 1 if doubled else 0


def selftest():
    text = """
        #define ONE struct Macro { }
        namespace a { class Forward; template <class T> class One : B<T> { struct Inner { }; };
        template <> class One<int> { }; class One<int>::Part { }; // struct Comment { }
        Q_DECLARE_FLAGS(Many, One) enum class Two : int { A = '{' };
        struct Two make(const struct Two &) { return {}; } auto text = "struct Text {"; auto raw = R"(struct Raw {)";
        namespace { struct Hidden { }; } using Three = One<int>; using std::swap; typedef int Four; }
        namespace a::b { union One { int x = 1'000; }; } struct Outside { };"""
    found = [(scope, name) for scope, name, _ in types_of(text)]
    wanted = [("a", "One"), ("a", "Two"), ("a", "Three"), ("a", "Four"), ("a::b", "One"), ("", "Outside")]
    if found != wanted:
        print(f"found {found}\nwanted {wanted}")
    return 0 if found == wanted else 1


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(selftest() if sys.argv[1] == "--selftest" else main(sys.argv[1]))
