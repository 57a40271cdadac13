"""The foot of 看板: coverage, makers without amount, sources; the name of the program."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.diagram.poster import kit
from liantu.diagram.poster.frame import Frame
from liantu.diagram.poster.kit import Item
from liantu.diagram.theme import Theme
from liantu.wording import text

POINTS = 8.0
PITCH = 13.5
"""Distance of its lines."""
LAST = 17.0
"""Baseline of the last line above the lower edge of the page."""
LINES = 2
BESIDE = 24.0
"""Between the words and the page mark."""
NUMBER = "000"
"""What is kept free for the number that a paper sets itself."""


def foot(
    words: str, frame: Frame, theme: Theme, *, page: int = 1, pages: int = 1, bound: bool = False
) -> Iterator[Item]:
    """At most two lines of words, and at the right the program and the page of several; where the
    page is ``bound`` into a paper nothing, as that has numbers of its own.
    """
    y, mark = frame.height - LAST, page_mark(page, pages)
    if not bound:
        yield kit.say(frame.right, y, mark, POINTS, theme.secondary, anchor="end")
    room = frame.inner - kit.wide(NUMBER if bound else mark, POINTS) - BESIDE
    size = kit.fit(words, room, POINTS)
    lines = (words,) if size is not None else kit.wrap(words, room, kit.LEAST)[:LINES]
    top = y - (len(lines) - 1) * PITCH * 0.8
    for at, line in enumerate(lines):
        yield kit.say(frame.margin, top + at * PITCH, line, size or kit.LEAST, theme.secondary)


def page_mark(page: int, pages: int) -> str:
    """The program, and which page of several it is."""
    if pages > 1:
        return text("diagram.poster.page", page=page, pages=pages)
    return text("diagram.sheet.program")
