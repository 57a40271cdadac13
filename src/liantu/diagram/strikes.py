"""What a failure (断供) does to the products of a map: what the lens of that name paints.

Words are short enough for a card; an interval is told as one, and what is not known in words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from liantu.diagram.badges import FILLED, HOLLOW, Badge, lone, mark
from liantu.diagram.drawing import Box, Shape
from liantu.diagram.entries import Entry
from liantu.diagram.theme import Theme, Tone
from liantu.diagram.views.map_view import Card
from liantu.wording import text

DASHED = (5.0, 3.0)
"""Border of what is only deduced to be hit (推定)."""
FRESH, OLD = 2.6, 1.6
"""Width of the border of what fails or is hit in the step that is shown, and of what was before."""
LONG = 99
"""Most days that a mark tells."""


@dataclass(frozen=True, slots=True)
class Strike:
    """What becomes of a product. ``step``: 0 where it is stopped itself, else how many steps after
    it is out of material. ``days``: earliest and latest day on which that happens (``None``: no
    bound, as stock is unknown); ``loss``: the least and the most that is lost, 0 to 1.
    ``structural``: nothing is known of volumes. ``recorded``: every supply on the way is on record,
    else 推定. ``makers``: how many of all local makers stand still (``(0, 0)``: what comes from
    outside), ``share`` of what those make that are stopped themselves. ``less``: it goes on with
    less, as only some of its sources fail.
    """

    step: int
    days: tuple[float, float | None] = (0.0, None)
    loss: tuple[float, float] = (0.0, 1.0)
    structural: bool = False
    recorded: bool = True
    makers: tuple[int, int] = (0, 0)
    share: float = 1.0
    less: bool = False

    @property
    def stopped(self) -> bool:
        """Whether it fails itself."""
        return self.step == 0

    @property
    def letter(self) -> str:
        """停, 减, 料, or 少 for what goes on with less."""
        if self.less:
            return text("diagram.outage.letter.less")
        key = ("stop" if self.share >= 1 else "cut") if self.stopped else "hit"
        return text(f"diagram.outage.letter.{key}")

    @property
    def number(self) -> str:
        """For a mark where no line is free: ``停``, the earliest day, or ``?``."""
        if self.stopped or self.less:
            return self.letter
        early, late = self.days
        if not early and late is None:
            return text("diagram.outage.letter.unknown")
        return str(min(int(early), LONG))

    @property
    def parts(self) -> tuple[str, ...]:
        """``("≥3天", "−20～80%")``, of what is stopped how much of it: each for a line of a card,
        what is known first.
        """
        units, whole = self.makers
        some = units < whole
        told = text("diagram.outage.loss.some", count=units, all=whole) if some else ""
        if self.stopped:
            return self._stop_parts(told)
        loss = loss_words(*self.loss, structural=self.structural)
        if self.less:
            return (text("diagram.outage.less") if self.structural else loss,)
        loss = told if some and self.structural else loss
        days = days_words(*self.days)
        known = any(self.days) or self.days[1] is not None
        return (days, loss) if known or self.structural else (loss, days)

    def _stop_parts(self, some: str) -> tuple[str, ...]:
        """``("全部停产",)``, ``("停产", "1/3 家")``, ``("减产 50%",)`` or ``("市外断供",)``."""
        whole = "outside" if not self.makers[1] else "some" if some else "all"
        code = f"cut_{'outside' if whole == 'outside' else 'made'}" if self.share < 1 else whole
        words = text(f"diagram.outage.stop.{code}", share=round(self.share * 100))
        return (words, some) if some else (words,)

    @property
    def line(self) -> str:
        """All of it in one line."""
        return " ".join(self.parts)

    @property
    def told(self) -> str:
        """For a tooltip: ``第 2 步断料（推定）：≥3天，结构``."""
        if self.stopped:
            return self.line
        if self.less:
            return text("diagram.outage.told.less", loss=self.line)
        code = "recorded" if self.recorded else "deduced"
        first, second = self.parts
        return text(f"diagram.outage.told.{code}", step=self.step, first=first, second=second)

    def rows(self, count: int, fits: Callable[[str], bool]) -> tuple[str, ...]:
        """At most ``count`` lines that fit; what has no line is left to the tooltip."""
        if fits(self.line) or count < 1:
            return (self.line,)[:count]
        return tuple(part for part in self.parts if fits(part))[:count]


def days_words(early: float, late: float | None) -> str:
    """``≥3天``, ``3–10天``, ``3天``, ``当天`` or ``库存不详``."""
    if late is None:
        known = bool(early)
        return text(f"diagram.outage.days.{'from' if known else 'unknown'}", early=int(early))
    if int(early) == int(late):
        code = "one" if int(early) else "now"
        return text(f"diagram.outage.days.{code}", early=int(early))
    return text("diagram.outage.days.span", early=int(early), late=int(late))


def loss_words(low: float, high: float, *, structural: bool) -> str:
    """``−40%``, ``−20～80%``, or ``结构`` where nothing is known of volumes."""
    if structural:
        return text("diagram.outage.loss.structural")
    least, most = round(low * 100), round(high * 100)
    code = "one" if least == most else "span"
    return text(f"diagram.outage.loss.{code}", low=least, high=most)


@dataclass(frozen=True, eq=False)
class Failure:
    """What happens after a stop, product by product; ``title`` names the stop, empty for none.

    ``less``: what goes on with less, seen with all steps. ``ways``: supplies along which it
    spreads, as (what goes in, into what). ``step``: no further than this one (``None``: all).
    Without a stop, ``behind`` tells how many units would be out of material if a product failed.
    """

    title: str = ""
    strikes: Mapping[str, Strike] = field(default_factory=dict)
    less: Mapping[str, Strike] = field(default_factory=dict)
    ways: Collection[tuple[str, str]] = frozenset()
    behind: Mapping[str, int] = field(default_factory=dict)
    step: int | None = None

    def seen(self, product: str) -> Strike | None:
        """What has happened to a product up to the step; ``None`` for nothing."""
        found = self.strikes.get(product)
        if found is None:
            return self.less.get(product) if self.step is None else None
        return found if self.step is None or found.step <= self.step else None

    def reached(self, products: Iterable[str]) -> list[Strike]:
        """What has happened to any of ``products``."""
        return [found for product in products if (found := self.seen(product)) is not None]

    def fresh(self, found: Strike) -> bool:
        """Whether it happens in the very step that is shown."""
        return found.step == (0 if self.step is None else self.step)

    def way(self, source: str, target: str) -> Strike | None:
        """What a supply has brought upon ``target`` so far."""
        if (source, target) not in self.ways or self.seen(source) is None:
            return None
        return self.seen(target)

    @property
    def steps(self) -> int:
        """How many there are after the stop itself."""
        return max((found.step for found in self.strikes.values()), default=0)

    def at(self, step: int) -> frozenset[str]:
        """The products that are first reached by a step."""
        return frozenset(p for p, found in self.strikes.items() if found.step == step)

    @property
    def counts(self) -> str:
        """``停产 1 个环节，断料 12 个环节，其中推定 10 个``, up to the step."""
        found = self.reached(self.strikes)
        hit = [one for one in found if not one.stopped]
        deduced = sum(not one.recorded for one in hit)
        failing = [one for one in found if one.stopped]
        told = {
            "word": _failing_word(failing),
            "stopped": len(failing),
            "hit": len(hit),
            "deduced": deduced,
        }
        words = text("diagram.outage.counts", **told)
        if not self.less or self.step is not None:
            return words
        return text("diagram.outage.counts.less", words=words, count=len(self.less))

    @property
    def told(self) -> str:
        """``汇隆停产：停产 1 个环节，…``, for the head of a sheet; empty without a stop."""
        if not self.title:
            return ""
        if self.step is None:
            return text("diagram.outage.head", name=self.title, counts=self.counts)
        return text("diagram.outage.head.step", name=self.title, counts=self.counts, step=self.step)


def _failing_word(failing: Collection[Strike]) -> str:
    """停产, 减产 where all of it is a part, 断供 where all of it comes from outside."""
    if not any(one.makers[1] for one in failing):
        return text("diagram.outage.failing.outside")
    cut = all(one.share < 1 for one in failing)
    return text(f"diagram.outage.failing.{'cut' if cut else 'stop'}")


def worst(found: Collection[Strike]) -> Strike | None:
    """The one that stands still first of those that are out of material; ``None`` for none."""
    hit = [one for one in found if not one.stopped and not one.less]
    key = lambda one: (one.days[0], one.days[1] is None, one.days[1] or 0.0)  # noqa: E731
    return min(hit, key=key, default=None)


def summed(found: Collection[Strike]) -> tuple[str, ...]:
    """What a box says of what stands in it, the longest first: ``停1 料3 ≥3天``, ``停1 料3``."""
    counts = Counter(one.letter for one in sorted(found, key=lambda one: (one.less, one.step)))
    parts = [text("diagram.outage.sum", letter=letter, count=n) for letter, n in counts.items()]
    first = worst(found)
    if first is None:
        return (" ".join(parts),)
    return " ".join((*parts, days_words(*first.days))), " ".join(parts)


def summed_ink(found: Collection[Strike], theme: Theme) -> str:
    """The colour of that sum: of what fails where there is any."""
    return (theme.stop if any(one.stopped for one in found) else theme.hit).color


# -- the layered map


def tone_of(found: Strike, theme: Theme) -> Tone:
    """The colours of what fails, or of what is hit."""
    return theme.stop if found.stopped else theme.hit


def struck(failure: Failure, card: Card, theme: Theme, opacity: float, scale: float) -> list[Shape]:
    """The border and the letter of a card of the layered map."""
    found = failure.seen(card.id)
    if found is None:
        return []
    tone = tone_of(found, theme)
    width = FRESH if failure.fresh(found) else OLD
    dash = () if found.recorded else DASHED
    ring = Box(1, 1, card.width - 2, card.height - 2, "", tone.color, width, 5.0, dash)
    words = found.letter if scale == 1.0 else found.number
    return [ring, *lone(badge(found, theme, words), card, opacity, scale)]


def badge(found: Strike, theme: Theme, words: str) -> Badge:
    """The mark of a strike: filled where it is on record, else hollow."""
    return Badge(words, tone_of(found, theme), FILLED if found.recorded else HOLLOW)


def layered_entries(failure: Failure, theme: Theme) -> Iterator[Entry]:
    """What the layered map explains beside the standings."""
    for key, found in examples(failure):
        yield Entry(
            text(f"diagram.segment.mark.outage_{key}"), mark(badge(found, theme, found.letter))
        )
    yield from (Entry(words) for _, words in remarks(failure))


def examples(failure: Failure) -> Iterator[tuple[str, Strike]]:
    """One strike of each kind that there is: ``stop``, ``cut``, ``recorded``, ``deduced``,
    ``less``.
    """
    every = (*failure.strikes.values(), *failure.less.values())
    for key in ("stop", "cut", "recorded", "deduced", "less"):
        found = next((one for one in every if kind_of(one) == key), None)
        if found is not None:
            yield key, found


def kind_of(found: Strike) -> str:
    """How a legend calls it."""
    if found.less:
        return "less"
    if found.stopped:
        return "stop" if found.share >= 1 else "cut"
    return "recorded" if found.recorded else "deduced"


def remarks(failure: Failure) -> Iterator[tuple[str, str]]:
    """What a legend says in words, with a code for each."""
    if not failure.title:
        yield "outage_none", text("diagram.outage.none")
        if failure.behind:
            yield "outage_behind", text("diagram.outage.behind.means")
    elif any(one.structural for one in failure.strikes.values() if not one.stopped):
        yield "outage_structural", text("diagram.outage.structural")
