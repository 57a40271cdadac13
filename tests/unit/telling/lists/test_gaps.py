"""The lists of the words: order, scores, lower bounds, what is unknown."""

from __future__ import annotations

import pytest

from liantu.analysis.reading import Reading
from liantu.model.classes import Word
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.lists.gaps import GapRow
from tests.helpers.readings import shipped_at

NYLON = Scope(chains=("pc-nylon",))


def now() -> Reading:
    return shipped_at("2022-10-26")


def rows(id_: str, scope: Scope = NYLON) -> list[GapRow]:
    return list(find(id_).rows(now(), scope))


def told(id_: str, product: str) -> dict[str, object]:
    item = find(id_)
    row = next(row for row in rows(id_) if row.id == product)
    return {column.id: column.amount(row) for column in item.columns}


def test_gaps_come_by_score_and_the_score_is_that_of_the_ranking() -> None:
    scores = now().scores
    found = rows("gaps")
    totals = [row.score.total for row in found if row.score]
    assert totals == sorted(totals, reverse=True)
    assert len(totals) == len(found)
    first = told("gaps", found[0].id)
    assert first["score"] == round(scores[found[0].id].total, 1)
    assert first["score_demand"] == round(scores[found[0].id].parts["demand"], 1)


def test_every_list_holds_the_products_that_the_reading_counts() -> None:
    counts = now().chain_counts("pc-nylon")
    assert len(rows("weak")) == counts[Word.WEAK]
    assert len(rows("thin")) == counts[Word.THIN]
    assert len(rows("short")) == counts[Word.SHORT_UP] + counts[Word.SHORT_DOWN]
    assert len(rows("broken")) == counts[Word.BROKEN]
    assert len(rows("blank")) == counts[Word.BLANK]


def test_a_section_lists_its_own() -> None:
    whole, part = rows("short"), rows("short", Scope(chains=("pc-nylon",), section="pc"))
    members = {m.product for m in now().atlas.chains["pc-nylon"].members("pc")}
    assert {row.id for row in part} == {row.id for row in whole} & members


def test_over_several_chains_all_gaps_are_ranked_once() -> None:
    found = rows("ranked", Scope(chains=("pc-nylon", "chem")))
    assert len({row.id for row in found}) == len(found)
    totals = [row.score.total for row in found if row.score]
    assert totals == sorted(totals, reverse=True)


def test_phenol_is_told_as_it_is() -> None:
    phenol = told("short", "phenol")
    assert phenol["needed_by"] == "双酚A"
    assert phenol["class"] == "短链·向上"
    assert phenol["county"] == "高新区"
    assert phenol["readiness"] == pytest.approx(0.6667)
    assert phenol["hhi"] is None
