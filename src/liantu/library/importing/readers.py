"""What a column holds: how a cell of it becomes plain values, and how these are shown in one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from liantu.library.importing import values
from liantu.library.importing.cells import Cell
from liantu.library.importing.lookups import JOINT, Lookups
from liantu.library.importing.trouble import Trouble, listed
from liantu.numerals import plain

PER_CENTS = ("%", "\uff05")
"""In half and in full width."""


class Reader(Protocol):
    """Reads the cells of one column."""

    def read(self, cell: Cell, look: Lookups) -> Any:
        """The plain value, ``None`` where the cell says nothing. Raises :class:`Trouble`."""

    def shown(self, value: Any, look: Lookups) -> Cell:
        """The cell for a plain value, the inverse of :meth:`read`."""

    def choices(self, look: Lookups) -> tuple[str, ...]:
        """The words that can be chosen; empty: anything can be written."""


class Free:
    """What all readers share that let anything be written."""

    def choices(self, look: Lookups) -> tuple[str, ...]:
        """None."""
        return ()


@dataclass(frozen=True, slots=True)
class Words(Free):
    """A text of at most ``limit`` characters."""

    limit: int

    def read(self, cell: Cell, look: Lookups) -> Any:
        """The text in one line."""
        told = values.words(cell)
        if len(told) > self.limit:
            raise Trouble("long", limit=self.limit, count=len(told))
        return told or None

    def shown(self, value: Any, look: Lookups) -> Cell:
        """The text."""
        return str(value)


class Number(Free):
    """A bare number."""

    def read(self, cell: Cell, look: Lookups) -> Any:
        """The shortest text of the number."""
        found = values.amount(cell)
        if found is None:
            return None
        if found.unit or found.step:
            raise Trouble("number", value=values.words(cell))
        return plain(found.number, 12)

    def shown(self, value: Any, look: Lookups) -> Cell:
        """The number."""
        return float(value)


class Part(Number):
    """A share of a whole: 0.6 or 60%."""

    def read(self, cell: Cell, look: Lookups) -> Any:
        """The shortest text of the number, 0 to 1."""
        told = values.words(cell)
        hundredths = told.endswith(PER_CENTS)
        found = super().read(told.rstrip("".join(PER_CENTS)) if hundredths else cell, look)
        if found is None:
            return None
        share = float(found) / (100 if hundredths else 1)
        if not 0 <= share <= 1:
            raise Trouble("share", value=told)
        return plain(share, 12)


class Measured(Number):
    """A number that has its unit in the cell, in another column or in the heading."""

    def read(self, cell: Cell, look: Lookups) -> Any:
        """An ``Amount``, to be brought into a unit of the library once the product is known."""
        return values.amount(cell)


class Day(Free):
    """A date."""

    def read(self, cell: Cell, look: Lookups) -> Any:
        """ISO text."""
        return values.day(cell) or None

    def shown(self, value: Any, look: Lookups) -> Cell:
        """The ISO text, which is no date of a spreadsheet where only the year is known."""
        return str(value)


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no; ``keeps_no``: nothing said is not no."""

    keeps_no: bool = False

    def read(self, cell: Cell, look: Lookups) -> Any:
        """``yes`` or ``no``."""
        found = values.flag(cell)
        return None if found is None else "yes" if found else "no"

    def shown(self, value: Any, look: Lookups) -> Cell:
        """是 or 否."""
        return listed("library.import.flag")[0 if value == "yes" else 1]

    def choices(self, look: Lookups) -> tuple[str, ...]:
        """Both."""
        return listed("library.import.flag")


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words of files, each with the words of sheets for it; the first is shown."""

    name: str
    allowed: tuple[str, ...]

    def read(self, cell: Cell, look: Lookups) -> Any:
        """The word of files."""
        told = values.words(cell)
        if not told:
            return None
        found = next((one for one in self.allowed if told in (one, *self._said(one))), "")
        if not found:
            raise Trouble("choice", value=told, allowed=JOINT.join(self.choices(look)))
        return found

    def shown(self, value: Any, look: Lookups) -> Cell:
        """The usual word for it."""
        return next(iter(self._said(str(value))), str(value))

    def choices(self, look: Lookups) -> tuple[str, ...]:
        """The usual words."""
        return tuple(str(self.shown(one, look)) for one in self.allowed)

    def _said(self, word: str) -> tuple[str, ...]:
        return listed(f"library.import.word.{self.name}.{word}")


class County:
    """A county of the region."""

    def read(self, cell: Cell, look: Lookups) -> Any:
        """Its name."""
        told = values.words(cell)
        return look.county(told) if told else None

    def shown(self, value: Any, look: Lookups) -> Cell:
        """Its name."""
        return str(value)

    def choices(self, look: Lookups) -> tuple[str, ...]:
        """All of them."""
        return look.atlas.library.region.counties


@dataclass(frozen=True, slots=True)
class Thing:
    """A product, chain, gate … of the atlas by one of its names."""

    kind: str

    def read(self, cell: Cell, look: Lookups) -> Any:
        """Its id."""
        told = values.words(cell)
        return look.thing(self.kind, told) if told else None

    def shown(self, value: Any, look: Lookups) -> Cell:
        """Its name, or its id where others have the name too."""
        name = look.name(self.kind, value)
        return name if _means(look, self.kind, name, value) else str(value)

    def choices(self, look: Lookups) -> tuple[str, ...]:
        """The names of chains and products; of others there is no end."""
        if self.kind not in ("product", "chain"):
            return ()
        ids = getattr(look.atlas, f"{self.kind}s")
        return tuple(str(self.shown(id_, look)) for id_ in ids)


class Firm(Free):
    """An enterprise of the atlas by one of its names; one that is not there keeps its name."""

    def read(self, cell: Cell, look: Lookups) -> Any:
        """Id and name as written; an empty id where none has the name."""
        told = values.words(cell)
        return (look.firm(told), told) if told else None

    def shown(self, value: Any, look: Lookups) -> Cell:
        """Its full name."""
        return look.name("enterprise", value)


class KnownFirm(Firm):
    """An enterprise that has to be in the atlas."""

    def read(self, cell: Cell, look: Lookups) -> Any:
        """Its id."""
        found = super().read(cell, look)
        if found and not found[0]:
            raise Trouble("no_firm", value=found[1])
        return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Many(Free):
    """Several in one cell, with 、 between."""

    one: Reader

    def read(self, cell: Cell, look: Lookups) -> Any:
        """A list."""
        if isinstance(cell, str):
            told: Iterable[Cell] = values.parts(cell)
        else:
            told = () if cell is None else (cell,)
        return [self.one.read(part, look) for part in told] or None

    def shown(self, value: Any, look: Lookups) -> Cell:
        """All of them in one cell."""
        return JOINT.join(str(self.one.shown(item, look)) for item in value)


def _means(look: Lookups, kind: str, name: str, id_: str) -> bool:
    try:
        return look.thing(kind, name) == id_
    except Trouble:
        return False
