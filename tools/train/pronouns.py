#!/usr/bin/env python3
"""Learns core/extract/pronoun_weights.h: which candidate a third-person pronoun means.

usage: pronouns.py PRONOUN_FEATURES OUT.h FILE.conllu… [--folds N]

A log-linear model over the candidates of each pronoun: those of its coreference chain are right, and where there
are none, the candidate "nothing". Features stand on how the program resolved the pronouns before: run it, build,
and run it once more. The same data gives the same weights. --folds: only cross-validate, by documents."""
import argparse
import json
import math
import random
import subprocess

import treebank

# What news does and the treebank hardly shows, for he and she (template kSpeech of pronoun_candidates.cpp): who
# speaks goes on speaking, and is not who is reported on. Set by hand; weights are drawn towards it, not to 0.
GROUP, VALUES, SPEECH = 20 * 28, 28, 8
PRIOR = {SPEECH * VALUES + 0: 2.5, SPEECH * VALUES + 1: 0.3, SPEECH * VALUES + 2: -1.0, SPEECH * VALUES + 6: 1.0}
EPOCHS, RATE, DECAY = 12, 0.08, 2e-4
UNIT = 64  # weights are integers, in steps of 1/UNIT of log-odds


def examples(command, doc):
    """[(features of each candidate, is it right, names an entity, is there a name in the chain)]"""
    out = subprocess.run([command], input=doc.text.encode(), stdout=subprocess.PIPE, check=True).stdout
    word_at = {word.begin: i for i, word in enumerate(doc.words)}
    by_head, of_pronoun = {}, {}
    for mention in sorted(doc.mentions, key=lambda m: len(m.words)):
        by_head.setdefault(mention.head, set()).add(mention.chain)
        if len(mention.words) == 1:
            of_pronoun[mention.words[0]] = mention.chain
    found = []
    for line in out.decode().splitlines():
        line = json.loads(line)
        word = word_at.get(line["start"])
        if word is None:
            continue
        chain = of_pronoun.get(word)
        candidates = []
        for candidate in line["candidates"]:
            right = False
            if "start" in candidate:
                heads = [i for i in range(len(doc.words)) if candidate["start"] <= doc.words[i].begin < candidate["end"]]
                right = chain is not None and any(chain in by_head.get(i, ()) for i in heads)
            candidates.append((candidate["features"], right, candidate.get("entity", -1)))
        if not any(right for _, right, _ in candidates):
            features, _, entity = candidates[-1]
            candidates[-1] = (features, True, entity)
        found.append(candidates)
    return found


def learn(data):
    generator = random.Random(1)
    size = 1 + max(f for candidates in data for features, _, _ in candidates for f in features)
    prior = [PRIOR.get(f, 0.0) for f in range(size)]
    weights, sums, steps = list(prior), [0.0] * size, 0
    data = list(data)
    for epoch in range(EPOCHS):
        generator.shuffle(data)
        rate = RATE / (1 + epoch)**0.5
        for candidates in data:
            scores = [sum(weights[f] for f in features) for features, _, _ in candidates]
            top = max(scores)
            odds = [math.exp(s - top) for s in scores]
            total = sum(odds)
            good = sum(o for o, (_, right, _) in zip(odds, candidates) if right)
            for o, (features, right, _) in zip(odds, candidates):
                step = rate * ((o / good if right else 0.0) - o / total)
                if abs(step) > 1e-6:
                    for f in features:
                        weights[f] += step
            if len(candidates) > 1:
                for features, _, _ in candidates:
                    for f in features:
                        weights[f] -= rate * DECAY * (weights[f] - prior[f])
        if epoch >= EPOCHS // 2:
            steps += 1
            for f in range(size):
                sums[f] += weights[f]
    return [round(UNIT * s / steps) for s in sums]


def decide(weights, candidates, lead):
    """None, or whether the entity chosen is right."""
    best, top, second = -1, -1 << 30, -1 << 30
    right = False
    for features, is_right, entity in candidates:
        score = sum(weights[f] for f in features if f < len(weights))
        if score > top:
            if entity != best or best == -1:
                second = top
            top, best, right = score, entity, is_right
        elif score > second and (entity != best or best == -1):
            second = score
    return right if best != -1 and top - second >= lead else None


def cross_validate(documents, folds):
    for lead in (0, 48, 96, 144):
        table = {}
        for fold in range(folds):
            if (fold, "w") not in CACHE:
                CACHE[fold, "w"] = learn([e for i, d in enumerate(documents) if i % folds != fold for e in d])
            weights = CACHE[fold, "w"]
            for candidates in (e for i, d in enumerate(documents) if i % folds == fold for e in d):
                group = candidates[-1][0][0] // GROUP
                row = table.setdefault(group, [0, 0, 0])
                result = decide(weights, candidates, lead)
                named = any(right and entity >= 0 for _, right, entity in candidates)
                row[0] += result is True
                row[1] += result is False
                row[2] += named
        print(lead, {g: f"right {r} wrong {w} P {100 * r / max(1, r + w):.1f} R {100 * r / max(1, n):.1f}"
                     for g, (r, w, n) in sorted(table.items())})


CACHE = {}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("features")
    parser.add_argument("out")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    documents = [examples(options.features, doc) for path in options.files for doc in treebank.read(path)]
    if options.folds:
        cross_validate(documents, options.folds)
        return
    weights = learn([e for d in documents for e in d])
    with open(options.out, "w", encoding="utf-8") as out:
        out.write("// What a candidate's features are worth, in 1/64 of a unit of log-odds. Written by\n"
                  "// tools/train/pronouns.py; learnt from the openly licensed genres of GUM (academic, court,\n"
                  "// interview, bio, voyage; github.com/amir-zeldes/gum), annotations CC BY 4.0.\n"
                  "// Licence: CC BY-SA 4.0 (NOTICE).\n"
                  "// clang-format off\n"
                  "#pragma once\n\n#include <cstdint>\n\nnamespace crossread {\n\n"
                  "inline constexpr int16_t kPronounWeights[] = {\n")
        for i in range(0, len(weights), 24):
            out.write("    " + ", ".join(str(w) for w in weights[i:i + 24]) + ",\n")
        out.write("};\n\n}  // namespace crossread\n")


if __name__ == "__main__":
    main()
