"""Columns whose cells hold more than one value: magnitudes with wording, titles with years."""

from __future__ import annotations

import re
from typing import Any

from liantu.library.importing import values
from liantu.library.importing.cells import Cell
from liantu.library.importing.lookups import JOINT, Lookups
from liantu.library.importing.readers import Free
from liantu.library.importing.trouble import Trouble
from liantu.library.parsing.convert import Plain
from liantu.numerals import plain
from liantu.wording import text

_YEAR = re.compile(r"[(（]?((?:19|20)\d\d)\D?[)）]?$")


class Quantity(Free):
    """A magnitude whose wording is kept beside its number; its unit may stand in the heading."""

    def read(self, cell: Cell, look: Lookups) -> Any:
        """The plain values of a quantity."""
        told = values.words(cell)
        if not told or values.is_unknown(told):
            return None
        try:
            found = values.amount(cell)
        except Trouble:  # a wording that is no plain number is kept as such
            return {"text": told}
        assert found is not None
        unit = {"unit": found.unit} if found.unit else {}
        return {"text": told, "amount": plain(found.number, 12), **unit}

    def shown(self, value: Any, look: Lookups) -> Cell:
        """The wording."""
        return str(value["text"])


class Honours(Free):
    """Titles with the year in brackets; the level where the title begins with one."""

    def read(self, cell: Cell, look: Lookups) -> Any:
        """A list of the plain values of titles."""
        told = values.parts(cell) if isinstance(cell, str) else ()
        return [self._title(one, look) for one in told] or None

    def _title(self, told: str, look: Lookups) -> dict[str, Plain]:
        found = _YEAR.search(told)
        name = told[: found.start()].strip() if found else told
        levels = (rung.level for rung in look.atlas.library.ladder)
        level = next((one for one in levels if name.startswith(one)), "")
        year = {"year": found[1]} if found else {}
        return {"name": name or told, **year, **({"level": level} if level else {})}

    def shown(self, value: Any, look: Lookups) -> Cell:
        """The titles in one cell."""
        return JOINT.join(self._told(item) for item in value)

    def _told(self, item: dict[str, Any]) -> str:
        if "year" not in item:
            return str(item["name"])
        return text("library.import.title", name=item["name"], year=item["year"])
