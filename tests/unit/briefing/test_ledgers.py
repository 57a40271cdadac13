"""The month of the ledgers stands in the papers of a chain and of the city, and else nowhere."""

from __future__ import annotations

import pytest

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Heading, Items, Table
from liantu.briefing.case import Case
from liantu.briefing.front import summary
from liantu.briefing.order import Order
from liantu.briefing.sections import sections
from liantu.briefing.told import of_chain
from tests.helpers.ledgers import ledgers_at
from tests.helpers.readings import shipped_at


def chain_blocks(reading: Reading) -> list[object]:
    case = Case(reading, Order(chains=("cu",)))
    chain = reading.atlas.chains["cu"]
    return list(sections(case, chain, of_chain(reading, chain), 1))


def city_blocks(reading: Reading) -> list[object]:
    return list(summary(Case(reading, Order(chains=tuple(reading.atlas.chains)))))


@pytest.mark.parametrize("make", [chain_blocks, city_blocks])
def test_the_month_is_told_only_where_there_are_ledgers(make: object) -> None:
    assert callable(make)
    for reading, there in ((ledgers_at(), True), (shipped_at("2022-12-31"), False)):
        blocks = make(reading)
        heads = [b.text for b in blocks if isinstance(b, Heading)]
        assert ("台账办理情况" in heads) is there
        tables = [b for b in blocks if isinstance(b, Table) and "办结率" in b.head]
        assert bool(tables) is there
        assert all(table.rows for table in tables)


def test_the_policies_of_a_chain_stand_under_its_advice() -> None:
    told = [b for b in chain_blocks(ledgers_at()) if isinstance(b, Items)]
    lines = [line for block in told for line in block.lines if "试验政策一" in line]
    assert len(lines) == 1
    assert "按资料符合 1 家（建发铜业）" in lines[0]
