"""Words as checked data: one folder a language, one TOML file a word list, each read into a typed value."""

from onrecord.lexicon.load import LANGUAGES, load_words

__all__ = ["LANGUAGES", "load_words"]
