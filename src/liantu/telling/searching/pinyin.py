"""How Chinese words are spelt: the reading of the phrase, and what else people type for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product

from liantu.wording import text

_PARTS = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")
MOST = 12
"""So many spellings of one word are kept: enough for two or three characters with two readings."""


@lru_cache(maxsize=1)
def _others() -> dict[str, tuple[str, ...]]:
    """Characters with the readings that are typed for them, a few of them wrong. pypinyin's own
    lists hold every reading of the dictionaries: with them everything finds everything.
    """
    return {entry[0]: tuple(entry[1:].split(",")) for entry in text("pinyin.others").split()}


@lru_cache(maxsize=1)
def _usual() -> dict[str, str]:
    """Without a phrase around them, pypinyin reads these characters as names seldom mean them."""
    return {entry[0]: entry[1:] for entry in text("pinyin.usual").split()}


@lru_cache(maxsize=8192)
def spellings(word: str) -> tuple[tuple[str, ...], ...]:
    """Spellings of a word, the best first: a syllable for each Chinese character, every other
    character for itself. The first call imports pypinyin, which takes a while.
    """
    found = product(*reversed(tuple(_choices(word))))  # those of the first characters vary first
    return tuple(syllables[::-1] for syllables in islice(found, MOST))


@lru_cache(maxsize=8192)
def toned(word: str) -> tuple[str, ...]:
    """The syllables of the best spelling with tone digits (``zhong4``), else the characters."""
    usual = _usual()
    return tuple(
        usual[char] if char in usual and best == _read(char)[0] else best
        for char, best in zip(word, _read(word), strict=True)
    )


def _read(word: str) -> list[str]:
    return [syllable for part in _PARTS.findall(word) for syllable in _read_part(part)]


@lru_cache(maxsize=32768)
def _read_part(part: str) -> tuple[str, ...]:
    """Names differ in their numbers and letters more than in their Chinese words, and neither
    changes how the other is read.
    """
    if part.isascii():
        return tuple(part)
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  its dictionary takes a while to load

    return tuple(
        lazy_pinyin(
            part,
            style=Style.TONE3,
            neutral_tone_with_five=True,
            errors=list,  # type: ignore[arg-type]  # what it returns is flattened
        )
    )


def _choices(word: str) -> Iterator[tuple[str, ...]]:
    for character, best in zip(word, toned(word), strict=True):
        found = (best.rstrip("12345") or best, *_others().get(character, ()))
        yield tuple(dict.fromkeys((*found, *(s.replace("v", "u") for s in found if _umlaut(s)))))


def _umlaut(syllable: str) -> bool:
    """Whether people type ``lu`` for it as well as ``lv``."""
    return syllable[:2] in {"lv", "nv"}
