#!/usr/bin/env python3
"""Writes core/lexicon/en/derivations.tsv from WordNet 3.0 (Debian package wordnet-base).

usage: derivations.py WORDNET_FOLDER LEXICON_FOLDER     e.g. /usr/share/wordnet core/lexicon/en

Of all that WordNet calls derivationally related only this is kept: a noun that word_classes.tsv has, in the sense that
is its most frequent and is something that happens (of people and things made, "governor" and "government" would be one),
and a verb of verbs.tsv spelt otherwise that begins alike; nouns of event_nouns.tsv, which are
set by hand, are left out."""
import pathlib
import re
import sys

HAPPENS = {"04", "10", "11", "22"}  # WordNet's files of acts, communication, events, processes
ALIKE = 3  # letters at the beginning that noun and verb share
HEADER = """\
# Nouns and the verb that they are made from, for lining up claims: "its expansion" and "it was
# expanded"; of what happens alone, since a governor and a government both govern.
# Columns: noun (dictionary form) | verb (dictionary form).
# Source: WordNet 3.0, Copyright 2006 by Princeton University, its derivational links, reduced to the words of
# word_classes.tsv and verbs.tsv; written by tools/train/derivations.py. Licence: WordNet 3.0 licence.
"""


def keys(path):
    return {line.split("\t")[0]: line.rstrip("\n").split("\t")[1:] for line in path.open(encoding="utf-8") if line[0] not in "#\n"}


def synsets(path):
    """{offset: (file, words, [(offset of a verb's synset, number of this word, number of that word)])}"""
    out = {}
    for line in path.open(encoding="utf-8"):
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = fields[4 : 4 + 2 * count : 2]
        pointers = fields[5 + 2 * count :]
        links = [
            (pointers[i + 1], int(pointers[i + 3][:2], 16), int(pointers[i + 3][2:], 16))
            for i in range(0, 4 * int(fields[4 + 2 * count]), 4)
            if pointers[i] == "+" and pointers[i + 2] == "v"
        ]
        out[fields[0]] = (fields[1], words, links)
    return out


def main():
    folder, lexicon = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    classes, known_verbs = keys(lexicon / "word_classes.tsv"), keys(lexicon / "verbs.tsv")
    by_hand = keys(lexicon / "event_nouns.tsv")
    nouns, verbs = synsets(folder / "data.noun"), synsets(folder / "data.verb")
    rows = {}
    for line in (folder / "index.noun").open(encoding="utf-8"):
        if not re.match("[a-z]+ ", line):
            continue
        fields = line.split()
        noun = fields[0]
        if "n" not in classes.get(noun, [""])[0].lower() or noun in by_hand:
            continue
        file, words, links = nouns[fields[-int(fields[2])]]  # senses by frequency
        if file not in HAPPENS:
            continue
        found = {
            verb
            for offset, of_noun, of_verb in links
            if words[of_noun - 1].lower() == noun
            for verb in [verbs[offset][1][of_verb - 1]]
            if verb in known_verbs and verb != noun and verb[:ALIKE] == noun[:ALIKE]
        }
        if len(found) == 1:
            rows[noun] = found.pop()
    with (lexicon / "derivations.tsv").open("w", encoding="utf-8") as out:
        out.write(HEADER)
        for noun in sorted(rows):
            out.write(f"{noun}\t{rows[noun]}\n")
    print(f"{len(rows)} nouns")


if __name__ == "__main__":
    main()
