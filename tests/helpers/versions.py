"""Two versions of the shipped city for the tests of comparisons."""

from __future__ import annotations

from functools import cache
from typing import Any

from liantu.library.editing import Draft, edited
from liantu.library.plain import plain
from liantu.model import Atlas
from liantu.telling.versions.comparison import Comparison, Version, compared, reading_of
from tests.helpers.readings import shipped_at

NEW = {
    "name": "聊城新锐化工有限公司",
    "county": "高新区",
    "chains": ["pc-nylon"],
    "capacities": [{"product": "phenol", "amount": "30", "unit": "万吨/年", "status": "operating"}],
}


def with_capacity(atlas: Atlas, firm: str, product: str, **values: str) -> Draft:
    """The first operating capacity of a firm for a product with other values."""
    told: dict[str, Any] = plain(atlas, "enterprise", firm) or {}
    items = [dict(item) for item in told["capacities"]]
    found = next(
        item
        for item in items
        if item["product"] == product and item["status"] == "operating" and "until" not in item
    )
    found |= values
    return Draft("enterprise", firm, {**told, "capacities": items})


def version(title: str, atlas: Atlas, errors: int = 0, date: str = "2022-10-26") -> Version:
    """A version looked at on one day."""
    return Version(title, reading_of(atlas, date), errors)


@cache
def comparison() -> Comparison:
    """The shipped city, and the same with a maker of phenol, twice the polycarbonate of 鲁西 and
    without a figure.
    """
    old = shipped_at().atlas
    figure = next(iter(old.figures))
    new = edited(
        old,
        [
            Draft("enterprise", "N001", NEW),
            with_capacity(old, "luxi", "bpa", amount="40"),
            Draft("figure", figure, None),
        ],
    )
    return compared(version("2024Q3上报版", old), version("2024Q4上报版", new))
