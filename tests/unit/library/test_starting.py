"""A new library: well formed, without anything of the city whose structure it takes over."""

from __future__ import annotations

import errno
import re
from pathlib import Path
from typing import Any

import pytest

from liantu import files
from liantu.issues import Severity
from liantu.library import Loaded, load
from liantu.library.editing import Draft, edited
from liantu.library.founding import found, is_free
from liantu.library.naming import split, troubles
from liantu.library.reader import load_files, read_folder
from liantu.library.starting import Start, chosen, start
from liantu.library.writing.writer import rewritten
from liantu.model import Atlas
from tests.helpers.readings import loaded as shipped_folder

PROPOSED = "沿用所参照资料列出的关键环节，本市尚未认定"
LOCAL = re.compile(
    "聊城|东昌|临清|冠县|莘县|阳谷|东阿|茌平|高唐|鲁西|山东省|信发|祥光|时风|中通|全市"
)


def shipped() -> Atlas:
    return shipped_folder().atlas


def wanted(like: Atlas, chains: tuple[str, ...], **more: Any) -> Start:
    return Start(
        region="临海市",
        counties=("甲县", "乙区"),
        edition="2026-11",
        chains=chosen(like, chains),
        units=like.library.units,
        lists=tuple(like.library.lists.values()),
        **more,
    )


def founded(folder: Path, chains: tuple[str, ...], *, structure: bool = True) -> Loaded:
    like = shipped()
    found(folder, start(wanted(like, chains), like if structure else None))
    return load(folder)


def test_all_chains_are_taken_over_without_the_city(tmp_path: Path) -> None:
    like = shipped()
    loaded = founded(tmp_path / "临海 市", tuple(like.chains))
    assert [i for i in loaded.issues if i.severity is not Severity.INFO] == []
    atlas = loaded.atlas
    assert atlas.library.region.name == "临海市"
    assert atlas.library.region.counties == ("甲县", "乙区")
    assert (atlas.enterprises, atlas.projects, atlas.clusters, atlas.figures) == ({}, {}, {}, {})
    assert (atlas.supplies, atlas.parks, atlas.answers, atlas.declarations) == ({}, {}, (), ())
    assert atlas.library.lists.keys() == like.library.lists.keys()
    assert atlas.library.units == like.library.units
    for id_, chain in atlas.chains.items():
        assert chain.members() == like.chains[id_].members()
        assert chain.groups == like.chains[id_].groups
        assert chain.stages == like.chains[id_].stages
        assert [k.product for k in chain.key] == [k.product for k in like.chains[id_].key]
        assert {(k.inferred, k.why) for k in chain.key} == {(True, PROPOSED)}
        assert "龙头主产品" not in {k.kind for k in chain.key}
        assert (chain.leads, chain.evidence, chain.why, chain.sources) == ((), "", "", ())
    assert sum(len(p.routes) for p in atlas.products.values()) == sum(
        len(p.routes) for p in like.products.values()
    )
    assert not any(p.want for p in atlas.products.values())


def test_no_file_speaks_of_the_other_city(tmp_path: Path) -> None:
    founded(tmp_path / "a", tuple(shipped().chains))
    for path in (tmp_path / "a").glob("*.yaml"):
        if path.name != "sources.yaml":  # the documents that coefficients cite keep their titles
            assert LOCAL.findall(path.read_text(encoding="utf-8")) == [], path.name


def test_only_sources_that_are_cited_come_along(tmp_path: Path) -> None:
    atlas = founded(tmp_path / "a", tuple(shipped().chains)).atlas
    assert "lcrb2022" not in atlas.sources
    assert "scribd_bpa" in atlas.sources
    assert 0 < len(atlas.sources) < len(shipped().sources) / 2


def test_gates_of_the_nation_stay_and_those_of_province_and_city_go(tmp_path: Path) -> None:
    atlas = founded(tmp_path / "a", tuple(shipped().chains)).atlas
    gone = {"exit_iron", "exit_hrc", "iron_two_high", "chem_api", "clinker_move", "casting_case"}
    assert gone.isdisjoint(atlas.gates)
    assert {"iron_replace", "al_cap", "carry24", "hfc125"} <= atlas.gates.keys()
    assert atlas.gates["al_cap"].note == ""
    for gate in atlas.gates.values():
        assert not gate.inferred or gate.why


def test_a_coefficient_keeps_its_source_and_its_value(tmp_path: Path) -> None:
    atlas = founded(tmp_path / "a", ("pc-nylon",)).atlas
    assert atlas.products["bpa"].routes == shipped().products["bpa"].routes


def test_what_two_chains_need_from_others_comes_without_routes(tmp_path: Path) -> None:
    loaded = founded(tmp_path / "a", ("pc-nylon", "chem"))
    assert loaded.count(Severity.ERROR) == 0
    members = {m.product for chain in loaded.atlas.chains.values() for m in chain.members()}
    others = loaded.atlas.products.keys() - members
    assert {"elec", "bauxite"} <= others
    assert all(not loaded.atlas.products[p].routes for p in others - {"elec", "steam", "o2", "n2"})
    lines = [line for chain in loaded.atlas.chains.values() for line in chain.lines]
    assert all(set(line.trunk) <= members for line in lines)
    assert any(line.trunk[-1] == "uf" for line in lines), "cut where the chains end"


