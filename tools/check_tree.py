#!/usr/bin/env python3
"""Checks of the tree as a whole that no compiler makes. Run by tools/dev lint.

- NOTICE names every word list and every library, with source and licence as the list itself says.
  `--update-notice` copies what the lists say into it; libraries are entered by hand.
- ARCHITECTURE.md, README.md and CONTRIBUTING.md name only paths that exist.
- No machine's paths and no package registries' hosts anywhere.
"""

import json
import pathlib
import re
import subprocess
import sys

NOTICE = pathlib.Path("NOTICE")
WORD_LISTS = "Word lists (embedded into both)"
LEXICONS = "core/lexicon/en"
DOCS = ["ARCHITECTURE.md", "README.md", "CONTRIBUTING.md"]


def tracked():
    """Files of the repository, those not yet added too."""
    out = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], check=True, capture_output=True, text=True)
    return [pathlib.Path(line) for line in sorted(set(out.stdout.splitlines())) if pathlib.Path(line).is_file()]


def squeeze(text):
    return " ".join(text.split())


def notice_entries():
    """{name: text} of NOTICE: an entry is a line without indent and the indented lines below it."""
    entries, name = {}, None
    for line in NOTICE.read_text(encoding="utf-8").splitlines():
        if line.startswith("    ") and name:
            entries[name] = squeeze(entries[name] + " " + line)
        else:
            name = line.strip()
            entries[name] = ""
    return entries


def lexicon_notice(path):
    """`Source: … Licence: …` from the opening comment of a word list, or None."""
    comment = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            break
        comment.append(line.lstrip("# "))
    match = re.search(r"Source: .*?Licen[cs]e: .*$", squeeze(" ".join(comment)))
    return match[0] if match else None


def word_lists():
    return [path for path in sorted(pathlib.Path(LEXICONS).iterdir()) if path.name != "README.md"]


def update_notice():
    """Writes NOTICE's last part, the word lists, anew."""
    text = NOTICE.read_text(encoding="utf-8")
    head = text[: text.index(WORD_LISTS)] + WORD_LISTS + "\n\n"
    entries = [f"{path.as_posix()}\n    {lexicon_notice(path)}\n" for path in word_lists() if lexicon_notice(path)]
    NOTICE.write_text(head + "".join(entries), encoding="utf-8")


def libraries():
    """Libraries that the build or the page's tests use."""
    cmake = pathlib.Path("tools/cmake/Dependencies.cmake").read_text(encoding="utf-8")
    tests = pathlib.Path("tests/CMakeLists.txt").read_text(encoding="utf-8")
    names = set(re.findall(r"add_library\((\w+)::\w+", cmake)) | set(re.findall(r"find_package\((\w+)", cmake + tests))
    for path in ["web/package.json", "web/test/engines/package.json", "tools/manifest/package.json"]:
        package = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
        names |= set(package.get("dependencies", {})) | set(package.get("devDependencies", {}))
    return sorted(names)


def check_notice():
    entries = notice_entries()
    for path in word_lists():
        name, wanted = path.as_posix(), lexicon_notice(path)
        if not wanted:
            yield f"{name}: its opening comment wants 'Source: … Licence: …'"
        elif entries.get(name) != wanted:
            yield f"NOTICE: the entry of {name} is not what the list says (tools/dev format writes it)"
    for name in libraries():
        text = entries.get(name, "")
        if "Source: " not in text or "Licence: " not in text:
            yield f"NOTICE wants an entry '{name}' with 'Source: … Licence: …' (a library in use)"
    for name in entries:
        if name.startswith("core/") and not pathlib.Path(name).exists():
            yield f"NOTICE: there is no {name}"


def check_docs():
    """Paths in backticks: with a slash, or a file of the root. A pattern with * must match something."""
    for doc in map(pathlib.Path, DOCS):
        if not doc.exists():
            yield f"{doc}: missing"
            continue
        for number, line in enumerate(doc.read_text(encoding="utf-8").splitlines(), 1):
            for code in re.findall(r"`([^`]+)`", line):
                path = code.strip().split()[0] if code.strip() else ""
                if not re.fullmatch(r"(core|wasm|web|tests|tools|docs|examples|\.ci)/[\w./*-]*", path):
                    continue
                path = path.rstrip("/.")
                if not pathlib.Path(path).exists() and not any(pathlib.Path().glob(path)):
                    yield f"{doc}:{number}: there is no {path}"


def check_hosts(files):
    here = str(pathlib.Path.cwd().parent) + "/"
    machine = re.compile(
        "|".join([re.escape(here), r"/(home|Users)/\w+/", r"(?<![\w$~])/root/", r"https?://[a-z0-9.-]*(registry|deb|snapshot)[a-z0-9.-]*/"])
    )
    for path in files:
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if path.name != "check_tree.py" and machine.search(line):
                yield f"{path}:{number}: a machine's path or a package registry: {line.strip()[:100]}"


def main():
    if "--update-notice" in sys.argv:
        update_notice()
        return 0
    files = tracked()
    problems = [*check_notice(), *check_docs(), *check_hosts(files)]
    for problem in problems:
        print(problem)
    print(f"{len(files)} files, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
