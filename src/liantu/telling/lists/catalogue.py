"""All lists by id, so that windows, sheets, papers and commands name the same ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from liantu.telling.lists import (
    boards,
    condition,
    deals,
    firms,
    gaps,
    ledgers,
    memos,
    outage,
    places,
    policies,
    problems,
    products,
    projects,
    records,
    survey,
    work,
)
from liantu.telling.lists.column import List, UnknownIdError

FAMILIES = (
    *(boards, survey, gaps, problems, products, firms, places, policies),
    *(projects, records, deals, outage, work, ledgers, memos, condition),
)
LISTS: Mapping[str, List[Any]] = {item.id: item for family in FAMILIES for item in family.LISTS}


def find(id_: str) -> List[Any]:
    """A list by its id; raises :class:`UnknownIdError`."""
    if id_ not in LISTS:
        raise UnknownIdError(id_, LISTS)
    return LISTS[id_]
