"""A sheet with two maps side by side: head, a sentence, the maps, and rows below them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.diagram import measure
from liantu.diagram.drawing import Box, Drawing, Label, Shape, moved
from liantu.diagram.page import FLOORS, POINTS, Around, Frame, bottom, frame_of, picture
from liantu.diagram.segment.mapping import PAPER_TOP, Area
from liantu.diagram.segment.sheet import LEAST
from liantu.diagram.sheet_frame import sheet_foot, sheet_head
from liantu.diagram.theme import Theme

GAP = 18.0
"""Between the maps, and between what stands above each other."""
LIST = 0.3
"""Part of the height under the head that the rows have."""
SENTENCE = 4
"""Most lines of the sentence."""
LINE, SMALL_LINE = 1.5, 1.45
CAPTION, WORDS = 14.0, 12.0
"""Type of the caption of a map and of words, on A3."""
Room = tuple[float, float, float, float]
"""x, y, width, height."""
Shapes = Sequence[Shape]


@dataclass(frozen=True, slots=True)
class Hand:
    """What parts of a sheet are drawn with; ``size`` is the type of its words."""

    frame: Frame
    theme: Theme
    size: float

    @property
    def step(self) -> float:
        """From one row to the next."""
        return self.size * SMALL_LINE

    @property
    def gap(self) -> float:
        """Between what stands beside each other."""
        return GAP * self.frame.unit

    def title(self, x: float, y: float, wide: float, words: str) -> Iterator[Shape]:
        """The head of some rows, below a rule."""
        yield Box(x, y, wide, 0.8 * self.frame.unit, self.theme.line)
        size = max(CAPTION * self.frame.unit, self.size)
        yield Label(x, y + size * 1.25, words, size, self.theme.text, bold=True)


@dataclass(frozen=True, slots=True)
class Two:
    """What stands on a sheet: ``maps`` draws both for an area of the size that each has, ``rows``
    what stands below them.
    """

    reading: Reading
    around: Around
    sentence: str
    captions: tuple[str, str]
    maps: Callable[[Area], tuple[Shapes, Shapes]]
    rows: Callable[[Hand, Room], Iterator[Shape]]


def lay_two(two: Two, paper: str, theme: Theme, background: str = "") -> Drawing:
    """The finished sheet; raises ``KeyError`` for an unknown paper."""
    frame, floor = frame_of(paper, 0.0), FLOORS[paper] / POINTS
    hand = Hand(frame, theme, max(WORDS * frame.unit, floor))
    head = list(sheet_head(two.reading, two.around, frame, floor, theme))
    foot = list(sheet_foot(two.reading, two.around, frame, floor, theme))
    base = frame.height - frame.margin * 0.8 - bottom(foot)
    told, top = _sentence(hand, two.sentence, bottom(head) + hand.gap / 2)
    high = base - hand.gap - top
    maps = list(_maps(hand, two, (top, high * (1 - LIST) - hand.gap), floor / LEAST))
    under = top + high * (1 - LIST)
    rows = list(two.rows(hand, (frame.margin, under, frame.inner, base - hand.gap - under)))
    shapes = (*head, *told, *maps, *rows, *(moved(shape, 1.0, 0.0, base) for shape in foot))
    size = (frame.width, frame.height)
    return picture(two.reading, two.around.title, size, shapes, background or theme.paper)


def _sentence(hand: Hand, words: str, top: float) -> tuple[list[Shape], float]:
    """The sentence from ``top`` on, and where it ends."""
    size, shapes, y = hand.size, list[Shape](), top
    for line in measure.wrap(words, size, hand.frame.inner, SENTENCE):
        y += size * LINE
        shapes.append(Label(hand.frame.margin, y, line, size, hand.theme.text))
    return shapes, y + size * LINE / 2


def _maps(hand: Hand, two: Two, place: tuple[float, float], base: float) -> Iterator[Shape]:
    """Both with their captions; ``place`` is where they begin and how high they may be."""
    frame, caption, (top, high) = hand.frame, max(CAPTION * hand.frame.unit, hand.size), place
    wide = (frame.inner - hand.gap) / 2
    drawn = two.maps(Area(wide, high - caption * LINE, base=base, top=PAPER_TOP))
    for at, (words, shapes) in enumerate(zip(two.captions, drawn, strict=True)):
        x = frame.margin + at * (wide + hand.gap)
        yield Label(x, top + caption, words, caption, hand.theme.text, bold=True)
        yield from (moved(shape, 1.0, x, top + caption * LINE) for shape in shapes)
