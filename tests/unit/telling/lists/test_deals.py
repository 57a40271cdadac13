"""Deals: only what concerns the scope."""

from __future__ import annotations

import pytest

from liantu.telling.deals import Deal, deals
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.deals import MatchRow
from tests.helpers.readings import shipped_at

READING = shipped_at("2022-12-31")


def test_pairs_are_those_of_the_products_of_the_scope() -> None:
    for section in (None, "pc"):
        scope = Scope(chains=("pc-nylon",), section=section)
        inside = {m.product for m in READING.atlas.chains["pc-nylon"].members(section)}
        found = [row.deal for row in find("matches").rows(READING, scope)]
        assert found == [deal for deal in deals(READING) if deal.product in inside]


@pytest.mark.parametrize(
    ("surplus", "words", "value"), [(2.5, "2.5 万吨/年", 2.5), (None, "不详", None)]
)
def test_a_surplus_is_a_number_with_its_unit_beside_it(
    surplus: float | None, words: str, value: float | None
) -> None:
    deal = Deal("key", "bpa", "pc", "鲁西", "别家", surplus)
    row = MatchRow(reading=READING, deal=deal)
    spare = find("matches").column("spare")
    assert (spare.text(row), spare.amount(row)) == (words, value)
    assert find("matches").column("unit").text(row) == "万吨/年"
