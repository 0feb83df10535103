"""Which names of a place are kept: those that an English report may print."""

from __future__ import annotations

GENERIC = (
    "autonomous republic", "autonomous region", "province", "oblast", "oblast'", "krai", "kray", "region",
    "governorate",
    "state", "prefecture", "department", "district", "county", "canton", "voivodeship", "municipality", "division",
    "republic", "parish", "township", "raion", "rayon", "city", "emirate", "community", "area",
)  # fmt: skip
ARTICLES = ("al ", "al-", "an ", "an-", "ar-", "as-", "ash-", "at-", "ad-", "az-", "el ", "el-")
ARABIC = frozenset({
    "AE", "BH", "DJ", "DZ", "EG", "EH", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS", "QA", "SA", "SD",
    "SO", "SY", "TD", "TN", "YE",
})  # fmt: skip
MARKS = frozenset("'’ʻʼ`-. ")


def is_printable_name(name: str) -> bool:
    """Keep Latin letters with a capital first; not codes, not letter-for-letter romanisations of other scripts."""
    if len(name) < 3 or len(name) > 40 or not name[0].isupper() or (name.isupper() and len(name) <= 4):
        return False
    return all(char in MARKS or (char.isalpha() and ord(char) < 0x250) or "Ḁ" <= char <= "ỿ" for char in name)


def without_generic(name: str) -> str | None:
    """Strip the kind of division off a name ("Kharkiv Oblast" → "Kharkiv"), or None where there is none."""
    lower = name.lower()
    for word in GENERIC:
        if lower.endswith(" " + word):
            return name[: -len(word) - 1]
    return None


def without_article(name: str, country: str) -> str | None:
    """Strip the Arabic article in countries where reports drop it ("Al Anbar" → "Anbar"), or None."""
    if country in ARABIC:
        for article in ARTICLES:
            if name.lower().startswith(article) and len(name) > len(article) + 3:
                return name[len(article) :]
    return None


def variants(names: list[str], country: str) -> list[str]:
    """Add the bare forms to the names, each once, in order."""
    bare = [form for name in names for form in (without_generic(name), without_article(name, country)) if form]
    return list(dict.fromkeys([*names, *bare]))
