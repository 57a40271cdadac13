"""What was edited, in words: each thing that differs is one line, and nothing else is."""

from __future__ import annotations

from pathlib import Path

from liantu.document.disk import Disk, changed_count
from liantu.library.difference import difference
from liantu.library.editing import Draft, edited
from liantu.library.keeping.base import Base
from liantu.library.merging import merge
from liantu.library.plain import plain
from liantu.library.reader import load_files
from liantu.model import Atlas
from liantu.telling.conflict import conflict_words
from liantu.telling.differing import differing
from tests.helpers.folders import GOOD

FILES = {name: text.encode() for name, text in GOOD.items()}


def changed(atlas: Atlas, kind: str, id_: str, **values: object) -> Atlas:
    return edited(atlas, [Draft(kind, id_, {**(plain(atlas, kind, id_) or {}), **values})])


def test_every_thing_that_differs_is_a_line() -> None:
    before = load_files(FILES).atlas
    after = changed(before, "product", "phenol", name="石炭酸", raw="yes")
    after = changed(after, "enterprise", "new", name="新厂", county="西县", source=["daily"])
    after = edited(after, [Draft("enterprise", "plant", None)])
    found = differing(difference(before, after), before, after)
    assert found[-3:] == (
        "修改 环节 石炭酸：环节名称 苯酚 → 石炭酸；资源或市外调入补为 是",
        "新增 企业 新厂",
        "删去 企业 试验化工",
    )
    assert differing(difference(before, before), before, before) == ()


def test_the_count_is_that_of_the_lines() -> None:
    before = load_files(FILES).atlas
    after = changed(before, "product", "phenol", name="石炭酸")
    after = changed(after, "enterprise", "plant", county="西县")
    disk = Disk(Base(Path(), FILES), before)
    assert changed_count(disk, after) == len(difference(before, after)) == 2
    assert changed_count(disk, before) == 0


def test_a_conflict_tells_what_each_side_says() -> None:
    base = load_files(FILES).atlas
    mine = changed(base, "enterprise", "plant", county="西县")
    theirs = changed(base, "enterprise", "plant", county="全市")
    (conflict,) = merge(mine, theirs, base).conflicts
    assert conflict_words(conflict, mine, theirs) == (
        "企业 试验化工 的 县市区",
        "西县",
        "全市",
    )
