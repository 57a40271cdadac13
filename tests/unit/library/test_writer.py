"""Only the lines concerned change."""

from __future__ import annotations

import codecs
from functools import cache
from typing import Any

import pytest

from liantu import paths
from liantu.library.difference import same
from liantu.library.editing import Draft, edited
from liantu.library.plain import plain
from liantu.library.reader import load_files, read_folder
from liantu.library.writing.writer import UnsoundError, rewritten
from liantu.model import Atlas

HAND_MADE = """\
# 手工写的文件
format: 1

products:   # 两种
    a: {name: 甲, unit: 吨/年}     # 流式
    "b":
        unit: "吨/年"
        name: '乙'
        raw: no
        aka: [乙一,
              乙二]
        definition: |
            第一行
            第二行

library:
    region: 某市
    edition: 2024
    units: {吨/年: {base: t, factor: 1}}
"""


@cache
def _files() -> dict[str, bytes]:
    return read_folder(paths.shipped_chains())


@cache
def _atlas() -> Atlas:
    return load_files(_files()).atlas


def _one(files: dict[str, bytes], kind: str, id_: str, **values: Any) -> dict[str, bytes]:
    before = load_files(files).atlas
    draft = Draft(kind, id_, {**(plain(before, kind, id_) or {}), **values})
    after = edited(before, [draft])
    written = rewritten(files, before, after)
    assert same(load_files({**files, **written}).atlas, after)
    return written


def _lines(old: bytes, new: bytes) -> list[str]:
    """The lines that differ, where none came or went."""
    pairs = zip(old.split(b"\n"), new.split(b"\n"), strict=True)
    return [b.decode() for a, b in pairs if a != b]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"name": "甲基"}, "    a: {name: 甲基, unit: 吨/年}     # 流式"),
        ({"short": "甲: 一"}, "    a: {name: 甲, short: '甲: 一', unit: 吨/年}     # 流式"),
    ],
)
def test_a_flow_mapping_stays_in_its_line(values: dict[str, str], line: str) -> None:
    data = HAND_MADE.encode()
    written = _one({"x.yaml": data}, "product", "a", **values)
    assert _lines(data, written["x.yaml"]) == [line]


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"name": "乙烯"}, "        name: '乙烯'"),
        ({"raw": "yes"}, "        raw: yes"),
    ],
)
def test_quotes_and_defaults_in_full_stay_where_they_are(values: dict[str, str], line: str) -> None:
    data = HAND_MADE.encode()
    written = _one({"x.yaml": data}, "product", "b", **values)
    assert _lines(data, written["x.yaml"]) == [line]


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_marks_and_line_ends_stay(end: str) -> None:
    data = codecs.BOM_UTF8 + HAND_MADE.replace("\n", end).encode()
    written = _one({"x.yaml": data}, "product", "b", definition="第一行\n改\n第三行")["x.yaml"]
    assert written.startswith(codecs.BOM_UTF8)
    ends = end.encode()
    assert written.count(ends) == data.count(ends) + 1
    assert written.replace(ends, b"").count(b"\n") == 0


def test_mixed_line_ends_stay_each_in_its_line() -> None:
    mixed = HAND_MADE.replace("\n", "\r\n", 5).encode()
    written = _one({"x.yaml": mixed}, "product", "b", name="乙烯")["x.yaml"]
    assert _lines(mixed, written) == ["        name: '乙烯'"]


def test_new_things_go_where_their_like_are() -> None:
    atlas = _atlas()
    made = [
        Draft("product", "peek", {"name": "聚醚醚酮", "unit": "万吨/年"}, home="pc-nylon"),
        Draft("enterprise", "new-firm", {"name": "某某新材料有限公司", "county": "高新区"}),
        Draft(
            "answer",
            "",
            {"product": "bpa", "county": "高新区", "answer": "none", "date": "2026-03"},
        ),
    ]
    after = edited(atlas, made)
    written = rewritten(_files(), atlas, after)
    assert set(written) == {"06-pc-nylon.yaml", "enterprises.yaml", "verification.yaml"}
    assert same(load_files({**_files(), **written}).atlas, after)
    assert after.products["peek"].home == "pc-nylon"
    old = _files()["06-pc-nylon.yaml"].decode().split("\n")
    assert [
        line for line in written["06-pc-nylon.yaml"].decode().split("\n") if line not in old
    ] == [
        "  peek:",
        "    name: 聚醚醚酮",
    ]


def test_a_thing_that_was_not_read_whole_is_not_written() -> None:
    text = HAND_MADE.replace("raw: no", "raw: 不是")
    files = {"x.yaml": text.encode()}
    before = load_files(files).atlas
    after = edited(
        before, [Draft("product", "b", {**(plain(before, "product", "b") or {}), "name": "丙"})]
    )
    with pytest.raises(UnsoundError) as refused:
        rewritten(files, before, after)
    assert (refused.value.place.file, refused.value.place.line) == ("x.yaml", 7)


@pytest.mark.parametrize("name", sorted(read_folder(paths.shipped_chains())))
def test_one_edit_of_every_shipped_file_changes_one_line(name: str) -> None:
    atlas, files = _atlas(), _files()
    key, values = _some_edit(atlas, name)
    kind, _, id_ = key.partition(":")
    before = plain(atlas, kind, id_) or {}
    after = edited(atlas, [Draft(kind, id_, {**before, **values})])
    written = rewritten(files, atlas, after)
    assert list(written) == [name]
    assert len(_lines(files[name], written[name])) == 1


def _some_edit(atlas: Atlas, name: str) -> tuple[str, dict[str, str]]:
    """A thing of a file and another name or title of it."""
    if name == "library.yaml":
        return "library:library", {"edition": "2025-12-31"}
    if name == "verification.yaml":
        pytest.skip("nothing is answered yet")
    here = [key for key, place in atlas.places.items() if place.file == name]
    for key in here:
        kind = key.partition(":")[0]
        if kind in (
            "product",
            "enterprise",
            "project",
            "cluster",
            "template",
            "park",
            "scenario",
            "story",
        ):
            return key, {"name": "改过的名称"}
        if kind in ("source", "figure", "supply", "gate"):
            field = {"source": "title", "figure": "item", "supply": "claim", "gate": "text"}[kind]
            return key, {field: "改过的说法"}
    raise AssertionError(name)


def test_an_empty_list_gets_lines_of_its_own() -> None:
    atlas = _atlas()
    said = {"product": "bpa", "county": "高新区", "answer": "none", "date": "2026-03"}
    after = edited(atlas, [Draft("answer", "", said)])
    new = rewritten(_files(), atlas, after)["verification.yaml"].decode()
    assert "answers:\n  - product: bpa\n    county: 高新区\n" in new


def test_a_cost_is_written_as_a_line_of_its_own() -> None:
    cost = {"amount": "12.5", "note": "按20万吨装置估"}
    written = _one(_files(), "product", "phenol", cost=cost)
    ((name, data),) = written.items()
    before, after = _files()[name].decode().splitlines(), data.decode().splitlines()
    added = [line for line in after if line not in before]
    assert len(after) - len(before) == len(added) <= 3
    assert "12.5" in "".join(added)
    product = load_files({**_files(), **written}).atlas.products["phenol"]
    assert product.cost is not None
    assert (product.cost.amount, product.cost.note) == (12.5, "按20万吨装置估")
