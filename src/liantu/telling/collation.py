"""The order of texts in lists, as Explorer and WPS have it: numbers by value, Latin letters without
regard to case, Chinese by pinyin and tone. No Qt.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from liantu.telling.pinyin import toned
from liantu.wording import text

Part = tuple[int, float, str]
Order = tuple[tuple[Part, ...], str]
"""Compared part by part; what is alike so far, by its characters."""
_PART = re.compile(r"(?P<number>\d+)|(?P<word>\w)|(?P<mark>[^\w\s]|_)")
_MARK, _NUMBER, _LETTER, _CHINESE = range(4)


@lru_cache(maxsize=8192)
def order(words: str) -> Order | None:
    """The sorting key of a text; ``None``, which lists put last, for nothing and for 不详. The
    first call imports pypinyin, which takes a while.
    """
    plain = unicodedata.normalize("NFKC", words).strip()
    if not plain or plain in _unknown():
        return None
    sounds = toned(plain)
    parts = tuple(_part(found, sounds) for found in _PART.finditer(plain))
    return parts, plain


def _part(found: re.Match[str], sounds: tuple[str, ...]) -> Part:
    char = found.group()
    if found["number"]:
        return _NUMBER, float(char), ""
    if found["mark"]:
        return _MARK, 0, char
    sound = sounds[found.start()]
    if sound == char:
        return _LETTER, 0, char.casefold()
    return _CHINESE, 0, sound


@lru_cache(maxsize=1)
def _unknown() -> frozenset[str]:
    return frozenset((text("ui.unknown"), text("ui.none"), "-"))
