"""Units as people write them → those of the library, within one dimension only."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from liantu.library.importing.trouble import Trouble, listed
from liantu.library.importing.values import Amount
from liantu.model import Product
from liantu.numerals import plain

Base = tuple[str, float]
"""A base unit, and how many of it one of a unit holds."""
_SAME: Mapping[str, Base] = {
    "kg": ("t", 0.001),
    "t": ("kg", 1000.0),
    "km": ("m", 1000.0),
    "m": ("km", 0.001),
}
"""Base units of one dimension."""
_STEPS = (10.0, 100.0, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8)


@dataclass(frozen=True, slots=True)
class Units:
    """The units of a library: names as written in files → base unit and factor."""

    known: Mapping[str, Base]
    stems: Mapping[str, tuple[Base, ...]] = field(init=False)

    def __post_init__(self) -> None:
        found: dict[str, dict[Base, None]] = {}
        for name, (base, factor) in self.known.items():
            step, stem = _split(_yearless(name), frozenset(_aliases().values()))
            found.setdefault(stem, {})[base, factor / step] = None
        object.__setattr__(self, "stems", {key: tuple(value) for key, value in found.items()})

    def fitted(self, told: Amount, unit: str, product: Product) -> tuple[float, str]:
        """An amount in the unit as written where that is one of the library, else in that of the
        product; ``unit`` is what the sheet says outside of the cell. Raises :class:`Trouble`.
        """
        words = self._said(told, unit, product)
        a_year = listed("library.import.yearly")[0]
        name = next((n for n in (words, words + a_year) if n in self.known), "")
        if name and self.known[name][0] == product.base_unit:
            return told.number, name
        step, stem = _split(_yearless(words), frozenset(self.stems))
        for base, factor in self.stems.get(stem, ()):
            each = _into(base, product.base_unit)
            if each:
                value = told.number * step * factor * each / product.base_per_unit
                return float(plain(value, 12)), product.unit
        code = "unit_other" if stem in self.stems else "unit"
        raise Trouble(code, unit=words, product=product.name, wanted=product.unit)

    def _said(self, told: Amount, unit: str, product: Product) -> str:
        outside = unicodedata.normalize("NFKC", unit).replace(" ", "")
        if told.unit:
            return told.unit
        if not outside:
            raise Trouble("no_unit", product=product.name, wanted=product.unit)
        if told.step and _split(_yearless(outside), frozenset(self.stems))[0] > 1:
            raise Trouble("step_twice", step=told.step, unit=outside)
        return told.step + outside


def _into(base: str, wanted: str) -> float:
    """How many ``wanted`` one ``base`` is; 0 where they are of different dimensions."""
    if base == wanted:
        return 1.0
    other, factor = _SAME.get(base, ("", 0.0))
    return factor if other == wanted else 0.0


def _yearless(words: str) -> str:
    """A unit without 每年; other times are no part of it that could be left out."""
    folded = unicodedata.normalize("NFKC", words).replace(" ", "")
    for end in listed("library.import.yearly"):
        folded = folded.removesuffix(end)
    return folded


def _split(words: str, stems: frozenset[str]) -> tuple[float, str]:
    """How many of a stem a unit is, and the stem in its usual writing."""
    if _usual(words) in stems:
        return 1.0, _usual(words)
    steps = zip(listed("library.import.steps"), _STEPS, strict=True)
    for step, value in sorted(steps, key=lambda pair: -len(pair[0])):
        rest = words.removeprefix(step)
        if rest and rest != words:
            return value, _usual(rest)
    return 1.0, _usual(words)


def _usual(stem: str) -> str:
    return _aliases().get(stem.casefold(), stem)


@cache
def _aliases() -> Mapping[str, str]:
    """Other writings of a stem → the one in Chinese that libraries use."""
    groups = (group.split() for group in listed("library.import.aliases"))
    return {name.casefold(): group[0] for group in groups for name in group}
