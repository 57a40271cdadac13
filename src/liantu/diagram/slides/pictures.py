"""Which picture the page of a step has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from liantu.diagram.poster.kit import Item, Rect
from liantu.diagram.slides.board import board
from liantu.diagram.slides.maps import map_of
from liantu.diagram.theme import Theme
from liantu.model.focus import MAP, POSTER
from liantu.model.target import Target
from liantu.telling.story.shown import Shown


@dataclass(frozen=True, slots=True)
class Picture:
    """``draw`` fills a rectangle; ``beside``: the words stand left of it, else above."""

    draw: Callable[[Rect], Iterator[Item]]
    beside: bool = False


def picture_of(scene: Shown, theme: Theme, chosen: Target | None) -> Picture | None:
    """The picture of the page; ``None`` where there is nothing to draw."""
    target = chosen or scene.step.target
    if scene.step.page == POSTER and scene.step.chain:
        return Picture(lambda room: board(scene, room, theme, target))
    if scene.step.page == MAP and scene.step.chain:
        return Picture(lambda room: map_of(scene, room, theme, target), beside=True)
    return None
