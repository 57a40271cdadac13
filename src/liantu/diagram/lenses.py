"""Lenses: what the paint of the map tells while its layout stays.

A lens is one object: its id, its colours and marks on a card, the width of a link, the entries of
its legend (the same on screen and on paper) and its words. Another lens is another object in
:data:`LENSES` and its words in ``wording/diagram.json``; nothing else asks which lens it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from liantu.analysis.state import State
from liantu.diagram import measure
from liantu.diagram.drawing import DASH, Box, Curve, Label, Shape
from liantu.diagram.theme import Theme, Tone
from liantu.diagram.views.map_view import INSET, RIGHT, Card, ViewLink
from liantu.model.classes import Word
from liantu.telling import classes
from liantu.wording import text

FULL = 1.5
"""Cover ratio at the end of the bar of a card; more is cut."""
BAR = 3.0
"""Height of that bar; where the cover is unknown it is a row of dots, one each two heights."""
BADGE = (10.5, 15.0)
"""Type and height of a badge on a full card."""
LARGER = 1.4
"""A badge stands alone on the card at the middle level of detail, and is larger there."""
BADGE_BASE = 0.76
"""Baseline of the letter in a badge, as a share of its height from the top."""
MARK = (26.0, 14.0)
"""Size of a picture in a legend; it lies from 11 above the baseline to 3 below it."""
MARK_TOP = -11.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a legend; ``mark`` (see :data:`MARK`) may be empty."""

    words: str
    mark: tuple[Shape, ...] = ()


def _untoned(_card: Card, _theme: Theme) -> Tone | None:
    return None


def _unmarked(_card: Card, _theme: Theme, _opacity: float, _near: bool) -> list[Shape]:
    return []


def _even(_link: ViewLink) -> float | None:
    return None


def _uncounted(_cards: Iterable[Card]) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Lens:
    """What differs from lens to lens; every function is pure.

    ``entries`` follow the states in the legend. ``tone`` gives a card the colours of a class.
    ``marks`` are drawn on it (opacity; whether the full card is drawn). ``flow`` is the share of
    the need that widens a link, or ``None``. ``counts`` adds to the numbers in the head of a sheet.
    """

    id: str
    entries: Callable[[Theme], list[Entry]]
    tone: Callable[[Card, Theme], Tone | None] = _untoned
    marks: Callable[[Card, Theme, float, bool], list[Shape]] = _unmarked
    flow: Callable[[ViewLink], float | None] = _even
    counts: Callable[[Iterable[Card]], str] = _uncounted

    @property
    def name(self) -> str:
        """``结构``."""
        return text(f"diagram.lens.{self.id}")

    @property
    def words(self) -> str:
        """What to know beside the legend, on screen."""
        return text(f"diagram.lens.{self.id}.words")

    def legend(self, theme: Theme) -> list[Entry]:
        """The states, then what the lens paints."""
        states = (
            Entry(text(f"diagram.legend.{state}"), _swatch(state, theme))
            for state in (State.LOCAL, State.ABSENT, State.RAW)
        )
        return [*states, *self.entries(theme)]


def _swatch(state: State, theme: Theme) -> tuple[Shape, ...]:
    """A tiny card in the shape of a state: border and bar, not only colour."""
    absent, local = state is State.ABSENT, state is State.LOCAL
    fill = theme.absent_tint if absent else theme.paper if local else theme.raw_tint
    stroke = theme.absent if absent else theme.card_line
    dash = (4.0, 2.5) if absent else ()
    box = Box(0, MARK_TOP, *MARK, fill, stroke, 1.2, 3, dash)
    return (box, Box(0, -9, 3, 10, theme.local, "")) if local else (box,)


# -- structure


def _structure_entries(theme: Theme) -> list[Entry]:
    return [
        Entry(text("diagram.legend.link"), (_stroke(theme, ()),)),
        Entry(text("diagram.legend.open"), (_stroke(theme, DASH),)),
        Entry(text("diagram.legend.doors")),
    ]


