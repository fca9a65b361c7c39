#!/usr/bin/env python3
"""Checks every #include of core/ and wasm/ against tools/layers.txt. Run by tools/dev lint."""

import fnmatch
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def read_rules(path):
    """The three sections of layers.txt: {section: [[word, ...], ...]}."""
    rules, section = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0].rstrip()
        if not line:
            continue
        if line[0] != " ":
            section = rules.setdefault(line.strip(), [])
        else:
            section.append(line.split())
    return rules


def layer_of(path):
    """core/text/document.h -> text, core/compare.h -> compare, wasm/bindings.cpp -> wasm."""
    parts = path.split("/")
    if parts[0] == "core":
        return parts[1] if len(parts) > 2 else parts[1].rsplit(".", 1)[0]
    return parts[0]


def main():
    rules = read_rules(pathlib.Path("tools/layers.txt"))
    rank = {name: i for i, names in enumerate(rules["layers"]) for name in names}
    problems = []
    files = [p for top in ("core", "wasm") for p in pathlib.Path(top).rglob("*") if p.suffix in (".h", ".cpp")]
    for path in sorted(files):
        name = path.as_posix()
        layer = layer_of(name)
        if layer not in rank:
            problems.append(f"{name}: its layer, {layer}, is not in tools/layers.txt")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            where, included = f"{name}:{number}", match[2]
            if included.startswith(("core/", "wasm/")):
                other = layer_of(included)
                if not pathlib.Path(included).exists():
                    problems.append(f"{where}: there is no {included}")
                elif other not in rank or (other != layer and rank[other] >= rank[layer]):
                    problems.append(f"{where}: {layer} may not include {included} ({other} is not below it)")
                for folder, *allowed in rules["apart"]:
                    file = included.removeprefix(folder + "/")
                    if name.startswith(folder + "/") and file != included and file not in allowed:
                        if file.rsplit(".", 1)[0] != path.stem:  # its own header
                            problems.append(f"{where}: files in {folder} may not include one another")
            elif match[1] == '"':
                problems.append(f'{where}: write the path from the root: #include "core/…/{included}"')
            for header, *places in rules["only"]:
                hit = included.startswith(header) if header.endswith("/") else included == header
                if hit and not any(fnmatch.fnmatch(name, place) for place in places):
                    problems.append(f"{where}: only {' '.join(places)} may include <{included}>")
    for problem in problems:
        print(problem)
    print(f"{len(files)} files, {len(problems)} includes against the layers")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
