#!/usr/bin/env python3
"""Checks that each check in core/checks/registry.cpp is whole: source, doc and fixture of one name, the
doc's headings in order, and enough firing and silent cases. Run by tools/dev check-rules and lint."""

import pathlib
import re
import sys

HEADINGS = ["What it finds", "Example", "Does not fire when", "Known limits"]
MIN_FIRING, MIN_SILENT = 2, 3


def registered():
    """Ids of the checks, from lines like `&kQuantityConflict,`."""
    text = pathlib.Path("core/checks/registry.cpp").read_text(encoding="utf-8")
    names = re.findall(r"&k([A-Z]\w*)", text)
    return [re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower() for name in names]


def check_doc(path):
    found = re.findall(r"^## (.+?)\s*$", path.read_text(encoding="utf-8"), re.MULTILINE)
    if [h for h in found if h in HEADINGS] != HEADINGS:
        yield f"{path}: wants the headings {' / '.join('## ' + h for h in HEADINGS)}, in this order"


def check_fixture(path, check):
    """Cases begin with `=== title`; after `--- findings` stands `none` or lines that begin with an id."""
    firing = silent = 0
    for case in re.split(r"^=== ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        title = case.splitlines()[0].strip()
        head, mark, findings = case.partition("\n--- findings\n")
        lines = [line for line in findings.splitlines() if line.strip() and not line.startswith("#")]
        if not mark or not lines or head.count("\n--- ") < 1:
            yield f"{path}: case '{title}' wants articles and, after '--- findings', lines or 'none'"
        firing += any(line.split()[0] == check for line in lines)
        silent += lines == ["none"]
    if firing < MIN_FIRING or silent < MIN_SILENT:
        yield f"{path}: {firing} firing and {silent} silent cases; wants {MIN_FIRING} and {MIN_SILENT}"


def main():
    checks = registered()
    problems = []
    for check in checks:
        source = pathlib.Path(f"core/checks/{check}.cpp")
        doc = pathlib.Path(f"docs/checks/{check}.md")
        fixture = pathlib.Path(f"tests/checks/{check}.txt")
        problems += [f"{check}: {path} is missing" for path in (source, doc, fixture) if not path.exists()]
        if doc.exists():
            problems += check_doc(doc)
        if fixture.exists():
            problems += check_fixture(fixture, check)
    for path in sorted(pathlib.Path("core/checks").glob("*.cpp")):
        defined = re.search(r"^(extern )?const Check k\w+ *[={]", path.read_text(encoding="utf-8"), re.MULTILINE)
        if defined and path.stem not in checks:
            problems.append(f"{path}: not in core/checks/registry.cpp")
    for folder, suffix in (("docs/checks", "md"), ("tests/checks", "txt")):
        for path in sorted(pathlib.Path(folder).glob(f"*.{suffix}")):
            # A check with many cases has more files: quantity_conflict.apart.txt.
            if path.name.split(".")[0] not in checks and path.stem != "README":
                problems.append(f"{path}: there is no such check")
    if len(set(checks)) != len(checks) or not checks:
        problems.append("core/checks/registry.cpp: names no check, or one twice")
    for problem in problems:
        print(problem)
    print(f"{len(checks)} checks, {len(problems)} problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
