"""The chapters of the manual as Markdown: written ones with their generated parts filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from liantu import __version__, paths
from liantu.telling.help import formats, glossary, keys
from liantu.wording import text

CHAPTERS = (
    *("start", "home", "map", "poster", "lists", "plan", "charts", "report"),
    *("edit", "scenario", "export", "show", "faq", "words", "keys", "format"),
)
"""Ids and names of the files, in the order of the book."""
_PART = re.compile(r"^\{\{(\w+)\}\}$", re.MULTILINE)
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
PICTURE = re.compile(r"!\[([^\]]*)\]\((pictures/[\w-]+\.png)\)")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a chapter under its heading; the first one of a chapter has none."""

    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """``markdown`` is all of it, its title included."""

    id: str
    title: str
    markdown: str

    @property
    def sections(self) -> tuple[Section, ...]:
        """Its parts, the opening first."""
        titles = _SECTION.findall(self.markdown)
        first, *rest = re.split(r"^## .+$", self.markdown, flags=re.MULTILINE)
        named = zip(titles, rest, strict=True)
        return (Section("", first), *(Section(title, words) for title, words in named))

    @property
    def pictures(self) -> tuple[str, ...]:
        """Its pictures, as paths from the folder of the manual."""
        return tuple(path for _, path in PICTURE.findall(self.markdown))


def folder() -> Path:
    """Where chapters and pictures are."""
    return paths.resource("help")


@cache
def chapter(id_: str) -> Chapter:
    """One chapter, complete."""
    written = (folder() / f"{id_}.md").read_text(encoding="utf-8")
    whole = _PART.sub(lambda found: _PARTS[found[1]](), written)
    title = _TITLE.search(whole)
    assert title is not None, id_
    return Chapter(id_, title[1], whole)


def book() -> tuple[Chapter, ...]:
    """All chapters in their order."""
    return tuple(map(chapter, CHAPTERS))


def pictures() -> tuple[str, ...]:
    """The pictures of all chapters, each once."""
    return tuple(dict.fromkeys(path for one in book() for path in one.pictures))


def front(pages: Sequence[int]) -> str:
    """The head of the manual and its contents, with the page of each chapter."""
    heads = text("help.head.chapter"), text("help.head.page")
    rows = ((one.title, str(page)) for one, page in zip(book(), pages, strict=True))
    return f"{text('help.title', version=__version__)}\n\n{_table(heads, rows)}\n"


def whole() -> str:
    """The manual in one text: a head, then every chapter."""
    head = text("help.title", version=__version__)
    return "\n\n".join((head, *(one.markdown.strip() for one in book()))) + "\n"


def sheet() -> str:
    """All keys and nothing else, to be looked at beside the work."""
    return text("help.sheet", keys=_keys())


# -- generated parts


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join(f"| {' | '.join(map(_cell, line))} |" for line in lines)


def _cell(words: str) -> str:
    """Signs that Markdown would take for its own."""
    return words if words == "---" else re.sub(r"([|*_\[\]<>`\\])", r"\\\1", words)


def _words() -> str:
    heads = text("help.head.word"), text("help.head.meaning")
    return "\n\n".join(
        f"## {group.title}\n\n{_table(heads, ((t.name, t.meaning) for t in group.terms))}"
        for group in glossary.groups()
    )


def _columns() -> str:
    heads = text("help.head.column"), text("help.head.meaning")
    return _table(heads, ((term.name, term.meaning) for term in glossary.columns()))


def _verbs() -> str:
    heads = text("help.head.verb"), text("help.head.keys"), text("help.head.does")
    return "\n\n".join(
        f"## {text('help.menu', name=keys.menu_name(menu))}\n\n"
        + _table(heads, ((r.name, text("help.or").join(r.keys), keys.told(r)) for r in rows))
        for menu, rows in keys.by_menu().items()
    )


def _keys() -> str:
    heads = text("help.head.keys"), text("help.head.does")
    return "\n\n".join(
        f"## {sheet.title}\n\n{_table(heads, ((h.keys, h.words) for h in sheet.hints))}"
        for sheet in keys.sheets()
    )


def _fields() -> str:
    heads = text("help.head.key"), text("help.head.field"), text("help.head.must")
    return "\n\n".join(
        f"## {shape.title}\n\n{_table(heads, shape.rows)}" for shape in formats.shapes()
    )


_PARTS: Mapping[str, Callable[[], str]] = {
    "words": _words,
    "columns": _columns,
    "verbs": _verbs,
    "keys": _keys,
    "fields": _fields,
}
