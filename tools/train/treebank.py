"""Documents of a treebank in CoNLL-U with GUM's `Entity=`: their text, rebuilt, with the bytes of each token,
and their mentions with type and coreference chain."""
import re
from dataclasses import dataclass, field


@dataclass
class Word:
    form: str
    upos: str
    head: int  # index into Doc.words, -1 for a root
    begin: int = 0  # bytes of Doc.text
    end: int = 0


@dataclass
class GoldMention:
    chain: str
    kind: str
    words: range
    head: int = 0  # index into Doc.words
    named: bool = False


@dataclass
class Doc:
    id: str
    text: str = ""
    words: list = field(default_factory=list)
    mentions: list = field(default_factory=list)

    def genre(self):
        return self.id.split("_")[1] if self.id.startswith("GUM_") else self.id


def read(path):
    """The documents of a file that have mentions."""
    docs = []
    for chunk in open(path, encoding="utf-8").read().split("# newdoc id = ")[1:]:
        doc = _document(chunk)
        if doc.mentions:
            docs.append(doc)
    return docs


def _document(chunk):
    doc = Doc(chunk.split("\n", 1)[0].strip())
    size = 0
    parts = []
    open_mentions = {}
    paragraph = True
    for block in chunk.split("\n\n"):
        lines = [line for line in block.split("\n") if line]
        text = next((line[9:] for line in lines if line.startswith("# text = ")), None)
        paragraph = paragraph or any(line.startswith("# newpar") for line in lines)
        rows = [line.split("\t") for line in lines if re.match(r"\d+\t", line)]
        if text is None or not rows:
            continue
        if parts:
            parts.append("\n\n" if paragraph else " ")
            size += len(parts[-1])
        paragraph = False
        _sentence(doc, rows, text, size, open_mentions)
        parts.append(text)
        size += len(text.encode())
    doc.text = "".join(parts)
    for mention in doc.mentions:
        heads = [w for w in mention.words if doc.words[w].head not in mention.words]
        mention.head = heads[0] if heads else mention.words[-1]
        mention.named = doc.words[mention.head].upos == "PROPN" and mention.kind != "time"
    return doc


def _sentence(doc, rows, text, size, open_mentions):
    first = len(doc.words)
    at = 0
    for row in rows:
        found = text.find(row[1], at)
        found = at if found < 0 else found
        begin = size + len(text[:found].encode())
        at = found + len(row[1])
        head = int(row[6]) - 1 + first if row[6] != "0" else -1
        index = len(doc.words)
        doc.words.append(Word(row[1], row[3], head, begin, begin + len(row[1].encode())))
        entity = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
        for bracket, name, close in re.findall(r"(\(?)([^()]+)(\)?)", entity[1] if entity else ""):
            parts = name.split("-")
            if bracket:
                open_mentions.setdefault(parts[0], []).append((parts[1], index))
            if close and open_mentions.get(parts[0]):
                kind, begin_word = open_mentions[parts[0]].pop()
                doc.mentions.append(GoldMention(parts[0], kind, range(begin_word, index + 1)))
