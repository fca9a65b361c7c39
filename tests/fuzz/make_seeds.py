#!/usr/bin/env python3
"""Writes seed inputs for the fuzz targets: FOLDER/<target>/… from examples/ and tests/checks/."""

import hashlib
import json
import pathlib
import sys


def fixture_articles(text):
    """Pairs of articles of a fixture file, one list per case."""
    for case in text.split("\n=== "):
        blocks = case.split("\n--- ")[1:]
        articles = [block.partition("\n")[2] for block in blocks if not block.startswith("findings")]
        if articles:
            yield articles


def main():
    folder = pathlib.Path(sys.argv[1])
    groups = []
    for path in sorted(pathlib.Path("examples").glob("*/request.json")):
        groups.append([article["text"] for article in json.loads(path.read_text(encoding="utf-8"))["articles"]])
    for path in sorted(pathlib.Path("tests/checks").glob("*.txt")):
        groups += fixture_articles(path.read_text(encoding="utf-8"))
    for source in sorted(pathlib.Path("tests/fuzz").glob("*_fuzz.cpp")):
        target = folder / source.stem
        target.mkdir(parents=True, exist_ok=True)
        for texts in groups:
            if source.stem == "request_fuzz":
                inputs = [json.dumps({"articles": [{"text": text} for text in texts]}, ensure_ascii=False)]
            elif source.stem == "compare_fuzz":  # two articles, a zero byte between them
                inputs = ["\0".join(texts[:2])]
            else:
                inputs = texts
            for text in inputs:
                data = text.encode()
                (target / hashlib.sha1(data).hexdigest()).write_bytes(data)


if __name__ == "__main__":
    main()
