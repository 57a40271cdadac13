"""便签: read, told first what is open, whatever the day asked for, written and pruned."""

from __future__ import annotations

from pathlib import Path

from liantu import library, paths
from liantu.analysis.reading import Reading
from liantu.model.memos import MemoState
from liantu.telling import memos
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from tests.helpers.readings import reading

DATA = """\
format: 1
chain:
  id: c
  name: 链
  stages: [{id: up, name: 上游}]
  members:
    up: [a, b]
products:
  a: {name: 甲, unit: t}
  b: {name: 乙, unit: t}
memos:
  B001: {text: 已经议过, state: settled, product: a, date: 2024-01-01, result: 不办}
  B002: {text: 早些的, state: open, product: a, date: 2030-01-01, office: 市工信局}
  B003: {text: 晚些的, state: open, product: a, date: 2031-01-01}
  B004: {text: 说链的, state: open, chain: c}
  B005: {text: 没了着落, state: open, product: gone}
"""


def at_once(tmp_path: Path) -> Reading:
    (tmp_path / "c.yaml").write_text(DATA, encoding="utf-8")
    return reading(library.load(tmp_path).atlas, "2020-01-01")


def test_open_notes_come_first_and_no_day_hides_them(tmp_path: Path) -> None:
    atlas = at_once(tmp_path).base
    assert [m.id for m in memos.about(atlas, "product", "a")] == ["B003", "B002", "B001"]
    assert [m.id for m in memos.by_product(atlas)["a"]] == ["B003", "B002"]
    assert [m.id for m in memos.about(atlas, "chain", "c")] == ["B004"]
    (part,) = memos.part(atlas, "product", "a")
    assert part.gist == "3 张，待议 2"
    assert list(memos.part(atlas, "product", "b")) == []


def test_the_list_has_all_and_says_what_each_is_about(tmp_path: Path) -> None:
    found = at_once(tmp_path)
    item = find("memos")
    rows = item.rows(found, Scope(city=True))
    assert [row.memo.id for row in rows] == ["B003", "B002", "B004", "B005", "B001"]
    about, words, state, *_ = (column.text(rows[0]) for column in item.on_screen)
    assert (about, words, state) == ("甲", "晚些的", "待议")
    assert item.target(rows[3]) is None, "what it was about is gone, the note stays"
    assert rows[0].memo.state is MemoState.OPEN
    of_chain = item.rows(found, Scope(chains=("c",)))
    assert {row.memo.id for row in of_chain} == {"B001", "B002", "B003", "B004"}


def test_the_shipped_data_have_no_notes() -> None:
    assert library.load(paths.shipped_chains()).atlas.memos == {}
