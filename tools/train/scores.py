#!/usr/bin/env python3
"""Learns core/checks/score_weights.h: how likely a finding is right, from what is known of it.

usage: scores.py SCORE_FEATURES OUT.h STORIES… [--check FILE…]

STORIES, FILE: .json of one event or .jsonl of several, {"articles", "gold": [{"kind", "family", "sides"}]}. An alarm
is right if it touches the sides of a discrepancy in two places. Weights are drawn towards a prior set by hand (PRIOR),
as few alarms are wrong: a kind of finding with little to show for it stays near the prior. --check prints, for events
that were not learnt from, how many of the alarms in each range of scores are right. The same data gives the same
weights; only texts of our own may be learnt from (NOTICE)."""

import argparse
import json
import math
import subprocess

UNIT = 64  # weights are integers, in steps of 1/UNIT of log-odds
NAMES = ["any", "strength", "copy", "within", "most origins", "least origins", "sides", "quotation", "name", "value", "sign", "who"]
# A finding of middling strength (0.75) is right four times in five, one of the greatest nine times in ten.
PRIOR = [-1.0, 0.16, 0.8, -0.3, 0.2, 0.2, -0.3, 0.0, 0.0, 0.0, 0.0, 0.0]
STEPS, RATE, DECAY = 8000, 0.005, 40  # DECAY: how many alarms the prior weighs


def events(paths):
    for path in paths:
        with open(path, encoding="utf-8") as file:
            yield from ([json.load(file)] if path.endswith(".json") else map(json.loads, file))


def alarms(command, stories):
    """[(features, right)]"""
    lines = "".join(json.dumps({"id": s["id"], "articles": s["articles"]}) + "\n" for s in stories)
    out = subprocess.run([command], input=lines.encode(), stdout=subprocess.PIPE, check=True).stdout.decode()
    found = []
    for story, line in zip(stories, out.splitlines(), strict=True):
        discrepancies = [g for g in story["gold"] if g["kind"] == "discrepancy"]
        for alarm in json.loads(line):
            right = any(
                sum(
                    any(s["article"] == side["article"] and s["start"] < side["end"] and side["start"] < s["end"] for s in alarm["spans"])
                    for side in gold["sides"]
                )
                >= 2
                for gold in discrepancies
            )
            found.append((alarm["features"], right))
    return found


def chance(weights, features):
    return 1 / (1 + math.exp(-sum(w * f for w, f in zip(weights, features))))


def learn(data):
    weights = list(PRIOR)
    for _ in range(STEPS):
        step = [DECAY * (p - w) for p, w in zip(PRIOR, weights)]
        for features, right in data:
            error = right - chance(weights, features)
            for f, value in enumerate(features):
                # Strength runs to 20: its step is smaller by as much.
                step[f] += error * value / (100 if f == 1 else 1)
        for f in range(len(weights)):
            weights[f] += RATE * step[f] / (10 if f == 1 else 1)
    return [round(UNIT * w) for w in weights]


def reliability(weights, data):
    table = {}
    for features, right in data:
        row = table.setdefault(min(9, int(10 * chance([w / UNIT for w in weights], features))), [0, 0])
        row[0] += 1
        row[1] += right
    for tenth, (of, right) in sorted(table.items(), reverse=True):
        print(f"  score {tenth / 10:.1f} and more: {right} of {of} right")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("features")
    parser.add_argument("out")
    parser.add_argument("stories", nargs="+")
    parser.add_argument("--check", nargs="*", default=[])
    options = parser.parse_args()
    data = alarms(options.features, list(events(options.stories)))
    weights = learn(data)
    print(f"{len(data)} alarms, {sum(right for _, right in data)} right; " + ", ".join(f"{n} {w}" for n, w in zip(NAMES, weights)))
    reliability(weights, data)
    if options.check:
        print("not learnt from:")
        reliability(weights, alarms(options.features, list(events(options.check))))
    with open(options.out, "w", encoding="utf-8") as out:
        out.write(
            "// What a finding's features are worth (checks/score.cpp), in 1/64 of a unit of log-odds. Written by\n"
            "// tools/train/scores.py; learnt from the alarms on our own stories. Licence: MIT, as the project.\n"
            "// clang-format off\n#pragma once\n\nnamespace crossread {\n\n"
            f"inline constexpr int kScoreWeights[] = {{{', '.join(map(str, weights))}}};\n\n"
            "}  // namespace crossread\n"
        )


if __name__ == "__main__":
    main()
