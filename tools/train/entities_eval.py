#!/usr/bin/env python3
"""Scores `crossread entities` on a treebank with mentions and coreference (GUM).

usage: entities_eval.py CLI FILE.conllu… [--show N]

Names: those of the treebank whose head is a proper noun, times aside. Found: the head stands in a name of ours;
kind: of those that were found. Pronouns of the third person: right if the entity's names belong, most of them, to
the pronoun's chain. Pronouns whose chain has no name are right when they are left open. Files that are absent are
left out."""
import argparse
import collections
import json
import os
import subprocess

import treebank

KINDS = {"person": "person", "organization": "organisation", "place": "place"}
PRONOUNS = {"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "it": "it", "its": "it",
            "they": "they", "them": "they", "their": "they"}


def run(cli, doc):
    out = subprocess.run([cli, "entities"], input=doc.text.encode(), stdout=subprocess.PIPE, check=True).stdout
    return [json.loads(line) for line in out.decode().splitlines()]


def score(doc, lines, counts, confusion, show):
    word_at = {word.begin: i for i, word in enumerate(doc.words)}
    named_head = {}
    for mention in sorted(doc.mentions, key=lambda m: len(m.words)):
        if mention.named:
            named_head[mention.head] = mention  # the widest that has this head
    names = [line for line in lines if line["what"] == "name"]
    chains = collections.defaultdict(collections.Counter)
    found = set()
    for name in names:
        inside = [i for i, w in enumerate(doc.words) if name["start"] <= w.begin < name["end"]]
        heads = [i for i in inside if i in named_head]
        found.update(heads)
        if name.get("kind") != "people":
            counts["name_predicted"] += 1
            counts["name_right"] += bool(heads)
        top = [i for i in heads if doc.words[i].head not in inside] or heads
        if not top or name["entity"] is None:
            continue
        gold = named_head[top[0]]
        chains[name["entity"]][gold.chain] += 1
        want = KINDS.get(gold.kind, "other")
        got = "person" if name["kind"] == "people" and want == "person" else name["kind"]
        counts["kind_n"] += 1
        counts["kind_right"] += want == got
        confusion[want, got] += 1
        if want != got and show["kind"] > 0:
            show["kind"] -= 1
            text = doc.text.encode()
            print("KIND", want, "not", got, "|", text[name["start"]:name["end"]].decode(), "|",
                  text[max(0, name["start"] - 40):name["end"] + 40].decode(errors="ignore").replace("\n", " "))
    counts["name_gold"] += len(named_head)
    counts["name_found"] += len(found)

    chain_of = {}
    for mention in doc.mentions:
        if len(mention.words) == 1:
            chain_of[mention.words[0]] = mention.chain
    named_chains = {m.chain for m in doc.mentions if m.named}
    for line in lines:
        word = word_at.get(line["start"])
        if line["what"] != "pronoun" or word is None:
            continue
        kind = PRONOUNS.get(doc.words[word].form.lower())
        if kind is None:
            continue
        chain = chain_of.get(word)
        entity = line["entity"]
        of = chains[entity].most_common(1)[0][0] if entity is not None and chains[entity] else None
        if chain in named_chains:
            result = "open" if entity is None else "right" if of == chain else "wrong"
        else:
            result = "open_right" if entity is None else "spurious"
        counts[kind, result] += 1
        if result in ("wrong", "spurious") and show["pronoun"] > 0:
            show["pronoun"] -= 1
            text = doc.text.encode()
            print(result.upper(), doc.words[word].form, "->", line["name"], "|",
                  text[max(0, line["start"] - 160):line["end"] + 40].decode(errors="ignore").replace("\n", " "))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("files", nargs="+")
    parser.add_argument("--show", type=int, default=0, help="so many mistakes of each sort")
    options = parser.parse_args()
    for path in options.files:
        if not os.path.exists(path):
            print(f"{path}: absent, left out")
            continue
        counts, confusion = collections.Counter(), collections.Counter()
        show = {"kind": options.show, "pronoun": options.show}
        docs = treebank.read(path)
        for doc in docs:
            score(doc, run(options.cli, doc), counts, confusion, show)
        percent = lambda a, b: f"{100 * a / b:.1f}" if b else "-"
        print(f"{os.path.basename(path)}: {len(docs)} documents")
        print(f"  names   P {percent(counts['name_right'], counts['name_predicted'])}"
              f"  R {percent(counts['name_found'], counts['name_gold'])}  of {counts['name_gold']}"
              f"   kind {percent(counts['kind_right'], counts['kind_n'])} of {counts['kind_n']}")
        for want in ("person", "organisation", "place", "other"):
            row = {got: confusion[want, got] for got in ("person", "organisation", "place", "people", "other")}
            print(f"    {want:13}", *(f"{got} {n}" for got, n in row.items()))
        for kind in ("he", "she", "it", "they"):
            right, wrong, left = (counts[kind, r] for r in ("right", "wrong", "open"))
            spurious, silent = counts[kind, "spurious"], counts[kind, "open_right"]
            print(f"  {kind:5}   right {right}  wrong {wrong}  open {left}   P {percent(right, right + wrong)}"
                  f" R {percent(right, right + wrong + left)}   no name: open {silent}  resolved {spurious}")


if __name__ == "__main__":
    main()
