"""The map of a plan: what stands on it, how it is folded, that nothing overlaps."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import pytest

from liantu.analysis.plans.closing import ladder
from liantu.analysis.plans.plan import Plan, Wish
from liantu.diagram.drawing import DASH, Box, Label
from liantu.diagram.plan_map.cards import FEW, MOST, plan_graph
from liantu.diagram.plan_map.picture import plan_map
from liantu.diagram.theme import LIGHT
from tests.helpers.readings import shipped_at

DATE = "2022-12-31"


@cache
def whole(target: str, within: str) -> Plan:
    plan = ladder(shipped_at(DATE), Wish(target, within=within)).whole
    assert plan is not None
    return plan


def test_a_small_plan_shows_everything_by_kind() -> None:
    graph = plan_graph(shipped_at(DATE), whole("epoxy", "pc-nylon"))
    kinds = {product: card.how for product, card in graph.cards.items()}
    assert kinds == {
        "epoxy": "built",
        "bpa": "had",
        "ech": "built",
        "cl2": "had",
        "propylene": "bought",
    }
    assert set(graph.links) == {
        ("bpa", "epoxy"),
        ("ech", "epoxy"),
        ("cl2", "ech"),
        ("propylene", "ech"),
    }
    assert [p for p, card in graph.cards.items() if card.target] == ["epoxy"]


def test_how_much_is_made_stands_on_the_card() -> None:
    graph = plan_graph(shipped_at(DATE), whole("phenol", "pc-nylon"))
    assert graph.cards["phenol"].lines == ("新建，年产 17 万吨",)


def test_what_comes_beside_says_of_what() -> None:
    graph = plan_graph(shipped_at(DATE), whole("pc", "pc-nylon"))
    assert graph.cards["acetone"].lines == ("随苯酚联产",)


def test_a_large_plan_names_what_it_takes_on_the_cards() -> None:
    plan = whole("lfppack", "it")
    graph = plan_graph(shipped_at(DATE), plan)
    assert FEW < len(graph.cards) <= MOST
    assert {card.how for card in graph.cards.values()} <= {"built", "runs"}
    assert {link.product for link in plan.links} == graph.cards.keys()
    assert "用本地工业铝型材" in graph.cards["lfppack"].lines


def test_a_huge_plan_is_cut_and_says_what_lies_above() -> None:
    plan = whole("bus12", "")
    graph = plan_graph(shipped_at(DATE), plan)
    assert len(plan.links) > MOST >= len(graph.cards)
    above = [line for card in graph.cards.values() for line in card.lines if "上游还要" in line]
    assert above


@pytest.mark.parametrize(
    ("target", "within"), [("epoxy", "pc-nylon"), ("lfppack", "it"), ("bus12", "")]
)
def test_cards_lie_apart_within_the_picture(target: str, within: str) -> None:
    found = plan_map(shipped_at(DATE), whole(target, within))
    for one, other in combinations(found.places.values(), 2):
        apart_x = one[0] + one[2] <= other[0] or other[0] + other[2] <= one[0]
        apart_y = one[1] + one[3] <= other[1] or other[1] + other[3] <= one[1]
        assert apart_x or apart_y
    for x, y, width, height in found.places.values():
        assert x >= 0 and y >= 0
        assert x + width <= found.drawing.width and y + height <= found.drawing.height


def test_built_is_in_the_accent_and_bought_is_dashed() -> None:
    found = plan_map(shipped_at(DATE), whole("epoxy", "pc-nylon"), LIGHT)
    boxes = [s for s in found.drawing.shapes if isinstance(s, Box) and s.width > 100]
    by_place = {(round(b.x), round(b.y)): b for b in boxes}

    def box(product: str) -> Box:
        x, y, _, _ = found.places[product]
        return by_place[round(x), round(y)]

    assert box("ech").stroke == LIGHT.accent
    assert box("ech").dash == ()
    assert box("propylene").dash == DASH
    assert box("bpa").stroke == LIGHT.card_line
    words = [s.text for s in found.drawing.shapes if isinstance(s, Label)]
    assert "环氧氯丙烷" in words


def test_the_same_plan_has_the_same_map() -> None:
    plan = whole("lfppack", "it")
    assert plan_map(shipped_at(DATE), plan) == plan_map(shipped_at(DATE), plan)