def test_own_chains_stand_beside_with_three_stages(tmp_path: Path) -> None:
    loaded = founded(tmp_path / "a", ("低空经济产业链", "pc-nylon"))
    own = loaded.atlas.chains["own1"]
    assert (own.name, own.label) == ("低空经济产业链", "低空经济")
    assert [stage.name for stage in own.stages] == ["上游", "中游", "下游"]
    assert list(loaded.atlas.chains) == ["pc-nylon", "own1"]


def test_an_empty_library_has_names_and_stages_only(tmp_path: Path) -> None:
    loaded = founded(tmp_path / "a", ("pc-nylon", "低空经济"), structure=False)
    assert loaded.count(Severity.ERROR) == 0
    assert loaded.atlas.products == {}
    assert loaded.atlas.gates == {}
    assert len(loaded.atlas.chains["pc-nylon"].stages) == 3
    assert loaded.atlas.library.units
    none = founded(tmp_path / "b", (), structure=False)
    assert (none.issues, none.atlas.chains) == ((), {})


def test_the_statement_says_that_nothing_is_recorded_yet(tmp_path: Path) -> None:
    said = founded(tmp_path / "a", ("al",)).atlas.statement
    assert "尚未录入企业" in said
    assert "不能当作本地没有" in said


def test_the_example_in_the_file_of_enterprises_reads(tmp_path: Path) -> None:
    founded(tmp_path / "a", ("pc-nylon",))
    path = tmp_path / "a" / "enterprises.yaml"
    lines = path.read_text(encoding="utf-8").split("\n")
    block = [line[2:] for line in lines[1:] if line.startswith("# ") and "不详" not in line]
    text = "\n".join(["format: 1", *block])
    for old, new in (("产业链编号", "pc-nylon"), ("环节编号", "bpa"), ("来源编号", "scribd_bpa")):
        text = text.replace(old, new)
    path.write_text(text.replace("所在县市区", "甲县"), encoding="utf-8")
    loaded = load(tmp_path / "a")
    assert loaded.count(Severity.ERROR) == 0
    assert loaded.atlas.enterprises["e001"].capacities[0].amount == 10


@pytest.mark.parametrize("name", ["x: y", "- 甲", "#市", "“引号”市", "yes", "12", "a'b\"c"])
def test_odd_names_are_written_so_that_they_read_back(tmp_path: Path, name: str) -> None:
    like = shipped()
    plan = Start(region=name, counties=(name,), edition="2026", chains=chosen(like, [name + "链"]))
    found(tmp_path / "a", start(plan, None))
    atlas = load(tmp_path / "a").atlas
    assert (atlas.library.region.name, atlas.library.region.counties) == (name, (name,))
    assert atlas.chains["own1"].name == name + "链"


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "desktop.ini").write_text("x", encoding="utf-8")
    assert is_free(tmp_path / "a")
    (tmp_path / "a" / "笔记.txt").write_text("x", encoding="utf-8")
    assert not is_free(tmp_path / "a")
    with pytest.raises(FileExistsError):
        found(tmp_path / "a", {"library.yaml": b""})
    assert not is_free(tmp_path / "a" / "笔记.txt")


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, count = files.put, iter(range(9))

    def full(path: Path, data: bytes) -> None:
        if next(count) == 2:
            raise OSError(errno.ENOSPC, "full", str(path))
        real(path, data)

    monkeypatch.setattr(files, "put", full)
    with pytest.raises(OSError, match="full"):
        found(tmp_path / "new" / "a", {f"{n}.yaml": b"" for n in "abcd"})
    assert list(tmp_path.iterdir()) == []


def test_the_settings_are_written_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setattr(files, "put", lambda path, data: order.append(path.name))
    found(tmp_path / "a", {"library.yaml": b"", "a.yaml": b"", "z.yaml": b""})
    assert order == ["a.yaml", "z.yaml", "library.yaml"]


def test_names_are_parted_as_people_type_them() -> None:
    assert split("甲县，乙区、丙市 丁区\n戊县", blanks=True) == (
        "甲县",
        "乙区",
        "丙市",
        "丁区",
        "戊县",
    )
    assert split("C919 大飞机，低空") == ("C919 大飞机", "低空")


@pytest.mark.parametrize(
    ("region", "counties", "own", "codes"),
    [
        ("临海市", ("甲县",), ("低空",), []),
        (" ", (), (), ["library.start.region_empty"]),
        ("临海市", ("甲县", "乙区", "甲县"), (), ["library.start.twice"]),
        ("临海市", (), ("铝",), ["library.start.twice"]),
        ("长" * 121, (), (), ["library.start.long"]),
        ("临\u200b海市", (), (), ["library.start.unseen"]),
    ],
)
def test_names_that_cannot_stay(
    region: str, counties: tuple[str, ...], own: tuple[str, ...], codes: list[str]
) -> None:
    assert [t.code for t in troubles(region, counties, own, taken=("铝",))] == codes


def test_the_first_enterprise_goes_into_the_file_that_is_there(tmp_path: Path) -> None:
    before = founded(tmp_path / "a", ("pc-nylon",)).atlas
    firm = {
        "name": "试验化工有限公司",
        "county": "甲县",
        "chains": ["pc-nylon"],
        "capacities": [{"product": "bpa", "status": "operating"}],
    }
    after = edited(before, [Draft("enterprise", "e001", firm)])
    old = read_folder(tmp_path / "a")
    new = rewritten(old, before, after)
    assert list(new) == ["enterprises.yaml"]
    assert new["enterprises.yaml"].startswith(old["enterprises.yaml"].rstrip())
    again = load_files({**old, **new})
    assert again.count(Severity.ERROR) == 0
    assert again.atlas.enterprises == after.enterprises
