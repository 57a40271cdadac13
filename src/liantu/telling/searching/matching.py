"""One matcher for the search and for every filter: what people type against what things are called.

Compared is what is left without blanks and marks, at full or half width, capital or small; a point
between digits stays. Several words may stand in any order. Latin letters also find the spelling of
Chinese words: in full, by initials, or mixed (``sfa``, ``shuangfena``, ``shfena``).
"""

from __future__ import annotations

import enum
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from liantu.telling.searching.pinyin import spellings
from liantu.wording import text

BREAK = "\n"
"""Between names: nobody can type it."""
LONGEST = 40
"""So many letters are looked for in spellings."""
MOST_SPELT = 24
"""A longer text is a sentence: its initials would find whatever is typed."""
_SYLLABLE, _WORD = "'", "|"
_MARKS = re.compile(r"(?<!\d)\.|\.(?!\d)|[^\w.]|_")


class Rank(enum.IntEnum):
    """How well a name fits, the best first; ``SPELT`` is the whole name by its initials or in
    full, ``AROUND``: some words fit only what stands beside the name.
    """

    EXACT = 0
    NAME = 1
    SPELT = 2
    INITIALS = 3
    SPELLING = 4
    WORD = 5
    INSIDE = 6
    AROUND = 7


class Key(NamedTuple):
    """Names as they are compared, one a line. ``marked`` has a sign at the start of each word;
    ``spelt`` holds the spellings, several of a name, and is empty until they are made. A tuple:
    thousands are made with a key that is pressed.
    """

    plain: str = ""
    marked: str = ""
    spelt: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed: all of it as one word, and word by word. False if there is nothing in it."""

    whole: str
    words: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.whole)


def folded(words: str) -> str:
    """Words as they are compared, without blanks and marks."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", words).casefold())


def asked(typed: str) -> Query:
    """What is looked for; blanks of any width part its words."""
    words = tuple(word for word in map(folded, typed.replace("ü", "v").split()) if word)
    return Query("".join(words), words)


def key(names: Iterable[str]) -> Key:
    """The names of one thing, or the cells of one row, without their spellings."""
    marked = tuple("".join(_parts(name)) for name in names)
    return marked_key(BREAK.join(marked), "")


def marked_key(marked: str, spelling: str) -> Key:
    """The key of names whose words are marked already."""
    return Key(marked.replace(_WORD, ""), marked, spelling)


def unmarked(marked: str) -> str:
    """Marked names without the signs of their words."""
    return marked.replace(_WORD, "")


def row(cells: Iterable[str], known: Iterable[Key] = ()) -> Key:
    """A row as :func:`holds` compares it: its cells with whatever else the things named in it are
    called and how that is spelt.
    """
    more = tuple(known)
    plain = (*map(folded, cells), *(found.plain for found in more))
    return Key(BREAK.join(plain), spelt=BREAK.join(k.spelt for k in more if k.spelt))


def joined(keys: Iterable[Key]) -> Key:
    """The names of several keys in one."""
    found = tuple(keys)
    if len(found) == 1:
        return found[0]
    return Key(
        BREAK.join(k.plain for k in found),
        BREAK.join(k.marked for k in found),
        BREAK.join(k.spelt for k in found if k.spelt),
    )


def spelt(found: Key) -> Key:
    """The same key with spellings; the first call imports pypinyin, which takes a while."""
    lines = found.marked.split(BREAK)
    return found._replace(spelt=BREAK.join(spelling for line in lines for spelling in _spelt(line)))


def match(query: Query, found: Key) -> Rank | None:
    """How well the best of the names fits all of the query, ``None`` if not: as one word, else
    each of its words, of which the worst tells.
    """
    rank = _rank(query.whole, found)
    if rank is not None or len(query.words) < 2:
        return rank
    ranks = [_rank(word, found) for word in query.words]
    known = [rank for rank in ranks if rank is not None]
    return max(Rank.WORD, *known) if len(known) == len(ranks) else None


def match_beside(query: Query, found: Key, around: Key) -> Rank | None:
    """As :func:`match`, where all words but one may fit what stands beside the names, too."""
    if len(query.words) < 2:
        return _rank(query.whole, found)
    rank = match(query, found)
    if rank is not None:
        return rank
    named = [_rank(word, found) is not None for word in query.words]
    rest = [word for word, is_named in zip(query.words, named, strict=True) if not is_named]
    fits_all = any(named) and all(_rank(word, around) is not None for word in rest)
    return Rank.AROUND if fits_all else None


def holds(query: Query, found: Key) -> bool:
    """Whether all of the query, or each of its words, is in a name; an empty one is in all."""
    return _holds(query.whole, found) or all(_holds(word, found) for word in query.words)


def fits(typed: str, words: Iterable[str]) -> bool:
    """Whether what was typed finds one of so few words (a name with its aliases), spelt as well.
    For many rows make their keys once and ask :func:`holds`.
    """
    return holds(asked(typed), spelt(key(words)))


def _holds(word: str, found: Key) -> bool:
    if word in found.plain:
        return True
    if not (found.spelt and is_spelling(word)):
        return False
    return _patterns(word).anywhere.search(found.spelt) is not None


