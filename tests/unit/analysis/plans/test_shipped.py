"""Plans with the shipped data, as a planner would read them."""

from __future__ import annotations

from liantu.analysis.plans.blocking import Why
from liantu.analysis.plans.city import Had, Reach
from liantu.analysis.plans.closing import closing_plans, ladder
from liantu.analysis.plans.plan import Plans, Wish
from liantu.model.standing import Standing
from tests.helpers.readings import shipped_at

DATE = "2022-12-31"


def rungs(found: Plans) -> list[tuple[list[str], list[str]]]:
    return [([k.product for k in p.links], sorted(p.imports)) for p in found.plans]


def test_phenol_is_one_link_and_serves_bisphenol() -> None:
    plan = ladder(shipped_at(DATE), Wish("phenol")).plans[0]
    (link,) = plan.links
    assert (link.product, round(link.amount or 0, 2)) == ("phenol", 17.0)
    assert "acetone" in link.beside
    assert {p.product: p.had for p in plan.purchases} == {
        "benzene": Had.OUTSIDE,
        "propylene": Had.BOUGHT,
    }


def test_polycarbonate_is_made_but_buys_phenol() -> None:
    found = ladder(shipped_at(DATE), Wish("pc"))
    assert found.reach is Reach.CHAIN
    assert rungs(found) == [
        ([], ["acetone", "phenol", "ptbp"]),
        (["phenol"], ["ptbp"]),
        (["phenol", "ptbp"], []),
    ]


def test_epoxy_takes_more_bisphenol_than_is_to_spare() -> None:
    found = ladder(shipped_at(DATE), Wish("epoxy", demand=10.0))
    assert rungs(found) == [(["epoxy"], ["ech"]), (["ech", "epoxy"], [])]
    assert [s.product for s in found.plans[0].strains] == ["bpa"]
    assert found.plans[0].still == {"bpa": ("phenol", "acetone")}


def test_a_bus_is_a_ladder_from_its_parts_and_builds_nothing_that_is_shut() -> None:
    reading = shipped_at(DATE)
    found = ladder(reading, Wish("bus12"))
    links = [len(p.links) for p in found.plans]
    bought = [len(p.imports) for p in found.plans]
    assert links == sorted(links)
    assert bought == sorted(bought, reverse=True)
    assert (links[0], bought[-1]) == (0, 0)
    built = {k.product for p in found.plans for k in p.links}
    assert all(reading.situation.standing(p) is not Standing.SHUT for p in built)
    shut = {p.product for plan in found.plans for p in plan.purchases if p.had is Had.SHUT}
    assert "hrc" in shut


def test_domestic_hides_come_only_beside_meat_whose_makers_nobody_named() -> None:
    found = ladder(shipped_at(DATE), Wish("dhide"))
    assert found.plans == ()
    assert found.block is not None
    assert found.block.roots == (("dhide", Why.NO_ROUTE),)
    assert found.block.beside == {"dhide": ("dmeat",)}


def test_the_same_question_has_the_same_answer() -> None:
    wish = Wish("bus12", allowed=16)
    first, again = (closing_plans(shipped_at(DATE), wish, 3) for _ in range(2))
    assert first == again
    assert len(first.plans) == 3


def test_within_its_chain_a_bus_is_no_matter_of_circuit_boards() -> None:
    reading = shipped_at(DATE)
    found = ladder(reading, Wish("bus12", within="nev"))
    members = {member.product for member in reading.atlas.chains["nev"].members()}
    assert not found.plans[0].links
    assert len(found.plans) == 5
    built = {k.product for p in found.plans for k in p.links}
    assert built <= members
    whole = found.whole
    assert whole is not None
    assert len(whole.links) < 40


def test_utilities_and_goods_of_every_city_never_appear() -> None:
    reading = shipped_at(DATE)
    for target in ("phenol", "lfppack", "mcu", "alsheet", "trb", "spi"):
        for plan in ladder(reading, Wish(target)).plans:
            named = {k.product for k in plan.links} | set(plan.imports)
            products = [reading.atlas.products[p] for p in named]
            assert not any(p.utility or p.generic or p.raw for p in products)
