"""Who could step in for a product: whoever makes it, then what is made much like it."""

from __future__ import annotations

from dataclasses import replace

from liantu.analysis.shocks.backup import Backup, BackupTrust, BackupWay
from liantu.model import Atlas, Enterprise, Product, Status, Supply, SupplyMode
from liantu.model.gates import Effect, Gate, GateKind
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading, shipped_at


def coded(item: Product, gbt: str, name: str = "") -> Product:
    """A product of an industry class."""
    return replace(item, gbt=gbt, name=name or item.name)


def found(data: Atlas, *without: str) -> list[Backup]:
    """Backups of the product ``x``, without what comes from outside."""
    rows = reading(data).backups("x", without)
    assert rows[-1].way is BackupWay.OUTSIDE
    return list(rows[:-1])


def ways(data: Atlas, *without: str) -> list[tuple[str, BackupWay, BackupTrust]]:
    return [(b.enterprise, b.way, b.trust) for b in found(data, *without)]


def works(other: str, gbt: str, *more: Enterprise, taken: str = "m") -> Atlas:
    """``x`` of the class 3660 is made of ``m`` by ``a``, ``y`` of another class by ``b``."""
    items = [
        product("m"),
        product("n"),
        coded(product("x", route("m")), "3660"),
        coded(product(other, route(taken)), gbt),
    ]
    return atlas(items, [maker("a", "x", 1.0), maker("b", other, 1.0), *more])


def test_whoever_makes_it_comes_first_and_the_stopped_one_never() -> None:
    data = works("y", "3660", maker("c", "x", 2.0), maker("d", "x", 1.0, status=Status.BUILDING))
    assert ways(data, "a") == [
        ("c", BackupWay.MAKES, BackupTrust.RECORDED),
        ("d", BackupWay.BUILDING, BackupTrust.RECORDED),
        ("b", BackupWay.SISTER, BackupTrust.LIKELY),
    ]
    assert [b.reliable for b in found(data, "a")] == [True, False, False]


def test_a_works_of_the_same_materials_may_turn_but_not_one_of_another_kind() -> None:
    assert ways(works("y", "3572"), "a") == [("b", BackupWay.ROUTE, BackupTrust.LIKELY)]
    assert ways(works("y", "1352"), "a") == []
    assert ways(works("y", "3572", taken="n"), "a") == []


def test_the_class_alone_says_nothing() -> None:
    """A wheel is no wiring harness, though both are parts of cars."""
    assert ways(works("y", "3660", taken="n"), "a") == []


def test_a_chemical_plant_turns_to_nothing() -> None:
    items = [
        product("m"),
        coded(product("x", route("m")), "2614"),
        coded(product("y", route("m")), "2614"),
    ]
    data = atlas(items, [maker("a", "x", 1.0), maker("b", "y", 1.0)])
    assert ways(data, "a") == []


def test_whoever_makes_the_material_may_only_be_asked() -> None:
    data = works("y", "1352", maker("s", "m", 5.0))
    (one,) = found(data, "a")
    assert (one.enterprise, one.way, one.trust) == ("s", BackupWay.READY, BackupTrust.ASK)
    assert (one.shared, one.share, one.missing) == (("m",), 1.0, ())


def test_where_policy_closes_it_no_new_capacity_is_proposed() -> None:
    data = works(
        "y",
        "3660",
        maker("c", "x", 2.0, status=Status.BUILDING),
        maker("d", "x", 2.0, status=Status.STOPPED),
    )
    gate = Gate(kind=GateKind.TWO_HIGH, stated=Effect.SHUT, sources=("s",))
    shut = replace(data.products["x"], gates=(gate,))
    data = replace(data, products={**data.products, "x": shut})
    assert ways(data, "a") == [("d", BackupWay.IDLE, BackupTrust.RECORDED)]


def test_what_a_customer_names_is_the_best_answer() -> None:
    data = works("y", "1352")
    told = Supply("s1", "x", SupplyMode.DIRECT, "x", "a", substitutes=("b", "a"))
    named = replace(data, supplies={"s1": told})
    (one,) = found(named, "a")
    assert (one.enterprise, one.way, one.supplies) == ("b", BackupWay.NAMED, ("s1",))
    assert one.reliable


def test_the_shipped_city_names_nobody_silly() -> None:
    """The frame of a bus: whoever welds square tube; the harness: cable makers, not a wheel
    maker; bisphenol A: nobody.
    """
    shipped = shipped_at("2022-12")

    def firms(item: str, *without: str) -> list[str]:
        rows = shipped.backups(item, without)
        return [b.enterprise for b in rows if b.way is not BackupWay.OUTSIDE]

    assert firms("bodyframe", "huilong")[:1] == ["shifeng"]
    assert "junchengjinshu" not in firms("harness")
    assert firms("bpa", "luxi") == []
    assert len([b for b in shipped.backups("cage_s") if b.reliable]) == 4
