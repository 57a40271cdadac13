"""Looks for words in all chapters: in headings and terms also by pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from liantu.telling.help import book
from liantu.telling.searching import matching

AROUND = 18
"""Characters told on either side of what was found."""
MOST = 60
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*`#|\\]|^-+$|---", re.MULTILINE)
_BLANK = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A place in the manual: the chapter, the section in it, the words around, and what of them is
    to be marked.
    """

    chapter: str
    title: str
    section: str
    words: str
    mark: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A section; ``names`` are its heading and the terms that it explains."""

    chapter: str
    title: str
    section: str
    plain: str
    names: tuple[tuple[str, matching.Key], ...]


def find(typed: str) -> tuple[Hit, ...]:
    """Where the words stand: headings and terms, the best first, before running text."""
    query = matching.asked(typed)
    if not query:
        return ()
    named, inside = list[tuple[matching.Rank, Hit]](), list[Hit]()
    for place in _places():
        best = _best(query, place)
        if best is not None:
            named.append((best[0], _hit(place, best[1])))
        elif found := _inside(place, query):
            inside.append(_hit(place, found))
    named.sort(key=lambda pair: pair[0])
    return (*(hit for _, hit in named), *inside)[:MOST]


def plain(markdown: str) -> str:
    """Markdown without its marks, in one line."""
    return _BLANK.sub(" ", _MARKS.sub(r"\1 ", markdown)).strip()


def _best(query: matching.Query, place: _Place) -> tuple[matching.Rank, str] | None:
    """The name of the place that fits best, with how well it does."""
    ranks = ((matching.match(query, key), name) for name, key in place.names)
    known = [(rank, name) for rank, name in ranks if rank is not None]
    return min(known, key=lambda pair: pair[0], default=None)


def _inside(place: _Place, query: matching.Query) -> str:
    """The first of the words if all stand in the text, else nothing."""
    low = place.plain.casefold()
    return query.words[0] if all(word in low for word in query.words) else ""


def _hit(place: _Place, mark: str) -> Hit:
    at = max(place.plain.casefold().find(mark.casefold()), 0)
    first = max(at - AROUND, 0) if mark not in _headings(place) else at
    last = at + len(mark) + 2 * AROUND
    head, tail = "…" if first else "", "…" if last < len(place.plain) else ""
    words = f"{head}{place.plain[first:last].strip()}{tail}"
    return Hit(place.chapter, place.title, place.section, words, mark)


def _headings(place: _Place) -> tuple[str, ...]:
    return tuple(name for name, _ in place.names)


@cache
def _places() -> tuple[_Place, ...]:
    return tuple(place for chapter in book.book() for place in _of(chapter))


def _of(chapter: book.Chapter) -> Iterator[_Place]:
    for section in chapter.sections:
        names = (section.title or chapter.title, *_terms(section.markdown))
        keys = tuple((name, matching.spelt(matching.key((name,)))) for name in names)
        words = plain(section.markdown.removeprefix(f"# {chapter.title}"))
        yield _Place(chapter.id, chapter.title, section.title, words, keys)


def _terms(markdown: str) -> Iterator[str]:
    """What tables explain: their first cells, below the head."""
    lines = [line for line in markdown.splitlines() if line.startswith("| ")]
    for line in lines[1:]:
        if not line.startswith("| ---"):
            yield plain(line.split(" | ")[0])
