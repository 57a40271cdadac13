"""What the nouns know of themselves: names, members, and unknown amounts."""

from __future__ import annotations

import pytest

from liantu.model import Capacity, Chain, Enterprise, Member, Section, Stage, Status


def chain(*sections: Section, name: str = "铝产业链", short: str = "") -> Chain:
    return Chain("c", name, short, "", (Stage("up", "上游"), Stage("down", "下游")), sections)


def section(id_: str, **stages: str) -> Section:
    members = (Member(p, stage) for stage, ids in stages.items() for p in ids.split())
    return Section(id_, id_, tuple(members))


@pytest.mark.parametrize(
    ("name", "short", "label"),
    [
        ("铝及铝精深加工产业链", "铝", "铝"),
        ("铝产业链", "", "铝"),
        ("铝产业链", "铝产业链", "铝"),
        ("产业链", "", "产业链"),
        ("铝", "", "铝"),
    ],
)
def test_a_chain_is_called_by_its_short_name(name: str, short: str, label: str) -> None:
    assert chain(name=name, short=short).label == label


def test_a_product_of_two_sections_keeps_its_first_stage() -> None:
    both = chain(section("a", up="x y"), section("b", down="x z"))
    assert both.members() == (Member("x", "up"), Member("y", "up"), Member("z", "down"))
    assert both.members("b") == (Member("x", "down"), Member("z", "down"))
    assert both.members("nothing") == ()


def test_an_enterprise_is_called_by_its_shortest_name() -> None:
    firm = Enterprise("e", "鲁西化工集团股份有限公司", "高新区", aka=("鲁西集团", "鲁西化工集团"))
    assert firm.label == "鲁西集团"
    assert Enterprise("e", "甲公司", "甲县").label == "甲公司"


def test_an_amount_that_nobody_states_is_unknown_and_not_zero() -> None:
    assert Capacity("x", Status.OPERATING).amount is None
    assert Capacity("x", Status.OPERATING, 0.0).amount == 0.0