def _rank(word: str, found: Key) -> Rank | None:
    if not word:
        return None
    asked_ = _asked(word)
    written = word in found.plain
    if written:
        lines = f"{BREAK}{found.plain}{BREAK}"
        if asked_.begin in lines:
            return Rank.EXACT if asked_.line in lines else Rank.NAME
    patterns = asked_.patterns if found.spelt else None
    if patterns is not None and not patterns.may_be(found.spelt):
        patterns = None
    if patterns is not None:
        spelt = BREAK + found.spelt
        for rank, pattern in patterns.starting:
            if pattern.search(spelt):
                return rank
    if written and asked_.loose.search(found.marked):
        return Rank.WORD
    if patterns and patterns.word.search(found.spelt):
        return Rank.WORD
    is_inside = written or (patterns and patterns.anywhere.search(found.spelt))
    return Rank.INSIDE if is_inside else None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A word with all that is looked for: ``begin`` where a name begins with it, ``line`` where it
    is a name, ``loose`` where a word does; ``patterns`` in spellings, where it may be one.
    """

    begin: str
    line: str
    loose: re.Pattern[str]
    patterns: _Patterns | None


@lru_cache(maxsize=64)
def _asked(word: str) -> _Asked:
    begin, patterns = BREAK + word, _patterns(word) if is_spelling(word) else None
    return _Asked(begin, begin + BREAK, _loose(word), patterns)


def _loose(word: str) -> re.Pattern[str]:
    """A word at the start of a word, which may itself be made of several."""
    mark = re.escape(_WORD)
    return re.compile(mark + f"{mark}?".join(map(re.escape, word)))


# -- spellings


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What letters look like in a spelling: at its start (after a break) by rank, at that of a
    word, anywhere (a single letter would be everywhere: at its start only).
    """

    starting: tuple[tuple[Rank, re.Pattern[str]], ...]
    word: re.Pattern[str]
    anywhere: re.Pattern[str]
    single: bool

    def may_be(self, spelt: str) -> bool:
        """Whether any of them may be found; most names of what is looked at are done with here."""
        return self.single or self.anywhere.search(spelt) is not None


def is_spelling(word: str) -> bool:
    """Whether a word as typed may be how Chinese words are spelt."""
    return len(word) <= LONGEST and word[:1].isascii() and word.isascii() and not word.isdigit()


def spelling_of(word: str) -> re.Pattern[str]:
    """What stands in every spelling that ``word`` fits, however well; of a single letter that is
    the beginning of a word.
    """
    found = _patterns(word)
    return found.anywhere if len(word) > 1 else found.word


@lru_cache(maxsize=64)
def _patterns(word: str) -> _Patterns:
    """After each letter comes the next one, or the rest of the syllable is passed over."""
    rest = f"[^{_SYLLABLE}{BREAK}]*"
    begin, mark = f"{re.escape(_WORD)}?{_SYLLABLE}", re.escape(_WORD)
    letters = [re.escape(letter) for letter in word]
    initials = f"{rest}{_SYLLABLE}".join(letters)
    mixed = f"(?:{rest}{_SYLLABLE})?".join(letters)
    full = f"(?:{mark}?{_SYLLABLE})?".join(letters)
    flags = re.MULTILINE
    start = BREAK + begin  # a line is found at its break ten times as fast as by the anchor
    whole = f"{start}(?:{initials}{rest}|{full})$"
    return _Patterns(
        (
            (Rank.SPELT, re.compile(whole, flags)),
            (Rank.INITIALS, re.compile(start + initials)),
            (Rank.SPELLING, re.compile(start + mixed)),
        ),
        re.compile(f"{mark}{_SYLLABLE}{mixed}"),
        re.compile(f"{'' if len(word) > 1 else '^' + mark}{_SYLLABLE}{mixed}", flags),
        len(word) == 1,
    )


def _spelt(line: str) -> Iterator[str]:
    """The spellings of a marked name: ``|'shuang'fen|'a``."""
    if line.isascii() or len(line) > MOST_SPELT:
        return
    words = line.split(_WORD)
    for syllables in spellings("".join(words)):
        yield _WORD.join(_joined(words, syllables))


def _joined(words: Sequence[str], syllables: Sequence[str]) -> Iterator[str]:
    at = 0
    for word in words:
        part = syllables[at : at + len(word)]
        at += len(word)
        yield "".join(f"{_SYLLABLE}{syllable}" for syllable in part)


# -- words


def _parts(words: str) -> Iterator[str]:
    """The characters that are compared, with a sign before each that begins a word: after a mark,
    where digits, letters and Chinese meet, after the place before the name of a firm.
    """
    wide = unicodedata.normalize("NFKC", words).casefold()
    places = _after_place(wide)
    before = ""
    for at, char in enumerate(wide):
        if char == "." and wide[at - 1 : at].isdigit() and wide[at + 1 : at + 2].isdigit():
            yield char
            continue
        kind = _kind(char)
        if kind and (kind != before or at in places):
            yield _WORD
        if kind:
            yield char
        before = kind


def _kind(char: str) -> str:
    if not char.isalnum():
        return ""
    if char.isdigit():
        return "digit"
    return "letter" if char.isascii() else "chinese"


def _after_place(words: str) -> frozenset[int]:
    ends, at, place = set[int](), 0, _place()
    while found := place.match(words, at):
        at = found.end()
        ends.add(at)
    return frozenset(ends)


@lru_cache(maxsize=1)
def _place() -> re.Pattern[str]:
    return re.compile(text("pinyin.place"))
