"""The order of words as file managers and WPS have it: figures, Latin letters, then Chinese by
pinyin with its tones.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

Place = tuple[int, int, str, str]
"""A figure, or one character: kind, value of the figure, spelling, the character itself."""

_OTHER, _FIGURE, _LATIN, _CHINESE = range(4)
KEPT = 16_384
"""Words of which the place is kept: all that the lists of a city show."""


@lru_cache(maxsize=KEPT)
def collated(words: str) -> tuple[Place, ...]:
    """What ``words`` are sorted by. The first call with a Chinese character imports pypinyin, which
    takes a while.
    """
    plain = unicodedata.normalize("NFKC", words).casefold()
    return tuple(_places(plain)) if plain else ()


def _places(plain: str) -> Iterator[Place]:
    at, syllables = 0, _syllables(plain)
    for is_figure, run in groupby(plain, str.isdecimal):
        found = "".join(run)
        if is_figure:
            yield (_FIGURE, int(found), "", found)
        else:
            for char, spelt in zip(found, syllables[at:], strict=False):
                yield (_kind(char), 0, spelt, char)
        at += len(found)


def _kind(char: str) -> int:
    if "\u3400" <= char <= "\u9fff":
        return _CHINESE
    return _LATIN if char.isalpha() else _OTHER


def _syllables(plain: str) -> list[str]:
    """The reading of every character, of those that are not Chinese the character itself."""
    if not any(_kind(char) == _CHINESE for char in plain):
        return list(plain)
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415  its dictionary takes a while to load

    found = lazy_pinyin(plain, style=Style.TONE3, neutral_tone_with_five=True, errors=_split)  # type: ignore[arg-type]  # a list is taken, too
    return [str(syllable) for syllable in found]


def _split(words: str) -> list[str]:
    return list(words)
