#!/usr/bin/env python3
"""Starts a check: source, doc, failing fixture and registry lines, all of one name.

usage: tools/dev new-check ID      e.g. tools/dev new-check order_conflict
"""

import pathlib
import re
import sys

REGISTRY = pathlib.Path("core/checks/registry.cpp")

SOURCE = """\
// One line: what disagrees, with an example of two articles that do.
#include "core/checks/check.h"

namespace crossread {
namespace {

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  // A check words what the Comparison holds (core/align/comparison.h); it compares nothing itself.
  // quantity_conflict.cpp shows one over differences, text_reuse.cpp one over the whole Comparison.
  (void)comparison;
  (void)findings;
}

}  // namespace

// The family is the name that the evaluation scores: core/checks/check.h.
extern const Check k@Name@ = {"@id@", Family::kEntity, "one line for `crossread checks`", Run};

}  // namespace crossread
"""

DOC = """\
# @id@

One sentence.

## What it finds

What has to hold for a finding, and how severe it is when.

## Example

```
=== a title
--- a
Two sentences of your own.
--- b
The same event in other words.
--- findings
@id@  a:"the words"  b:"the other words"
```

## Does not fire when

- …

## Known limits

- …
"""

FIXTURE = """\
=== first firing case: say what is found, then write the articles
--- a
Replace this sentence.
--- b
Replace this one too.
--- findings
@id@  a:"this sentence"  b:"this one"
=== second firing case
--- a
Replace this sentence.
--- b
Replace this one too.
--- findings
@id@  a:"this sentence"  b:"this one"
=== first silent case: say why nothing may be found
--- a
Replace this sentence.
--- b
Replace this one too.
--- findings
none
"""


def insert_sorted(text, line, pattern):
    """Puts `line` among the consecutive lines that match `pattern`, in their order."""
    lines = text.splitlines(keepends=True)
    found = [i for i, other in enumerate(lines) if re.fullmatch(pattern, other.rstrip("\n"))]
    at = next((i for i in found if lines[i] > line), found[-1] + 1)
    return "".join(lines[:at] + [line] + lines[at:])


def main():
    if len(sys.argv) != 2 or not re.fullmatch(r"[a-z]+(_[a-z]+)*", sys.argv[1]):
        sys.exit("usage: tools/dev new-check ID   (lower case words joined by _, as in quantity_conflict)")
    check = sys.argv[1]
    name = "".join(word.capitalize() for word in check.split("_"))
    files = {f"core/checks/{check}.cpp": SOURCE, f"docs/checks/{check}.md": DOC, f"tests/checks/{check}.txt": FIXTURE}
    for path in files:
        if pathlib.Path(path).exists():
            sys.exit(f"{path} exists already; nothing was written")
    for path, template in files.items():
        pathlib.Path(path).write_text(template.replace("@id@", check).replace("@Name@", name), encoding="utf-8")
        print(f"wrote {path}")
    text = REGISTRY.read_text(encoding="utf-8")
    text = insert_sorted(text, f"extern const Check k{name};\n", r"extern const Check k\w+;")
    text = insert_sorted(text, f"      &k{name},\n", r" +&k\w+,")
    REGISTRY.write_text(text, encoding="utf-8")
    print(f"registered in {REGISTRY}")
    print("Next: write the fixture's cases first (tools/dev test fails until they hold), then Run(), then the doc;")
    print("tools/dev check-rules says what is still missing.")


if __name__ == "__main__":
    main()
