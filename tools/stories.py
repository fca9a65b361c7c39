#!/usr/bin/env python3
"""Scores the program on the stories of tests/stories: what it finds, what it types right, which traps it
falls into. Usage: tools/stories.py [open|kept|all] [--command build/release/crossread] [--show]

--show prints each loud finding and each missed discrepancy of the open stories; of the kept ones only
counts are ever printed. A finding is loud unless its severity is info or its check only informs.
"""

import argparse
import collections
import json
import pathlib
import shlex
import subprocess
import sys

FOLDER = pathlib.Path(__file__).resolve().parent.parent / "tests" / "stories"
SILENT = {"text_reuse", "single_source", "corroborated"}
SEVERITIES = ["high", "medium", "low"]


def load(names):
    """[(set's name, story)] in the order of the files."""
    paths = [(name, path) for name in names for path in sorted((FOLDER / name).glob("*.json"))]
    return [(name, json.loads(path.read_text(encoding="utf-8"))) for name, path in paths]


def run(command, stories):
    """One report for each story, in their order."""
    lines = [json.dumps({"id": story["id"], "articles": story["articles"]}, ensure_ascii=False) for _, story in stories]
    done = subprocess.run([*shlex.split(command), "batch"], input="\n".join(lines) + "\n", capture_output=True, encoding="utf-8")
    reports = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
    if len(reports) != len(stories) or any("findings" not in report for report in reports):
        sys.exit(f"{command}: {len(stories)} stories, {len(reports)} reports\n{done.stdout[:500]}\n{done.stderr[:500]}")
    return reports


def touches(finding, gold):
    """Whether the finding's spans overlap sides of the gold in at least two articles."""
    articles = {
        side["article"]
        for side in gold["sides"]
        for span in finding["spans"]
        if span["article"] == side["article"] and span["start"] < side["end"] and side["start"] < span["end"]
    }
    return len(articles) >= 2


def words(story, spans):
    texts = {article["id"]: article["text"].encode() for article in story["articles"]}
    return " | ".join(
        f"{span['article']}: {' '.join(texts[span['article']][span['start'] : span['end']].decode(errors='replace').split())}"
        for span in spans
    )


def score(story, report, show):
    """Counter of what happened; keys are tuples."""
    counts = collections.Counter()
    discrepancies = [gold for gold in story["gold"] if gold["kind"] == "discrepancy"]
    traps = [gold for gold in story["gold"] if gold["kind"] == "must_not_flag"]
    loud = [finding for finding in report["findings"] if finding["severity"] != "info" and finding["check"] not in SILENT]
    met, typed, fallen = set(), set(), set()
    for finding in loud:
        hits = [i for i, gold in enumerate(discrepancies) if touches(finding, gold)]
        same = [i for i in hits if discrepancies[i]["family"] == finding["family"]]
        lured = [] if hits else [i for i, gold in enumerate(traps) if touches(finding, gold)]
        met.update(hits)
        typed.update(same)
        fallen.update(lured)
        verdict = "typed" if same else "found" if hits else "trap" if lured else "neither"
        counts["alarms", verdict] += 1
        band = min(9, int(finding["score"] * 10))
        counts["band", band, "all"] += 1
        counts["band", band, "right"] += verdict in ("typed", "found")
        if show:
            about = [discrepancies[i] for i in same or hits] + [traps[i] for i in lured]
            print(f"  {verdict:7} {finding['check']} {finding['family']} {finding['severity']} {finding['score']}")
            print(f"          {words(story, finding['spans'])}")
            for gold in about:
                print(f"          = {gold['family']} {gold['severity']}: {gold['note']}")
    for i, gold in enumerate(discrepancies):
        for key in (("severity", gold["severity"]), ("family", gold["family"])):
            counts[(*key, "all")] += 1
            counts[(*key, "found")] += i in met
            counts[(*key, "typed")] += i in typed
        if show and i not in met:
            print(f"  missed  {gold['family']} {gold['severity']}: {gold['note']}")
            print(f"          {words(story, gold['sides'])}")
    counts["traps", "all"] += len(traps)
    counts["traps", "flagged"] += len(fallen)
    return counts


def rows(counts, kind, names):
    for name in names:
        total, found, typed = (counts[kind, name, key] for key in ("all", "found", "typed"))
        yield f"  {name:16} {total:4} {found:6} {typed:6}"


def alarms(counts):
    verdicts = ["typed", "found", "trap", "neither"]
    hits = [counts["alarms", verdict] for verdict in verdicts]
    return f"{sum(hits)} ({hits[0]} typed, {hits[1]} found under another family, {hits[2]} on traps, {hits[3]} neither)"


def bands(counts):
    """Of the alarms with a score from 0.9, 0.8, … on: how many there are, and how many meet a discrepancy."""
    for band in sorted({key[1] for key in counts if key[0] == "band"}, reverse=True):
        yield f"  score {band / 10:.1f}: {counts['band', band, 'right']} of {counts['band', band, 'all']} right"


def print_counts(title, counts):
    families = sorted({key[1] for key in counts if key[0] == "family"})
    print(f"{title}\n  {'':16} {'gold':>4} {'found':>6} {'typed':>6}")
    print("\n".join([*rows(counts, "severity", SEVERITIES), *rows(counts, "family", families)]))
    print(f"  traps: {counts['traps', 'flagged']} of {counts['traps', 'all']} flagged\n  alarms: {alarms(counts)}")
    print("\n".join(bands(counts)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", nargs="?", default="open", choices=["open", "kept", "all"])
    parser.add_argument("--command", default="build/release/crossread")
    parser.add_argument("--show", action="store_true")
    args = parser.parse_args()
    stories = load(["open", "kept"] if args.set == "all" else [args.set])
    if not stories:
        sys.exit(f"no stories in {FOLDER}")
    totals = collections.defaultdict(collections.Counter)
    for (name, story), report in zip(stories, run(args.command, stories)):
        show = args.show and name == "open"
        if show:
            print(story["id"])
        totals[name].update(score(story, report, show))
    for name, counts in totals.items():
        print_counts(f"{name}: {sum(1 for other, _ in stories if other == name)} stories", counts)


if __name__ == "__main__":
    main()
