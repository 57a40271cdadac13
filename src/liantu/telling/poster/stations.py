"""What stands under a station: at most two lines, each from long to short."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from liantu.analysis.reading import Reading
from liantu.model.standing import LOCAL, Remedy, Standing
from liantu.telling import records
from liantu.telling.mark import mark
from liantu.telling.names import plain_firm as firm
from liantu.telling.names import plain_name as name
from liantu.telling.poster.model import Station
from liantu.telling.poster.words import made, makers, needed
from liantu.wording import text

LINES = 2
"""Lines below a name."""
CUT = 4
"""Characters to which the name of a firm may be cut."""

Variants = tuple[str, ...]


def station(reading: Reading, product: str, *, taken: bool = True) -> Station:
    """A product as a station, with what is known of it; ``taken``: the next station of a line is
    here and takes it, else what others need of it is no part of that line.
    """
    return Station(
        product=product,
        name=name(reading, product),
        mark=mark(reading, product),
        local=is_here(reading, product),
        told=told(reading, product, taken=taken),
    )


def is_here(reading: Reading, product: str) -> bool:
    """Whether a line runs through it: made here, or made on the way by who uses it."""
    standing = reading.situation.standing(product)
    return standing in LOCAL or standing is Standing.CAPTIVE


def told(reading: Reading, product: str, *, taken: bool = True) -> tuple[Variants, ...]:
    """The lines in order of priority."""
    standing = reading.situation.standing(product)
    say = _SAY.get(standing, _absent)
    if standing is Standing.EXTERNAL and not taken:
        say = _plain
    return tuple(say(reading, product))[:LINES]


def _made(reading: Reading, product: str) -> Iterator[Variants]:
    found = makers(reading, product)
    first = firm(reading, found[0])
    if len(found) > 1:
        whole = text("poster.firms", firm=first, count=len(found))
        cut = text("poster.firms", firm=first[:CUT], count=len(found))
        yield tuple(dict.fromkeys((whole, cut, text("poster.station.firms", count=len(found)))))
    else:
        yield tuple(dict.fromkeys((first, first[:CUT])))
    amount = made(reading, product)
    if amount:
        yield text("poster.station.made", amount=amount), amount
    elif reading.situation.is_late(product):
        yield (text("standing.tag.start_unknown"),)


def _plain(reading: Reading, product: str) -> Iterator[Variants]:
    yield (text(f"standing.standing.{reading.situation.standing(product)}"),)


def _outside(reading: Reading, product: str) -> Iterator[Variants]:
    yield from _plain(reading, product)
    yield from _need(reading, product)


def _shut(reading: Reading, product: str) -> Iterator[Variants]:
    found = list(_need(reading, product))
    yield from found or _plain(reading, product)
    yield (text("poster.station.steady"),)


def _need(reading: Reading, product: str) -> Iterator[Variants]:
    amount = needed(reading, product)
    if amount:
        yield (text("poster.station.need", amount=amount),)


def _absent(reading: Reading, product: str) -> Iterator[Variants]:
    verdict = reading.verdicts.get(product)
    if verdict is not None and verdict.remedy is Remedy.SUPPLY:
        yield from _need(reading, product)
        yield (text("poster.station.steady"),)
        return
    found = records.first(reading, product)
    if found is not None:
        status = text(f"ui.status.{found.capacity.status}")
        owner = firm(reading, found.enterprise.id)
        yield text("poster.station.coming", status=status, firm=owner), status
    yield from _lacking(reading, product, under_way=found is not None)


def _lacking(reading: Reading, product: str, *, under_way: bool) -> Iterator[Variants]:
    """The known need, else how many local products use it, else only that it was not seen."""
    none = reading.situation.standing(product) is Standing.NONE
    absent = text(f"poster.station.{'none' if none else 'unseen'}")
    amount = needed(reading, product)
    if amount:
        need = text("poster.station.need", amount=amount)
        yield text("poster.station.lack", need=need), need
        return
    verdict = reading.verdicts.get(product)
    standing = reading.situation.standing
    users = sum(standing(user) is Standing.MADE for user in (verdict.uses if verdict else ()))
    if users:
        yield (text("poster.station.users", count=users),)
    elif not under_way:
        yield (absent,)


_SAY: Mapping[Standing, Callable[[Reading, str], Iterator[Variants]]] = {
    Standing.MADE: _made,
    Standing.BYPRODUCT: _plain,
    Standing.GROUP: _plain,
    Standing.CAPTIVE: _plain,
    Standing.EXTERNAL: _outside,
    Standing.SHUT: _shut,
}
