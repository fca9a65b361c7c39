#!/usr/bin/env python3
"""Writes core/lexicon/en/word_classes.tsv from WordNet 3.0 (Debian package wordnet-base).

usage: word_classes.py WORDNET_FOLDER OUT.tsv     e.g. /usr/share/wordnet core/lexicon/en/word_classes.tsv"""
import collections
import pathlib
import re
import sys

LEAST = 5  # occurrences in the texts that WordNet's senses were counted in; rarer words hardly help the tagger
MOSTLY = 0.9
FILES = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
CLASSES = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}  # of a sense key: lemma%class:…
HEADER = """\
# The classes that a word can have: what the tagger has not seen in a treebank, it can look up here.
# Columns: word (folded, dictionary form) | its classes, n noun, v verb, a adjective, r adverb, the most
# frequent first; a capital where that one has nine of ten occurrences: "farm" is Nv, mostly a noun.
# A change shows only after the model is trained anew (docs/syntax.md).
# Source: WordNet 3.0, Copyright 2006 by Princeton University, its index and sense counts; one word,
# counted five times or more; written by tools/train/word_classes.py. Licence: WordNet 3.0 licence.
"""


def main():
    folder, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    classes, counts = collections.defaultdict(set), collections.defaultdict(collections.Counter)
    for name, letter in FILES.items():
        for line in (folder / f"index.{name}").read_text().splitlines():
            if re.match("[a-z]+ ", line):
                classes[line.split()[0]].add(letter)
    for line in (folder / "cntlist.rev").read_text().splitlines():
        sense, _, count = line.split()
        word, rest = sense.split("%")
        counts[word][CLASSES[rest[0]]] += int(count)
    rows = []
    for word in sorted(classes):
        total = counts[word].total()
        if total < LEAST:
            continue
        letters = sorted(classes[word], key=lambda c: (-counts[word][c], c))
        if counts[word][letters[0]] >= MOSTLY * total:
            letters[0] = letters[0].upper()
        rows.append(f"{word}\t{''.join(letters)}\n")
    out.write_text(HEADER + "".join(rows))
    print(f"{out}: {len(rows)} words")


if __name__ == "__main__":
    main()
