"""The fields of the data files by name, from how they are declared."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.library.edits.things import field_name
from liantu.library.fields.format import CAPACITY, CHAIN, ENTERPRISE, PRODUCT, ROUTE
from liantu.library.fields.record_fields import PROJECT, SOURCE
from liantu.library.parsing.record import Record
from liantu.wording import text

RECORDS = (CHAIN, PRODUCT, ROUTE, ENTERPRISE, CAPACITY, PROJECT, SOURCE)
"""What planners edit most; the others are in ``chains/README.md``."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of thing with its fields: key, name, whether it has to be there."""

    title: str
    rows: tuple[tuple[str, str, str], ...]


def shapes() -> tuple[Shape, ...]:
    """The kinds in the order in which a folder is begun."""
    return tuple(map(_shape, RECORDS))


def _shape(record: Record) -> Shape:
    rows = (
        (item.key, field_name(record.name, item.key), text("help.must") if item.required else "")
        for item in record.fields
    )
    return Shape(text(f"help.record.{record.name}"), tuple(rows))
