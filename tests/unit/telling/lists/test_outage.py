"""断供风险: what is felt beyond the works comes first; what is common stands apart."""

from __future__ import annotations

from dataclasses import replace

from liantu.model import Role
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.outage import OutageRow
from tests.helpers.atlases import atlas, maker, product, route
from tests.helpers.readings import reading, shipped_at

CITY = Scope(chains=("c",), city=True)


def rows() -> list[OutageRow]:
    """``a`` makes x and w of it; ``b`` and ``c`` make y of x; u, which all buy, feeds x and v."""
    part = replace(
        route("x v"), inputs=tuple(replace(i, role=Role.MAIN) for i in route("x v").inputs)
    )
    items = [
        replace(product("u", raw=True), home=""),
        product("x", route("u")),
        product("w", route("x")),
        product("v", route("u")),
        product("y", part),
    ]
    firms = [maker("a", "x", 1.0), maker("b", "y", 1.0), maker("c", "y", 1.0), maker("d", "v")]
    first = replace(firms[0], capacities=(*firms[0].capacities, *maker("a", "w").capacities))
    other = maker("e", "v", 1.0)
    return list(find("outage").rows(reading(atlas(items, [first, *firms[1:], other])), CITY))


def test_the_most_felt_comes_first_and_what_is_common_last() -> None:
    found = [(row.of.kind.value, row.of.id, row.place) for row in rows()]
    assert found == [
        ("product", "x", 1),
        ("enterprise", "a", 2),
        ("product", "v", 3),
        ("outside", "u", 0),
    ]


def test_the_cells_count_others_and_never_confirm_what_is_deduced() -> None:
    item = find("outage")
    told = {row.of.id: {c.id: c.text(row) for c in item.columns} for row in rows()}
    first = told["a"]
    assert (first["outage_mains"], first["outage_total"], first["outage_firms"]) == ("2", "2", "2")
    assert (first["outage_evidence"], first["outage_certainty"]) == ("0 · 2", "推定")
    assert (first["outage_sole"], first["outage_single"]) == ("X", "单点")
    assert (first["outage_days"], first["outage_backup"]) == ("库存不详", "X：无可靠备份")
    assert told["v"]["outage_single"] == "2 家同停才断"
    assert told["u"]["outage_kind"] == "公用原料"


def test_a_chain_lists_only_what_it_shows() -> None:
    shipped = shipped_at("2022-12")
    item = find("outage")
    named = [row.of.id for row in item.rows(shipped, Scope(chains=("brg",)))]
    assert named[0] == "brgwire"
    assert "huilong" not in named
    nev = [row.of.id for row in item.rows(shipped, Scope(chains=("nev",)))]
    assert "huilong" in nev
    assert "elec" not in nev
    assert item.remarked(shipped, Scope(chains=("brg",))).startswith("共 8 项，")
