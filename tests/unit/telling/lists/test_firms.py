"""Enterprises: counted as summaries count them, at the date, in tiers."""

from __future__ import annotations

import pytest

from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.firms import FirmRow
from tests.helpers.readings import shipped_at


def firms(id_: str, *chains: str, date: str = "2022-12-31") -> list[FirmRow]:
    return list(find(id_).rows(shipped_at(date), Scope(chains=chains)))


def told(row: FirmRow, id_: str) -> tuple[str, object]:
    column = find("enterprises").column(id_)
    return column.text(row), column.amount(row)


@pytest.mark.parametrize("chain", ["pc-nylon", "cu", "it", "soy", "nev"])
def test_a_chain_has_the_firms_that_its_summary_counts(chain: str) -> None:
    counted = shipped_at("2022-12-31").summary(chain).enterprises
    assert [row.id for row in firms("enterprises", chain)] == list(counted)
    assert {row.id for row in firms("tiers", chain)} == set(counted)
    assert {row.id for row in firms("leads", chain)} <= set(counted)


def test_what_is_contested_or_over_is_never_in_operation() -> None:
    luxi = next(row for row in firms("enterprises", "pc-nylon") if row.id == "luxi")
    words = str(told(luxi, "makes")[1])
    assert "聚碳酸酯 在产 30 万吨/年" not in words, "another source says otherwise"
    assert "聚碳酸酯 在产 6.5 万吨/年" not in words, "it was superseded"
    assert "聚碳酸酯 止于 " in words
    assert "聚碳酸酯 在产 20 万吨/年" in words


def test_what_begins_later_is_told_so() -> None:
    before = next(r for r in firms("enterprises", "pc-nylon", date="2022-10-25") if r.id == "luxi")
    assert "双酚A（起于 2022-10-26）" in told(before, "products")[0]
    assert "双酚A 起于 2022-10-26 20 万吨/年" in str(told(before, "makes")[1])
    after = next(r for r in firms("enterprises", "pc-nylon", date="2022-10-26") if r.id == "luxi")
    assert "双酚A 在产 20 万吨/年" in str(told(after, "makes")[1])
    assert "双酚A（" not in told(after, "products")[0]


def test_the_city_has_all() -> None:
    reading = shipped_at("2022-12-31")
    rows = find("enterprises").rows(reading, Scope(city=True))
    assert [row.id for row in rows] == list(reading.atlas.enterprises)


def test_tiers_come_from_the_top() -> None:
    ladder = [rung.level for rung in shipped_at("2022-12-31").atlas.library.ladder]
    order = ["链主", *ladder, "未收录"]
    tier, keys = (find("tiers").column(id_) for id_ in ("tier", "key_links"))
    rows = firms("tiers", "brg")
    told = [(order.index(tier.text(row)), keys.text(row)) for row in rows]
    places = [(at > 0, -len(k.split("、")) if k != "—" else 0, at) for at, k in told]
    assert places == sorted(places), "链主, then the most key links, then the honours"
    assert len({at for at, _ in told}) > 2


def test_the_best_known_leads_its_chain() -> None:
    def first(chain: str) -> str:
        return firms("leads", chain)[0].id

    found = {chain: first(chain) for chain in ("al", "cu", "nev", "pc-nylon")}
    assert found == {"al": "xinfa", "cu": "xiangguang", "nev": "zhongtong", "pc-nylon": "luxi"}
