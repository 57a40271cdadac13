"""The slide of a scene: its words round the picture of its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from liantu.diagram.drawing import Drawing, Name, moved
from liantu.diagram.page import printable
from liantu.diagram.poster.kit import Item
from liantu.diagram.poster.model import Spot
from liantu.diagram.slides import page
from liantu.diagram.slides.chosen import line
from liantu.diagram.slides.contents import contents
from liantu.diagram.slides.model import HIGH, WIDE, Slide
from liantu.diagram.slides.pictures import Picture, picture_of
from liantu.diagram.theme import Theme
from liantu.document.show import Scene
from liantu.model.target import Target
from liantu.telling.story.told import Told, told
from liantu.wording import text

__all__ = ["contents", "slide"]

LINE = 34.0
"""What the line about a chosen thing takes of the picture."""


def slide(scene: Scene, theme: Theme, *, chosen: Target | None = None) -> Slide:
    """The slide; with something ``chosen`` that is lit in the picture and told in a line below it.
    Raises ``KeyError`` where the step names what the data do not have.
    """
    words = told(scene)
    picture = picture_of(scene, theme, chosen)
    items = [*page.head(words, theme), *_body(scene, words, picture, theme, chosen)]
    items += page.foot(words, theme)
    drawing = Drawing(
        WIDE,
        HIGH,
        tuple(printable(item) for item in items if not isinstance(item, Spot | Name)),
        theme.ground,
        words.title,
        scene.reading.atlas.library.edition,
        tuple(item for item in items if isinstance(item, Name)),
    )
    spots = tuple(item for item in items if isinstance(item, Spot))
    return Slide(drawing, spots, _notes(scene, words), _alt(words))


def _body(
    scene: Scene, words: Told, picture: Picture | None, theme: Theme, chosen: Target | None
) -> Iterator[Item]:
    """Words and picture; without a picture words over the whole page."""
    _, whole = page.above(0.0)
    if picture is None:
        found = page.block(words, whole[2], whole[3], theme)
        yield from _at(found.shapes, whole[0], whole[1])
        return
    if picture.beside:
        room, rest = page.beside()
        found = page.block(words, room[2], room[3], theme)
    else:
        found = page.block(words, whole[2], whole[3] * page.SHARE, theme)
        room, rest = page.above(found.height)
    yield from _at(found.shapes, room[0], room[1])
    x, y, wide, high = rest
    told_line = line(scene, chosen, wide, theme) if chosen is not None else None
    if told_line is not None:
        high -= LINE
        yield from _at((told_line,), x, y + high)
    yield from picture.draw((x, y, wide, high))


def _at(shapes: Iterable[Item], x: float, y: float) -> Iterator[Item]:
    for shape in shapes:
        if not isinstance(shape, Spot | Name):
            yield moved(shape, 1.0, x, y)


def _notes(scene: Scene, words: Told) -> str:
    """All that is told, whether the slide has room for it or not, then what it rests on."""
    statement = scene.reading.atlas.statement
    said = text("diagram.sheet.statement", statement=statement) if statement else ""
    return "\n".join(filter(None, (*words.paragraphs, words.at, words.foot, said)))


def _alt(words: Told) -> str:
    return text("story.alt", title=words.title, words=" ".join(words.paragraphs), at=words.at)