def _stroke(theme: Theme, dash: tuple[float, ...]) -> Curve:
    points = ((0.0, -4.0), (8.0, -4.0), (16.0, -4.0), (MARK[0], -4.0))
    return Curve(points, theme.edge, 1.4, dash)


# -- diagnosis


def _class_tone(card: Card, theme: Theme) -> Tone | None:
    """The colours of the worst class."""
    return theme.tones[card.classes[0]] if card.classes else None


def _badges(card: Card, theme: Theme, opacity: float, near: bool) -> list[Shape]:
    """One letter a class at the upper right, the worst outermost; from afar only that one."""
    scale = 1.0 if near else LARGER
    size, height = BADGE[0] * scale, BADGE[1] * scale
    shapes: list[Shape] = []
    x = card.width - 5
    for code in card.classes if near else card.classes[:1]:
        letter, tone = classes.letter(code), theme.tones[code]
        width = measure.width(letter, size, bold=True) + 7 * scale
        x -= width
        shapes.append(Box(x, 5, width, height, fill=tone.color, radius=3.5, opacity=opacity))
        at, y = x + width / 2, 5 + height * BADGE_BASE
        shapes.append(
            Label(at, y, letter, size, tone.letter, bold=True, anchor="middle", opacity=opacity)
        )
        x -= 3
    return shapes


def _class_counts(cards: Iterable[Card]) -> str:
    found = Counter(code for card in cards for code in card.classes)
    return " · ".join(classes.counted(found, "spaced"))


def _class_entries(theme: Theme) -> list[Entry]:
    return [Entry(classes.word(code), _badge(code, tone)) for code, tone in theme.tones.items()]


def _badge(code: Word, tone: Tone) -> tuple[Shape, ...]:
    box = Box(0, MARK_TOP, *MARK, tone.color, "", radius=3)
    letter = classes.letter(code)
    return box, Label(13, -0.5, letter, 10, tone.letter, bold=True, anchor="middle")


# -- balance


def _cover(card: Card, theme: Theme, opacity: float, _near: bool) -> list[Shape]:
    """A bar along the lower edge: supply ÷ need up to 150 %; dots where it is unknown."""
    x, y, width = INSET, card.height - 5.0, card.width - INSET - RIGHT
    if card.need == 0:
        return []
    shapes: list[Shape] = [Box(x, y, width, BAR, fill=theme.line, radius=1.5, opacity=opacity)]
    if card.cover is None:
        step = 2 * BAR
        shapes += [
            Box(x + at * step, y, BAR, BAR, fill=theme.secondary, opacity=opacity)
            for at in range(int(width / step))
        ]
        return shapes
    tone = theme.tones[Word.THIN if card.cover < 1 else Word.SHORT_DOWN]
    filled = width * min(card.cover / FULL, 1.0)
    shapes.append(Box(x, y, filled, BAR, fill=tone.color, radius=1.5, opacity=opacity))
    shapes.append(Box(x + width / FULL, y - 1.5, 1, 6, fill=theme.text, opacity=opacity))
    return shapes


def _flow(link: ViewLink) -> float | None:
    return link.flow


def _balance_entries(_theme: Theme) -> list[Entry]:
    codes = ("diagram.legend.cover", "diagram.legend.unknown", "diagram.legend.flow")
    return [Entry(text(code)) for code in codes]


STRUCTURE = Lens("structure", _structure_entries)
DIAGNOSIS = Lens("diagnosis", _class_entries, tone=_class_tone, marks=_badges, counts=_class_counts)
BALANCE = Lens("balance", _balance_entries, marks=_cover, flow=_flow)

LENSES = {lens.id: lens for lens in (STRUCTURE, DIAGNOSIS, BALANCE)}
"""Every lens by its id, in the order in which they are offered."""
