"""A layered map over several sheets: each with its own cards, and a stub of each that these are
joined to and that stands on another one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from liantu.diagram.views.map_view import STUB, BandView, MapView, arrange, counted
from liantu.layout.geometry import Layout

UNKNOWN = 1
"""Number of a sheet while nobody knows it; how a map is placed does not depend on it."""
Fits = Callable[[Layout], bool]


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet: its map with stubs, and the names of the groups that begin on it."""

    view: MapView
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Unit:
    name: str
    products: tuple[str, ...]


def parted(view: MapView, fits: Fits, stub: float = STUB) -> tuple[Part, ...]:
    """``view`` on as few sheets as its groups (else its bands), one after the other, need; a group
    that fits none is divided, a single card always has a sheet. ``stub`` is the height of a stub.
    """
    if not view.cards or fits(arrange(view)):
        return (Part(view),)

    def held(units: Collection[_Unit]) -> bool:
        return fits(arrange(_sheet(view, _products(units), {}, stub)))

    sheets = list(_filled(_units(view), held))
    number = {p: at for at, units in enumerate(sheets, 1) for p in _products(units)}
    return tuple(
        Part(
            _sheet(view, _products(units), number, stub),
            tuple(dict.fromkeys(unit.name for unit in units if unit.name)),
        )
        for units in sheets
    )


def _units(view: MapView) -> list[_Unit]:
    """The groups along the chain; what stands in none comes with the first that it goes into."""
    shown = {card.id: card.band for card in view.cards}
    group = {p: at for at, (_, products) in enumerate(view.groups) for p in products if p in shown}
    used = {link.source: group[link.target] for link in view.links if link.target in group}
    held: dict[int, list[str]] = {at: [] for at in range(len(view.groups))}
    rest: dict[int, list[str]] = {}
    for product, band in shown.items():
        at = group.get(product, used.get(product))
        (rest.setdefault(band, []) if at is None else held[at]).append(product)
    named = (
        (shown[next(p for p in products if p in group)], _Unit(view.groups[at][0], tuple(products)))
        for at, products in held.items()
        if products
    )
    loose = ((band, _Unit("", tuple(products))) for band, products in rest.items())
    return [unit for _, unit in sorted((*named, *loose), key=lambda pair: pair[0])]


def _filled(
    units: Sequence[_Unit], held: Callable[[Collection[_Unit]], bool]
) -> Iterator[list[_Unit]]:
    """What stands on each sheet; ``held`` tells whether a sheet holds so much."""
    todo, done = list(reversed(units)), list[_Unit]()
    while todo:
        unit = todo.pop()
        if held([*done, unit]):
            done.append(unit)
        elif done:
            yield done
            done = []
            todo.append(unit)
        elif len(unit.products) > 1:
            half = len(unit.products) // 2
            todo += [replace(unit, products=unit.products[at]) for at in _halves(half)]
        else:
            yield [unit]
    if done:
        yield done


def _halves(half: int) -> tuple[slice, slice]:
    """The second comes first: what is done next stands last."""
    return slice(half, None), slice(None, half)


def _products(units: Collection[_Unit]) -> set[str]:
    return {product for unit in units for product in unit.products}


def _sheet(view: MapView, own: Collection[str], number: Mapping[str, int], stub: float) -> MapView:
    """The cards of ``own`` with their links; what these lead to elsewhere are stubs."""
    links = tuple(k for k in view.links if k.source in own or k.target in own)
    near = {end for link in links for end in (link.source, link.target)}
    cards = tuple(
        card if card.id in own else replace(card, height=stub, sheet=number.get(card.id, UNKNOWN))
        for card in view.cards
        if card.id in own or card.id in near
    )
    used = sorted({card.band for card in cards})
    at = {band: place for place, band in enumerate(used)}
    bands = counted(view, own)
    return replace(
        view,
        cards=tuple(replace(card, band=at[card.band]) for card in cards),
        links=links,
        bands=tuple(_band(bands[band]) for band in used),
    )


def _band(band: BandView) -> BandView:
    """A stage of which only stubs are seen counts nothing."""
    return replace(band, elsewhere=not band.products)
