"""The five words: every cell of the table, and the story everybody knows."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from liantu import paths
from liantu.analysis.diagnosis import Diagnosis, diagnose
from liantu.library import load
from liantu.model import Atlas, Status
from liantu.model.classes import Word
from liantu.model.gates import Gate, GateKind
from liantu.model.scenario import Switches
from liantu.model.standing import Remedy, Standing, Tag
from tests.helpers.atlases import atlas, maker, product, route


@cache
def shipped() -> Atlas:
    return load(paths.shipped_chains()).atlas


@cache
def on(date: str) -> Diagnosis:
    return diagnose(shipped(), date)


def words(found: Diagnosis, product_: str) -> tuple[Word, ...]:
    return found.verdicts[product_].words


@pytest.mark.parametrize(
    ("needed", "fed", "word"),
    [
        (True, True, Word.BROKEN),
        (True, False, Word.SHORT_UP),
        (False, True, Word.SHORT_DOWN),
        (False, False, Word.OPEN),
    ],
)
def test_the_four_kinds_of_absence(needed: bool, fed: bool, word: Word) -> None:
    made = [maker("a", "in", 5.0)] if fed else []
    made += [maker("b", "out", 5.0)] if needed else []
    found = diagnose(
        atlas([product("in"), product("x", route("in")), product("out", route("x"))], made)
    )
    assert words(found, "x") == (word,)


def test_raw_products_are_no_gaps_unless_wanted() -> None:
    small = atlas([product("ore", raw=True), product("x", route("ore"))], [maker("a", "x")])
    assert words(diagnose(small), "ore") == ()
    wanted = diagnose(small, switches=Switches(ambition=frozenset({"ore"})))
    assert words(wanted, "ore") == (Word.SHORT_UP,)


def test_what_may_be_bought_is_no_gap() -> None:
    small = atlas([product("x"), product("y", route("x"))], [maker("a", "y")])
    assert words(diagnose(small), "x") == (Word.SHORT_UP,)
    assert words(diagnose(small, switches=Switches(external=frozenset({"x"}))), "x") == ()


def test_thin_only_when_the_known_need_exceeds_a_known_supply() -> None:
    def found(supply: float | None, need: float | None, **more: float) -> tuple[Word, ...]:
        small = atlas(
            [product("x"), product("y", route("x"))],
            [maker("a", "x", supply), maker("a2", "x", supply), maker("b", "y", need)],
        )
        return words(diagnose(small, switches=Switches(**more)), "x")

    assert Word.THIN in found(5.0, 20.0)
    assert Word.THIN not in found(10.0, 20.0)
    assert Word.THIN in found(10.0, 20.0, thin=1.1)
    assert Word.THIN not in found(None, 20.0)
    assert Word.THIN not in found(5.0, None)


def test_one_supplier_alone_is_no_weakness() -> None:
    one = atlas([product("x")], [maker("a", "x", 1.0)])
    assert words(diagnose(one), "x") == (Word.STEADY,)
    assert diagnose(one).verdicts["x"].tags == ()


def test_one_supplier_of_another_firm_is_the_only_one_on_record() -> None:
    small = atlas(
        [product("x"), product("y", route("x"))], [maker("a", "x", 1.0), maker("b", "y", 1.0)]
    )
    found = diagnose(small).verdicts["x"]
    assert (found.words, found.tags, found.lost) == (
        (Word.STEADY,),
        (Tag.SOLE_ON_RECORD,),
        ("y",),
    )


@pytest.mark.parametrize(("since", "weak"), [("2021-12-31", False), ("2022-01-01", True)])
def test_a_stop_within_the_year_is_evidence_of_weakness(since: str, weak: bool) -> None:
    stopped = replace(maker("a", "x", status=Status.STOPPED, since=since), id="a")
    found = diagnose(atlas([product("x")], [stopped, maker("b", "x", 1.0)]), "2022-12-31")
    assert (Word.WEAK in words(found, "x")) is weak


def test_a_unit_whose_stop_stops_others_is_named() -> None:
    small = atlas(
        [product("x"), product("y", route("x")), product("z", route("y"))],
        [maker("a", "x", 1.0), maker("b", "y", 1.0), maker("c", "z", 1.0)],
    )
    found = diagnose(small)
    assert found.losses["a"].own == ("x",)
    assert found.losses["a"].stopped == ("y", "z")
    assert "c" in found.losses
    assert found.losses["c"].stopped == ()


def test_the_stop_of_a_product_is_not_that_of_its_enterprise() -> None:
    small = atlas(
        [product("x"), product("y", route("x")), product("v"), product("w", route("v"))],
        [maker("b", "y", 1.0), maker("c", "w", 1.0)],
    )
    both = replace(
        maker("a", "x", 1.0),
        capacities=(*maker("a", "x", 1.0).capacities, *maker("a", "v", 1.0).capacities),
    )
    found = diagnose(replace(small, enterprises={**small.enterprises, "a": both}))
    assert found.losses["a"].stopped == ("y", "w")
    assert found.verdicts["x"].stops == ("y",)


def test_a_loop_that_feeds_only_itself_is_not_ready() -> None:
    small = atlas([product("x", route("y")), product("y", route("x"))])
    found = diagnose(small)
    assert not found.verdicts["x"].ready
    assert words(found, "x") == (Word.OPEN,)


def test_counting_what_is_being_built() -> None:
    small = atlas([product("x")], [maker("a", "x", 1.0, status=Status.BUILDING)])
    assert words(diagnose(small), "x") == (Word.OPEN,)
    both = Switches(counting=frozenset({Status.OPERATING, Status.BUILDING}))
    assert words(diagnose(small, switches=both), "x") == (Word.STEADY,)


def test_the_day_before_bisphenol_a() -> None:
    before = on("2022-10-25").verdicts["bpa"]
    assert before.words == (Word.SHORT_UP,)
    assert before.needed_by == ("pc",)
    assert before.fed_by == ()


def test_the_day_of_bisphenol_a() -> None:
    found = on("2022-10-26")
    assert found.verdicts["bpa"].local
    assert "bpa" in found.verdicts["epoxy"].fed_by
    assert words(found, "epoxy") in ((Word.BROKEN,), (Word.SHORT_DOWN,))
    assert words(found, "phenol") == (Word.SHORT_UP,)
    assert words(found, "acetone") == (Word.SHORT_UP,)


def test_the_balance_of_bisphenol_a() -> None:
    balance = on("2022-10-26").balances["bpa"]
    assert (balance.supply, balance.need) == (20.0, pytest.approx(18.1))
    assert balance.surplus == pytest.approx(1.9)
    assert balance.cover == pytest.approx(1.105, abs=1e-3)
    use = next(t for t in balance.terms if t.kind == "use")
    assert use.basis is not None
    assert (use.other, use.per_unit, str(use.basis)) == ("pc", 0.905, "estimate")


def test_at_thirty_polycarbonate_bisphenol_a_is_thin() -> None:
    small = atlas(
        [product("bpa"), product("pc", route("bpa", per_unit=0.905))],
        [maker("luxi", "bpa", 20.0), maker("luxi2", "pc", 30.0)],
    )
    found = diagnose(small)
    assert found.balances["bpa"].need == pytest.approx(27.15)
    assert found.balances["bpa"].cover == pytest.approx(0.737, abs=5e-4)
    assert found.verdicts["bpa"].worst is Word.THIN


def test_every_product_but_utilities_has_a_verdict_and_every_class_a_fact() -> None:
    found = on("2022-12")
    for product_ in shipped().products.values():
        if product_.utility:
            continue
        verdict = found.verdicts[product_.id]
        assert verdict.words or verdict.standing in (Standing.EXTERNAL, Standing.SHUT)
        if Word.BROKEN in verdict.words:
            assert verdict.needed_by
            assert verdict.fed_by
        if Word.WEAK in verdict.words:
            assert verdict.weakness is not None


def test_a_sole_maker_beside_a_by_product_is_not_the_only_one() -> None:
    yields = product("main", route("", byproducts="x"))
    user = product("y", route("x"))
    firms = [maker("a", "x", 1.0), maker("b", "y", 1.0), maker("c", "main", 1.0)]
    alone = diagnose(atlas([product("x"), user], firms[:2]))
    beside = diagnose(atlas([product("x"), user, yields], firms))
    assert alone.verdicts["x"].tags == (Tag.SOLE_ON_RECORD,)
    assert beside.verdicts["x"].tags == ()


def test_a_supply_that_just_covers_the_need_is_not_thin() -> None:
    small = atlas(
        [product("x"), product("y", route("x"))],
        [maker("a", "x", 2.5), maker("a2", "x", 2.5), maker("b", "y", 5.0)],
    )
    assert diagnose(small).balances["x"].cover == 1.0
    assert Word.THIN not in words(diagnose(small), "x")


def test_readiness_is_that_of_the_best_route() -> None:
    best = product("x", route("in lack", id_="half"), route("in", id_="whole"))
    small = atlas([product("in"), product("lack"), best], [maker("a", "in", 1.0)])
    assert diagnose(small).verdicts["x"].readiness == 1.0
    worse = replace(best, routes=best.routes[:1])
    other = atlas([product("in"), product("lack"), worse], [maker("a", "in", 1.0)])
    assert diagnose(other).verdicts["x"].readiness == 0.5


def test_only_what_alone_is_lacking_unlocks_a_wanted_product() -> None:
    wanted = replace(product("p", route("a b")), want=True)
    parts = [product("a"), product("b"), wanted]
    assert diagnose(atlas(parts)).locks == {}
    assert diagnose(atlas(parts, [maker("f", "b", 1.0)])).locks == {"a": ("p",)}


def test_who_makes_for_its_own_use_is_nobodys_only_supplier() -> None:
    sells, uses = maker("a", "x", 1.0), maker("b", "y", 1.0)
    keeps = replace(sells, capacities=(replace(sells.capacities[0], own_use=True),))
    links = [product("x"), product("y", route("x"))]
    tagged = [diagnose(atlas(links, [one, uses])).verdicts["x"] for one in (sells, keeps)]
    assert [v.tags for v in tagged] == [(Tag.SOLE_ON_RECORD,), ()]
    assert [v.lost for v in tagged] == [("y",), ()]


@pytest.mark.parametrize("inferred", [False, True])
def test_an_inferred_gate_does_not_shut(inferred: bool) -> None:
    closed = replace(product("x"), gates=(Gate(GateKind.EXIT, inferred=inferred),))
    found = diagnose(atlas([closed, product("y", route("x"))], [maker("a", "y", 1.0)]))
    wanted = (Standing.UNSEEN, Remedy.UPSTREAM) if inferred else (Standing.SHUT, Remedy.SUPPLY)
    assert (found.verdicts["x"].standing, found.verdicts["x"].remedy) == wanted
