"""The order of texts in lists, as Explorer and WPS have it: numbers by value, Latin letters without
regard to case, Chinese by pinyin and tone. No Qt.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from liantu.telling.searching.pinyin import toned
from liantu.wording import text

_PART = re.compile(r"(?P<number>\d+)|(?P<word>\w)|(?P<mark>[^\w\s]|_)")
_MARK, _NUMBER, _LETTER, _CHINESE = "0123"
"""What begins a part of a key: marks come first, Chinese words last."""
_PART_END, _PARTS_END = "\1", "\0"
"""Less than whatever a part begins with: of two that begin alike the shorter one comes first."""
_MOST_DIGITS = 999
"""A longer number is no number; its length could not be told in three digits."""


@lru_cache(maxsize=8192)
def order(words: str) -> str | None:
    """The sorting key of a text: its parts one after another, then its characters for what is
    alike so far. One text, as a long list has a key a row. ``None``, which lists put last, for
    nothing and for 不详. The first call imports pypinyin, which takes a while.
    """
    plain = unicodedata.normalize("NFKC", words).strip()
    if not plain or plain in _unknown():
        return None
    sounds = toned(plain)
    parts = [_part(found, sounds) + _PART_END for found in _PART.finditer(plain)]
    return "".join((*parts, _PARTS_END, plain))


def _part(found: re.Match[str], sounds: tuple[str, ...]) -> str:
    char = found.group()
    if found["number"]:
        digits = str(int(char[:_MOST_DIGITS]))
        return f"{_NUMBER}{len(digits):03}{digits}"
    if found["mark"]:
        return _MARK + char
    sound = sounds[found.start()]
    return _LETTER + char.casefold() if sound == char else _CHINESE + sound


@lru_cache(maxsize=1)
def _unknown() -> frozenset[str]:
    return frozenset((text("ui.unknown"), text("ui.none"), "-"))
