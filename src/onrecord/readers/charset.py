"""Bytes to characters: which encoding, and what was done where none fits."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from onrecord.errors import UnreadableError

SAMPLE = 65_536
BINARY_SHARE = 0.1
"""Share of control and damaged characters in the sample from which an input is no text."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SIGNATURES = (
    b"%PDF-", b"\x1f\x8b", b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"PK\x03\x04", b"\x7fELF", b"OggS", b"ID3", b"RIFF",
    b"\xd0\xcf\x11\xe0", b"BZh", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"SQLite format",
)  # fmt: skip
WEB_NAMES = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252",
    "iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "ks_c_5601-1987": "cp949", "euc-kr": "cp949",
    "shift_jis": "cp932", "x-sjis": "cp932", "tis-620": "cp874",
}  # fmt: skip
"""What browsers read under a name, after the WHATWG encoding standard."""

_ODD = re.compile("[\x01-\x08\x0e-\x1f\ufffd]")


def decode(data: bytes, ref: str, declared: str | None = None) -> tuple[str, str | None]:
    """Give the characters of `data`, without NUL and byte order mark, and a message where its encoding was guessed.

    Order: byte order mark, UTF-16 by its NULs, UTF-8 where it fits, the declared encoding, a guess from a sample.
    Raises UnreadableError for an empty input and for one that is no text.
    """
    if not data.strip(b"\x00 \t\r\n\x0b\x0c"):
        raise UnreadableError(ref, "is empty" if not data else "holds nothing but blanks", "Give a page or a text.")
    for mark, name in MARKS:
        if data.startswith(mark):
            return _clean(data[len(mark) :].decode(name, "replace"), ref, None)
    if any(data.startswith(signature) for signature in SIGNATURES):
        raise UnreadableError(ref, "is a binary file, not text", "Give HTML, plain text, JSON Lines or CSV.")
    if wide := _wide(data[:SAMPLE]):
        return _clean(data.decode(wide, "replace"), ref, f"no byte order mark; read as {wide}")
    try:
        return _clean(data.decode("utf-8"), ref, None)
    except UnicodeDecodeError as error:
        text, note = _other(data, declared, error)
        return _clean(text, ref, note)


def _clean(text: str, ref: str, note: str | None) -> tuple[str, str | None]:
    sample = text[:SAMPLE]
    odd = len(_ODD.findall(sample))
    if odd > BINARY_SHARE * len(sample):
        raise UnreadableError(ref, "is a binary file, not text", "Give HTML, plain text, JSON Lines or CSV.")
    if "\x00" in text:
        text = text.replace("\x00", "")
        note = f"{note}; NUL bytes taken out" if note else "NUL bytes taken out"
    return text.removeprefix("\ufeff"), note


def _wide(sample: bytes) -> str | None:
    """Tell UTF-16 without a mark by where its NULs stand: every second byte of Latin text."""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _other(data: bytes, declared: str | None, error: UnicodeDecodeError) -> tuple[str, str | None]:
    if data.count(b"\xef\xbf\xbd") or _nearly_utf8(data, error):
        text = data.decode("utf-8", "replace")
        return text, f"read as utf-8 with {text.count(chr(0xFFFD))} damaged characters"
    name = WEB_NAMES.get((declared or "").strip().lower(), (declared or "").strip().lower())
    if name and name not in {"utf-8", "utf8"}:
        try:
            return data.decode(name), None
        except (LookupError, UnicodeDecodeError):
            pass
    # measured: the ends of a long input say as much as all of it, at a hundredth of the time
    best = from_bytes(data if len(data) < SAMPLE else data[: SAMPLE // 2] + data[-SAMPLE // 2 :]).best()
    guess = best.encoding if best is not None else "cp1252"
    guess = WEB_NAMES.get(guess.replace("_", "-"), guess)
    return data.decode(guess, "replace"), f"encoding guessed: {guess}"


def _nearly_utf8(data: bytes, error: UnicodeDecodeError) -> bool:
    """Tell whether a few bytes only spoil text that is UTF-8 otherwise (a cut end, a damaged word)."""
    sample = data[:SAMPLE]
    if error.start >= len(data) - 3:
        return True
    high = sum(1 for byte in sample if byte >= 0x80)
    damaged = sample.decode("utf-8", "replace").count("\ufffd")
    return high > 0 and damaged * 10 < high
