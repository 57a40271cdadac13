"""Forms of the ledgers: a finding that a visit made, noted at the visit in the same step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from liantu.library.editing import Draft, new_id
from liantu.library.edits import things
from liantu.library.edits.values import values_of
from liantu.model import Atlas
from liantu.model.edits import Edit
from liantu.ui.forms import subjects
from liantu.ui.forms.subject import Filled, Subject


def from_visit(atlas: Atlas, visit: str, values: Mapping[str, Any]) -> Subject:
    """A finding of a visit, of its chain and county. Raises ``RefusedError`` for none."""
    id_, known = new_id(atlas, "finding"), values_of(atlas, "visit", visit)
    shared = {key: value for key, value in known.items() if key in ("chain", "county")}
    if len(firms := known.get("enterprises", ())) == 1:
        shared["enterprise"] = firms[0]

    def make(now: Atlas, filled: Filled) -> Edit:
        noted = values_of(now, "visit", visit)
        noted["findings"] = [*noted.get("findings", ()), id_]
        also = (*filled.also, Draft("visit", visit, noted))
        return things.add("finding", id_, filled.values, also)

    return replace(subjects.new(atlas, "finding", {**shared, **values}), make=make)
