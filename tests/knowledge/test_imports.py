from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.errors import DataError
from onrecord.knowledge.petrarch import read_petrarch
from onrecord.knowledge.wikidata import read_wikidata

if TYPE_CHECKING:
    from pathlib import Path

DICTIONARY = """
# invented for the test
RURITANIA_ [AFG]
ANNA_EXAMPLE_ ; minister
+ANNA_
    [AFGELI <020101]
    [AFGGOV >011231]
RIVER_GUARD [KENMIL]
WORLD_BODY [IGOUNO]
"""


def test_a_petrarch_dictionary_is_read() -> None:
    actors = {actor["name"]: actor for actor in read_petrarch(DICTIONARY.splitlines(), "test")}
    assert actors["Ruritania"]["country"] == "AF"
    assert actors["Anna Example"]["cameo"] == "AFGGOV"
    assert actors["Anna Example"]["aliases"] == ["Anna"]
    assert (actors["River Guard"]["country"], actors["River Guard"]["sector"]) == ("KE", "MIL")
    assert actors["World Body"]["type"] == "igo"


@pytest.mark.parametrize(
    ("text", "said"),
    [("NAME_ [x]", "line 1"), ("+ALIAS_", "belongs to no name"), ("NAME_\nOTHER_ [USA]", "'Name' has no code")],
)
def test_a_bad_dictionary_is_refused_with_its_line(text: str, said: str) -> None:
    with pytest.raises(DataError, match=said):
        read_petrarch(text.splitlines(), "test")


def entity(identity: str, kind: str, name: str, **claims: Any) -> str:
    def value(target: Any) -> list[Any]:
        return [{"mainsnak": {"datavalue": {"value": target}}}]

    found = {"P31": value({"id": kind})} | {key: value(target) for key, target in claims.items()}
    aliases = {"en": [{"value": f"{name} Group"}]}
    return json.dumps({"id": identity, "labels": {"en": {"value": name}}, "aliases": aliases, "claims": found})


def dump(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "dump.json.gz"
    with gzip.open(file, "wt", encoding="utf-8") as out:
        out.write("[\n" + ",\n".join(lines) + "\n]\n")
    return file


def test_a_dump_is_filtered_by_type(tmp_path: Path) -> None:
    party = entity("Q90001", "Q7278", "Example Party", P17={"id": "Q142"}, P571={"time": "+1921-00-00T00:00:00Z"})
    file = dump(tmp_path, party, entity("Q90002", "Q515", "Some Town"))
    (number, actor), = read_wikidata(file)  # fmt: skip
    assert number == 2
    assert (actor["type"], actor["country"], actor["valid_from"]) == ("party", "FR", "1921")
    assert actor["aliases"] == ["Example Party Group"]
    assert actor["licence"] == "CC0-1.0"


def test_an_import_goes_on_where_it_stopped(tmp_path: Path) -> None:
    file = dump(tmp_path, *(entity(f"Q{n}", "Q7278", f"Party {n}") for n in range(90001, 90006)))
    everything = list(read_wikidata(file))
    half = everything[2][0]
    assert [*everything[:3], *read_wikidata(file, after_line=half)] == everything


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="line 2"):
        list(read_wikidata(dump(tmp_path, "{broken")))
