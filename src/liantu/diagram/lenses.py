"""Lenses: what the paint of the map tells while its layout stays.

A lens is one object: its id, its colours and marks on a card, the width of a link, the entries of
its legend (the same on screen and on paper) and its words. Another lens is another object in
:data:`LENSES` and its words in ``wording/diagram.json``; nothing else asks which lens it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from liantu.diagram.badges import (
    FILLED,
    HOLLOW,
    MARK,
    MARK_TOP,
    QUIET,
    Badge,
    badges,
    lone,
    mark,
    sole,
)
from liantu.diagram.drawing import DASH, Box, Curve, Shape
from liantu.diagram.entries import Entry
from liantu.diagram.skins import bar, skin
from liantu.diagram.strikes import Failure, Strike, layered_entries, struck, tone_of
from liantu.diagram.theme import Theme, Tone
from liantu.diagram.views.map_view import INSET, RIGHT, Card, ViewLink
from liantu.model.classes import Word
from liantu.model.standing import Standing, Tag
from liantu.telling import classes
from liantu.telling.standing import verdict_letter
from liantu.telling.versions.turn import HOWS, Turn
from liantu.wording import text

COMPARE = "compare"
"""The lens whose changes follow from what is compared with; see :func:`comparing`."""
OUTAGE = "outage"
"""The lens of what a stop does; see :func:`failing`."""
FULL = 1.5
"""Cover ratio at the end of the bar of a card; more is cut."""
BAR = 3.0
"""Height of that bar; where the cover is unknown it is a row of dots, one each two heights."""


SMALL_DASH = 0.75
"""Dashes of a border in the small pictures of a legend, as a share of those on the map."""


def _untoned(_card: Card, _theme: Theme) -> Tone | None:
    return None


def _unmarked(_card: Card, _theme: Theme, _opacity: float, _scale: float) -> list[Shape]:
    return []


def _even(_link: ViewLink) -> float | None:
    return None


def _uncounted(_cards: Iterable[Card]) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Lens:
    """What differs from lens to lens; every function is pure.

    ``standings`` and then ``entries`` are in the legend. ``tone`` gives a card the colours of a
    class. ``marks`` are drawn on it (opacity; size of badges, 1 on a full card). ``flow`` is the
    share of the need that widens a link, or ``None``. ``counts`` adds to the numbers in the head
    of a sheet. On the segment map a ``tinted`` lens paints the classes, a ``weighed`` one the
    balance and widens lines. ``changes`` marks products there, a ``quiet`` one fades all
    others; ``versus`` is what they are compared with. ``noted`` shows which have notes for a
    meeting, on screen and where it is asked for. ``failure`` is what a stop does, ``None``
    for a lens that tells nothing of it.
    """

    id: str
    entries: Callable[[Theme], list[Entry]]
    tone: Callable[[Card, Theme], Tone | None] = _untoned
    marks: Callable[[Card, Theme, float, float], list[Shape]] = _unmarked
    flow: Callable[[ViewLink], float | None] = _even
    counts: Callable[[Iterable[Card]], str] = _uncounted
    standings: tuple[Standing, ...] = (Standing.MADE, Standing.EXTERNAL)
    tinted: bool = False
    weighed: bool = False
    changes: Mapping[str, Turn] = field(default_factory=dict, hash=False)
    quiet: bool = False
    versus: str = ""
    noted: bool = False
    failure: Failure | None = None

    def quiets(self, product: str) -> bool:
        """Whether a product is faded, as nothing is told of it."""
        return self.quiet and not self.stands_out(product)

    def stands_out(self, product: str) -> bool:
        """Whether a product is marked: it differs, or a stop has reached it."""
        return product in self.changes or self.strike(product) is not None

    def strike(self, product: str) -> Strike | None:
        """What a stop has done to a product; ``None`` for nothing."""
        return self.failure.seen(product) if self.failure is not None else None

    def way(self, source: str, target: str) -> Strike | None:
        """What a stop brings along a supply; ``None`` where it does not go there."""
        return self.failure.way(source, target) if self.failure is not None else None

    @property
    def name(self) -> str:
        """``结构``."""
        return text(f"diagram.lens.{self.id}")

    @property
    def told(self) -> str:
        """``结构图``, ``对比图（与“2022-10-25”比）``, ``断供图（…）``: for the head of a sheet."""
        told = text("diagram.sheet.lens", lens=self.name)
        if self.failure is not None and self.failure.title:
            return text("diagram.outage.sheet", lens=told, words=self.failure.told)
        return text("diagram.sheet.versus", lens=told, name=self.versus) if self.versus else told

    @property
    def words(self) -> str:
        """What to know beside the legend, on screen."""
        return text(f"diagram.lens.{self.id}.words")

    def legend(self, theme: Theme) -> list[Entry]:
        """The standings, then what the lens paints."""
        return [*(_standing(code, theme) for code in self.standings), *self.entries(theme)]


def _standing(standing: Standing, theme: Theme) -> Entry:
    """A tiny card in the shape of a standing: face, border and bar, not only colour."""
    found = skin(standing, theme)
    dash = tuple(length * SMALL_DASH for length in found.dash)
    box = Box(0, MARK_TOP, *MARK, found.fill, found.stroke, found.width, 3, dash)
    words = text(f"standing.standing.{standing}")
    return Entry(words, (box, *bar(found, theme, box, 3.0)))


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
    """The colours of the worst class, or those of what policy closes."""
    if card.standing is Standing.SHUT:
        return theme.policy
    return theme.tones[card.classes[0]] if card.classes else None


def _class_counts(cards: Iterable[Card]) -> str:
    """Confirmed absences and what is made here by class; the suspected ones as one number."""
    shown = list(cards)
    sure = Counter(code for card in shown if not card.suspected for code in card.classes)
    doubtful = sum(bool(card.classes) for card in shown if card.suspected)
    closed = sum(card.standing is Standing.SHUT for card in shown)
    return " · ".join(
        [
            text("diagram.confirmed", counts=" ".join(classes.counted(sure, "spaced"))),
            text("diagram.suspected", count=doubtful),
            *([text("diagram.closed", count=closed)] if closed else []),
        ]
    )


def _class_entries(theme: Theme) -> list[Entry]:
    first = next(iter(theme.tones))
    hollow = Badge(classes.letter(first), theme.tones[first], HOLLOW)
    quiet = Badge(text("diagram.badge.policy"), theme.policy, QUIET)
    return [
        *(
            _lettered(classes.word(code), Badge(classes.letter(code), tone, FILLED))
            for code, tone in theme.tones.items()
        ),
        Entry(text("diagram.legend.suspected"), mark(hollow)),
        _lettered(text("diagram.policy"), quiet),
        *(
            _lettered(text(f"standing.tag.{tag}"), sole(tag, theme))
            for tag in (Tag.SOLE, Tag.SOLE_ON_RECORD)
        ),
    ]


def _lettered(words: str, badge: Badge) -> Entry:
    return Entry(words, mark(badge), letter=badge.letter)


# -- balance


def _cover(card: Card, theme: Theme, opacity: float, _scale: float) -> list[Shape]:
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


STRUCTURE = Lens("structure", _structure_entries, standings=tuple(Standing))
DIAGNOSIS = Lens(
    "diagnosis",
    _class_entries,
    tone=_class_tone,
    marks=badges,
    counts=_class_counts,
    tinted=True,
)
BALANCE = Lens(
    "balance",
    _balance_entries,
    marks=_cover,
    flow=_flow,
    standings=(Standing.MADE, Standing.UNSEEN, Standing.EXTERNAL),
    weighed=True,
)


def comparing(changes: Mapping[str, Turn], versus: str = "") -> Lens:
    """The lens 对比: the diagnosis, with what differs from ``versus`` marked on it and the rest
    faded.
    """
    return replace(
        DIAGNOSIS,
        id=COMPARE,
        entries=partial(_differing_entries, changes),
        marks=partial(_differing, changes),
        changes=changes,
        quiet=True,
        versus=versus,
    )


def _differing_entries(changes: Mapping[str, Turn], theme: Theme) -> list[Entry]:
    found = {turn.how for turn in changes.values()}
    tone = Tone(theme.accent, theme.paper, theme.paper)
    letters = {how: Badge(text(f"version.letter.{how}"), tone, FILLED) for how in HOWS}
    told = [
        Entry(text(f"diagram.segment.mark.turn_{how}"), mark(letters[how]))
        for how in HOWS
        if how in found
    ]
    return [*told, *_class_entries(theme)]


def _differing(
    changes: Mapping[str, Turn], card: Card, theme: Theme, opacity: float, scale: float
) -> list[Shape]:
    """The letters of a card of the layered map: of before and after where the class differs, else
    its own beside that of what differs.
    """
    turn = changes.get(card.id)
    if turn is None:
        return badges(card, theme, opacity, scale)
    letters = text(f"version.letter.{turn.how}")
    if turn.turned and turn.before and turn.after:
        sides = {"before": verdict_letter(turn.before), "after": verdict_letter(turn.after)}
        letters = text("diagram.badge.turn", **sides)
    ring = Box(1, 1, card.width - 2, card.height - 2, "", theme.accent, 2.0, 3.0)
    tone = Tone(theme.accent, theme.paper, theme.paper)
    return [ring, *lone(Badge(letters, tone, FILLED), card, opacity, scale)]


# -- 断供


def failing(failure: Failure) -> Lens:
    """The lens 断供: what fails, what that leaves without material, and the rest faded; without a
    stop, how much hangs on each product.
    """
    return Lens(
        OUTAGE,
        partial(_failing_entries, failure),
        tone=partial(_failing_tone, failure),
        marks=partial(struck, failure),
        standings=(Standing.MADE, Standing.EXTERNAL),
        quiet=bool(failure.title),
        failure=failure,
    )


def _failing_entries(failure: Failure, theme: Theme) -> list[Entry]:
    return [*layered_entries(failure, theme)]


def _failing_tone(failure: Failure, card: Card, theme: Theme) -> Tone | None:
    found = failure.seen(card.id)
    return tone_of(found, theme) if found is not None else None


LENSES = {
    lens.id: lens for lens in (STRUCTURE, DIAGNOSIS, BALANCE, comparing({}), failing(Failure()))
}
"""Every lens by its id, in the order in which they are offered."""
