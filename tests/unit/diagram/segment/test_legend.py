"""The legend tells what is on the map, and how much of it."""

from __future__ import annotations

import pytest

from liantu.diagram.lenses import BALANCE, DIAGNOSIS, LENSES, STRUCTURE, Lens
from liantu.diagram.segment.legend import legend_entries
from liantu.diagram.segment.mapping import graph_of
from liantu.diagram.segment.marks import KINDS
from liantu.diagram.segment.model import Kind
from liantu.diagram.theme import LIGHT
from tests.helpers.readings import shipped_at

GRAPH = graph_of(shipped_at("2022-12-31"), "pc-nylon")


@pytest.mark.parametrize("lens", LENSES.values(), ids=list(LENSES))
def test_every_product_is_counted_once_by_its_letter(lens: Lens) -> None:
    entries = legend_entries(GRAPH, lens, LIGHT)
    standing = [e for e in entries if e.letter and e.id not in ("thin", "weak")]
    assert sum(e.count or 0 for e in standing) == len(GRAPH.items)
    assert frozenset().union(*(e.items for e in standing)) == set(GRAPH.by_id)
    assert all(e.count == len(e.items) for e in standing)


def test_gaps_are_counted_by_kind_and_the_suspected_apart() -> None:
    found = {e.id: e for e in legend_entries(GRAPH, DIAGNOSIS, LIGHT)}
    for word, kind in KINDS.items():
        inside = {i.id for i in GRAPH.items if i.kind is kind}
        assert (found[word].items if inside else frozenset()) == inside
    gaps = (Kind.BROKEN, Kind.UP, Kind.DOWN, Kind.BLANK)
    suspected = {i.id for i in GRAPH.items if i.kind in gaps and i.suspected}
    assert found["suspected"].items == suspected
    assert found["suspected"].told == f"空心＝疑似 {len(suspected)}"


def test_the_three_gaps_are_defined_where_classes_are_painted() -> None:
    told = {e.letter: e.definition for e in legend_entries(GRAPH, DIAGNOSIS, LIGHT) if e.definition}
    assert told == {
        "断": "有人要、有料、没人做",
        "购": "有人要，料也在外",
        "延": "有料，没人做下一步",
    }
    assert not any(e.definition for e in legend_entries(GRAPH, STRUCTURE, LIGHT))


def test_the_four_lines_stand_in_the_legend_of_the_diagnosis() -> None:
    words = [e.words for e in legend_entries(GRAPH, DIAGNOSIS, LIGHT) if e.id.startswith("line_")]
    assert words == ["本地贯通", "本地缺料", "可延伸", "其他主料"]
    ids = [e.id for e in legend_entries(GRAPH, BALANCE, LIGHT)]
    assert {"flow", "cover_short", "cover_enough", "cover_unknown"} <= set(ids)
