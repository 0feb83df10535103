"""Word lists that do not hold what they should are refused, with file and place."""

from __future__ import annotations

from importlib.resources import files

import msgspec
import pytest

from onrecord.errors import DataError
from onrecord.lexicon import load as load_module
from onrecord.lexicon import load_words


class Verbs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    say: list[str]


@pytest.fixture
def lexicon(tmp_path, monkeypatch):  # noqa: ANN001, ANN201
    folder = tmp_path / "en"
    folder.mkdir()
    monkeypatch.setattr(load_module, "files", lambda _: tmp_path)
    load_module._load.cache_clear()
    yield folder
    load_module._load.cache_clear()


def test_a_good_list_is_read(lexicon) -> None:  # noqa: ANN001
    (lexicon / "verbs.toml").write_text('say = ["say", "tell"]')
    assert load_words("verbs", Verbs).say == ["say", "tell"]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('say = ["say", "say"]', "holds 'say' twice"),
        ('say = ["say"]\nsya = []', "unknown field `sya`"),
        ("say = [1]", "Expected `str`"),
        ("say = [", "Invalid"),
    ],
)
def test_a_bad_list_is_refused(lexicon, content: str, problem: str) -> None:  # noqa: ANN001
    (lexicon / "verbs.toml").write_text(content)
    with pytest.raises(DataError, match=r"lexicon/en/verbs\.toml") as caught:
        load_words("verbs", Verbs)
    assert problem in str(caught.value)


def test_every_shipped_list_is_toml() -> None:
    assert any(files("onrecord.lexicon").joinpath("en").iterdir())
