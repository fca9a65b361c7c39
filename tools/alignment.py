#!/usr/bin/env python3
"""Measures which claims are lined up: of each side of the discrepancies in tests/stories, whether its
counterpart stands in a pair of claims; and how many claims are paired across stories that have nothing in
common. Usage: tools/alignment.py [open|kept|all|FILE.jsonl] [--command build/release/crossread]
[--unrelated FILE.jsonl]

FILE.jsonl: an event a line, {"id", "articles", "gold": [{"kind", "sides": [{"article", "start", "end"}]}]}; with
--unrelated, articles on different events, whose claims should not be paired.
"""

import argparse
import collections
import json
import pathlib
import shlex
import subprocess
import tempfile

from stories import load

FIRM = 420  # thousandths: from here on the checks use a pair for values (core/align/pair_view.h)


def claims_of(command, articles):
    """[article] -> its claims, as `crossread claims --format json` gives them."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for n, article in enumerate(articles):
            files.append(pathlib.Path(folder) / f"{n:03}.txt")
            files[-1].write_text(article["text"], encoding="utf-8")
        done = subprocess.run(
            [*shlex.split(command), "claims", "--format", "json", *map(str, files)],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
    by_article = collections.OrderedDict()
    for line in done.stdout.splitlines():
        claim = json.loads(line)
        by_article.setdefault(claim["article"], []).append(claim)
    return by_article


def overlaps(claim, side):
    return claim["start"] < side["end"] and side["start"] < claim["end"]


def sides_aligned(command, story):
    """(severity, aligned) for each side of a discrepancy that has counterparts in other articles."""
    by_article = claims_of(command, story["articles"])
    # An article without claims has no key, so names are matched by what each claim says.
    texts = {a["id"]: a["text"].encode() for a in story["articles"]}
    name = {}
    for article, claims in by_article.items():
        first = claims[0]
        for known, text in texts.items():
            if text[first["start"] : first["end"]].decode(errors="replace") == first["text"]:
                name.setdefault(known, article)
    for gold in story["gold"]:
        if gold["kind"] != "discrepancy" or len({s["article"] for s in gold["sides"]}) < 2:
            continue
        for side in gold["sides"]:
            others = [s for s in gold["sides"] if s["article"] != side["article"]]
            yield gold["severity"], any(
                overlaps(by_article[partner["article"]][partner["claim"]], other)
                for claim in by_article.get(name.get(side["article"]), [])
                if overlaps(claim, side)
                for partner in claim["partners"]
                for other in others
                if name.get(other["article"]) == partner["article"]
            )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("which", nargs="?", default="open")
    parser.add_argument("--command", default="build/release/crossread")
    parser.add_argument("--unrelated", help="events a line whose articles have nothing in common")
    options = parser.parse_args()

    if options.which.endswith(".jsonl"):
        stories = [json.loads(line) for line in open(options.which, encoding="utf-8")]
    else:
        stories = [story for _, story in load(["open", "kept"] if options.which == "all" else [options.which])]
    of, aligned = collections.Counter(), collections.Counter()
    for story in stories:
        for severity, is_aligned in sides_aligned(options.command, story):
            of[severity] += 1
            aligned[severity] += is_aligned
    for severity in ("high", "medium", "low"):
        print(f"{severity:7} {of[severity]:4} sides, counterpart in an aligned pair {aligned[severity]:4}")
    print(f"all     {sum(of.values()):4} sides, {100 * sum(aligned.values()) / max(1, sum(of.values())):.1f} %")

    if options.unrelated:
        pairs = [json.loads(line)["articles"] for line in open(options.unrelated, encoding="utf-8")]
    else:  # the first articles of two stories each
        pairs = [[x["articles"][0], y["articles"][0]] for x, y in zip(stories, stories[1:])]
    claims = paired = firmly = 0
    for articles in pairs:
        for claim in (c for of_one in claims_of(options.command, articles).values() for c in of_one):
            best = max((partner["score"] for partner in claim["partners"]), default=0)
            claims, paired, firmly = claims + 1, paired + (best > 0), firmly + (best >= FIRM)
    share = [100 * n / max(1, claims) for n in (paired, firmly)]
    print(f"two events: {claims} claims, {share[0]:.2f} % paired, {share[1]:.2f} % firmly")


if __name__ == "__main__":
    main()
