"""What an enterprise makes at the 口径日期: the one answer for windows, sheets and papers."""

from __future__ import annotations

import enum
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.model import Capacity, Enterprise, Status
from liantu.telling import figures
from liantu.wording import text


class When(enum.StrEnum):
    """How a capacity stands to the date. ``NOT``: planned, building, stopped or not told at it;
    ``LATER`` and ``EARLIER``: it runs, is built or stands still only after or before it.
    """

    NOW = "now"
    LATER = "later"
    NOT = "not"
    EARLIER = "earlier"


ORDER = {when: at for at, when in enumerate(When)}


@dataclass(frozen=True, slots=True)
class Made:
    """A statement about a product of the atlas, and how it stands to the date."""

    product: str
    item: Capacity
    when: When

    @property
    def status(self) -> str:
        """``在产``, ``起于 2023-05-01``, ``止于 2021-03``, or the recorded status."""
        return status_words(self.when, self.item.status, self.item.since, self.item.until)

    @property
    def standing(self) -> str:
        """The same without the day, so that few values can be chosen from."""
        if self.when in (When.LATER, When.EARLIER):
            return text(f"ui.made.{self.when}")
        return self.status


def made(
    reading: Reading, firm: Enterprise, inside: Collection[str] | None = None
) -> tuple[Made, ...]:
    """What a firm makes, makes later, plans or made before, as filed.

    ``inside`` keeps to these products. What another source contests is left out.
    """
    wanted = reading.atlas.products if inside is None else inside
    return tuple(
        Made(item.product, item, when(reading, item))
        for item in firm.capacities
        if not item.contested and item.product in wanted and item.product in reading.atlas.products
    )


def when(reading: Reading, item: Capacity) -> When:
    """How a capacity stands to the date."""
    if item in reading.situation.running:
        return When.NOW
    return beside(reading, item.status, item.since, item.until)


def beside(reading: Reading, status: str, since: str, until: str) -> When:
    """How what does not run at the date stands to it; empty bounds do not bind."""
    if status in reading.switches.counting:
        return away(reading.date, since, until)
    if since[: len(reading.date)] > reading.date:
        return When.LATER
    return When.EARLIER if until and until <= reading.situation.day else When.NOT


def away(date: str, since: str, until: str) -> When:
    """How what counts, and does not run at the date, stands to it."""
    # A date as exact as the asked one: what began within the asked year has begun.
    begins = since[: len(date)] > date
    return When.EARLIER if until and not begins else When.LATER


def status_words(when: When, status: str, since: str, until: str) -> str:
    """``在产``, ``起于 2023-05-01``, ``止于 2021-03``, ``2022-02 起在建``, ``规划至 2011-03``, or
    the recorded status.
    """
    word = text(f"ui.status.{status}")
    runs = status == Status.OPERATING
    if when is When.LATER:
        return text("ui.made.since" if runs else "ui.made.since_other", date=since, status=word)
    if when is When.EARLIER:
        return text("ui.made.until" if runs else "ui.made.until_other", date=until, status=word)
    return word


def standing(reading: Reading, item: Capacity) -> str:
    """How one statement stands to the date in words; what another source contests is said so."""
    if item.contested:
        return text("ui.made.contested")
    return Made(item.product, item, when(reading, item)).status


def names(reading: Reading, found: Iterable[Made]) -> list[str]:
    """Each product once; when it began or ended is told where it does not run at the date."""
    best: dict[str, Made] = {}
    for item in found:
        kept = best.setdefault(item.product, item)
        if ORDER[item.when] < ORDER[kept.when]:
            best[item.product] = item
    return [_named(reading, item) for item in best.values()]


def _named(reading: Reading, item: Made) -> str:
    name = reading.atlas.products[item.product].name
    if item.when in (When.LATER, When.EARLIER):
        return text("ui.made.dated", product=name, when=item.status)
    return name


def standings(found: Iterable[Made]) -> list[str]:
    """How the products of a firm stand to the date, what runs first."""
    statuses = list(Status)
    order = sorted(found, key=lambda m: (ORDER[m.when], statuses.index(m.item.status)))
    return list(dict.fromkeys(item.standing for item in order))


def stated(reading: Reading, item: Made) -> str:
    """``双酚A 在产 20 万吨/年``."""
    name = reading.atlas.products[item.product].name
    return f"{name} {item.status} {figures.capacity(item.item)}"


def spoken(reading: Reading, found: Iterable[Made]) -> list[str]:
    """``双酚A（在产，20 万吨/年）`` for what runs, then for what will run or is planned; what has
    ended is left out.
    """
    words = (
        text(
            "brief.made",
            product=reading.atlas.products[item.product].name,
            status=item.status,
            amount=figures.capacity(item.item),
        )
        for item in sorted(found, key=lambda m: m.when is not When.NOW)
        if item.when is not When.EARLIER
    )
    return list(dict.fromkeys(words))
