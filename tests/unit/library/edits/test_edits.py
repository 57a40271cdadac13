"""Every verb of editing on a small folder as a planner would write it."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu.library import load
from liantu.library.editing import Draft, RefusedError
from liantu.library.edits import chains, figures, firms, products, removing, things
from liantu.library.edits.products import Link, NewProduct
from liantu.library.plain import plain
from liantu.model import Atlas, Role, Status
from tests.helpers.folders import write

MORE = """\
format: 1
projects:
  P001:
    name: 双酚A扩建
    status: building
    enterprise: plant
    phases: [{status: building, product: bpa}]
supplies:
  S001: {claim: 双酚A, mode: direct, product: bpa, supplier: plant, customer_name: 某厂}
"""
PER_TON = {"per_unit": "0.9", "unit": "t", "basis": "estimate"}


@pytest.fixture
def atlas(tmp_path: Path) -> Atlas:
    loaded = load(write(tmp_path / "资料", {"projects.yaml": MORE}))
    assert [str(i.place) for i in loaded.issues if i.severity == "error"] == []
    return loaded.atlas


def inputs(atlas: Atlas, product: str) -> dict[str, float]:
    return {i.product: i.per_unit for r in atlas.products[product].routes for i in r.inputs}


def new_resin(**more: object) -> NewProduct:
    return NewProduct(
        id="pc",
        values={"name": "聚碳酸酯", "unit": "万吨/年"},
        chain="resin",
        stage="down",
        **more,  # type: ignore[arg-type]
    )


def test_a_product_between_two_is_joined_to_both(atlas: Atlas) -> None:
    link = (Link("phenol", PER_TON),), (Link("bpa", {**PER_TON, "per_unit": "0.2"}),)
    edit = products.make_product(atlas, new_resin(group="树脂", takes=link[0], gives=link[1]))
    found = edit.change(atlas)
    assert edit.label == "新增环节：聚碳酸酯（苯酚 与 双酚A 之间）"
    assert found.products["pc"].home == "resin"
    assert inputs(found, "pc") == {"phenol": 0.9}
    assert found.products["pc"].routes[0].name == "苯酚法"
    assert inputs(found, "bpa") == {"phenol": 0.85, "acetone": 0.265, "pc": 0.2}
    down = [m.product for m in found.chains["resin"].members() if m.stage == "down"]
    assert down == ["bpa", "pc"]
    assert [(g.stage, g.name, g.products) for g in found.chains["resin"].groups] == [
        ("down", "树脂", ("pc",))
    ]
    assert "pc" not in atlas.products


def test_what_goes_through_the_new_one_no_longer_goes_past_it(atlas: Atlas) -> None:
    gives = (Link("bpa", PER_TON),)
    new = new_resin(takes=(Link("phenol", PER_TON),), gives=gives, instead=("phenol",))
    assert inputs(products.make_product(atlas, new).change(atlas), "bpa") == {
        "acetone": 0.265,
        "pc": 0.9,
    }


def test_an_input_is_added_told_anew_and_taken_away(atlas: Atlas) -> None:
    edit = products.add_input(atlas, "phenol", Link("acetone", PER_TON))
    assert edit.label == "苯酚 · 新增投入：丙酮"
    found = edit.change(atlas)
    assert inputs(found, "phenol") == {"acetone": 0.9}
    again = products.add_input(found, "phenol", Link("acetone", {**PER_TON, "per_unit": "0.5"}))
    assert again.label == "苯酚 · 修改投入：丙酮"
    assert inputs(again.change(found), "phenol") == {"acetone": 0.5}
    away = products.remove_input(atlas, "bpa", "acetone")
    assert inputs(away.change(atlas), "bpa") == {"phenol": 0.85}
    with pytest.raises(RefusedError):
        products.remove_input(atlas, "bpa", "bpa").change(atlas)


def test_a_role_is_set_and_left_to_the_mass_again(atlas: Atlas) -> None:
    edit = products.set_role(atlas, "bpa", "acetone", "aux", key=True, reason="决定收率")
    assert edit.label == "双酚A · 丙酮 定为辅料"
    found = edit.change(atlas)
    flow = next(i for i in found.products["bpa"].routes[0].inputs if i.product == "acetone")
    assert (flow.role, flow.key, flow.reason, flow.sources) == (
        Role.AUX,
        True,
        "决定收率",
        ("daily",),
    )
    part = products.set_role(found, "bpa", "acetone", "part").change(found)
    flow = next(i for i in part.products["bpa"].routes[0].inputs if i.product == "acetone")
    assert (flow.role, flow.key, flow.reason) == (Role.PART, True, "决定收率")
    back = products.set_role(found, "bpa", "acetone", key=False, reason="").change(found)
    flow = next(i for i in back.products["bpa"].routes[0].inputs if i.product == "acetone")
    assert (flow.role, flow.key, flow.reason) == (None, False, "")


@pytest.mark.parametrize("flag", products.FLAGS)
def test_what_the_office_holds_of_a_product(flag: str, atlas: Atlas) -> None:
    found = products.set_flag(atlas, "phenol", flag, True).change(atlas)
    assert getattr(found.products["phenol"], flag) is True
    back = products.set_flag(found, "phenol", flag, False).change(found)
    assert back.products["phenol"] == atlas.products["phenol"]


def test_capacities_are_added_changed_and_taken_away(atlas: Atlas) -> None:
    before = plain(atlas, "enterprise", "plant")["capacities"][0]  # type: ignore[index]
    edit = firms.change_capacity(atlas, "plant", before, {**before, "amount": "40"})
    assert edit.label == "试验化工有限公司 · 双酚A 产能改为 40 万吨/年"
    found = edit.change(atlas)
    assert [c.amount for c in found.enterprises["plant"].capacities] == [40.0, None]
    with pytest.raises(RefusedError):
        edit.change(found)
    stopped = firms.change_capacity(atlas, "plant", before, {**before, "status": "stopped"})
    assert stopped.label == "试验化工有限公司 · 双酚A 改为停产"
    more = firms.add_capacity(atlas, "plant", {"product": "acetone", "status": "operating"})
    assert more.label == "试验化工有限公司 · 新增产能：丙酮 产能不详"
    assert more.change(atlas).enterprises["plant"].capacities[-1].amount is None
    away = firms.remove_capacity(atlas, "plant", before).change(atlas)
    assert [c.status for c in away.enterprises["plant"].capacities] == [Status.PLANNED]


def test_a_capacity_that_the_reader_would_refuse_is_refused(atlas: Atlas) -> None:
    edit = firms.add_capacity(
        atlas, "plant", {"product": "acetone", "status": "operating", "amount": "两万"}
    )
    with pytest.raises(RefusedError) as caught:
        edit.change(atlas)
    fault = caught.value.faults[0]
    assert (fault.draft.kind, fault.draft.id, fault.path, fault.issue.code) == (
        "enterprise",
        "plant",
        ("capacities", 2, "amount"),
        "library.want_number",
    )


def test_a_product_is_moved_to_another_group_and_stage(atlas: Atlas) -> None:
    edit = chains.move_to_group(atlas, "resin", "acetone", "down", "酮类")
    assert edit.label == "丙酮 移到“酮类”"
    found = edit.change(atlas).chains["resin"]
    assert [(m.product, m.stage) for m in found.members()] == [
        ("phenol", "up"),
        ("bpa", "down"),
        ("acetone", "down"),
    ]
    assert [g.products for g in found.groups] == [("acetone",)]
    auto = chains.move_to_group(atlas, "resin", "acetone", "down")
    assert auto.label == "丙酮 移到“下游 树脂”，细分环节自动归并"
    assert auto.change(edit.change(atlas)).chains["resin"].groups == ()


def test_key_links_and_leads(atlas: Atlas) -> None:
    edit = chains.set_key(atlas, "resin", "bpa", kind="卡点", why="全靠外购")
    assert edit.label == "树脂产业链：双酚A 设为关键环节"
    found = edit.change(atlas)
    link = found.chains["resin"].key[0]
    assert (link.product, link.kind, link.why, link.inferred) == ("bpa", "卡点", "全靠外购", False)
    kept = chains.set_key(found, "resin", "bpa", why="年需 17 万吨").change(found)
    assert kept.chains["resin"].key[0].kind == "卡点"
    assert chains.set_key(found, "resin", "bpa", False).change(found).chains["resin"].key == ()
    led = firms.set_lead(atlas, "resin", "plant", False)
    assert led.label == "树脂产业链：试验化工有限公司 不再是链主"
    assert led.change(atlas).chains["resin"].leads == ()
    back = firms.set_lead(atlas, "resin", "plant").change(led.change(atlas))
    assert back.chains["resin"].leads == ("plant",)


def test_a_removed_product_leaves_nothing_that_leads_nowhere(atlas: Atlas) -> None:
    edit = removing.remove(chains.set_key(atlas, "resin", "bpa").change(atlas), "product", "bpa")
    assert edit.label == "删除环节：双酚A"
    found = edit.change(chains.set_key(atlas, "resin", "bpa").change(atlas))
    assert "bpa" not in found.products
    assert [m.product for m in found.chains["resin"].members()] == ["phenol", "acetone"]
    assert found.chains["resin"].key == ()
    firm = found.enterprises["plant"]
    assert [c.product for c in firm.capacities] == ["phenol"]
    assert [u.claim for u in firm.unmapped] == ["双酚A 20 万吨/年"]
    assert [p.product for p in found.projects["P001"].phases] == [""]
    assert found.supplies["S001"].product == ""


def test_a_removed_input_goes_out_of_the_routes(atlas: Atlas) -> None:
    found = removing.remove(atlas, "product", "acetone").change(atlas)
    assert inputs(found, "bpa") == {"phenol": 0.85}


def test_a_removed_firm_stays_by_name_where_others_tell_of_it(atlas: Atlas) -> None:
    found = removing.remove(atlas, "enterprise", "plant").change(atlas)
    assert found.enterprises == {}
    assert found.chains["resin"].leads == ()
    assert found.supplies["S001"].supplier_name == "试验化工有限公司"
    assert found.projects["P001"].owner == "试验化工有限公司"


def test_any_field_of_any_kind(atlas: Atlas) -> None:
    edit = things.change(atlas, "enterprise", "plant", {"county": "西县"})
    assert edit.label == "试验化工有限公司：县市区改为西县"
    found = edit.change(atlas)
    assert found.enterprises["plant"].county == "西县"
    both = things.change(atlas, "enterprise", "plant", {"short": "试验", "note": ""})
    assert both.label == "试验化工有限公司：修改简称、说明"
    named = things.change(atlas, "product", "bpa", {"name": "双酚A(聚碳级)"})
    assert named.label == "“双酚A”改名为“双酚A(聚碳级)”"
    bare = things.change(atlas, "product", "bpa", {"aka": []})
    assert bare.label == "双酚A：清空别名、曾用名"
    assert bare.change(atlas).products["bpa"].aka == ()


def test_what_was_changed_meanwhile_is_not_covered(atlas: Atlas) -> None:
    before = plain(atlas, "enterprise", "plant")
    edit = things.change(atlas, "enterprise", "plant", {"county": "西县"}, before=before)
    noted = things.set_note(atlas, "enterprise", "plant", "待走访").change(atlas)
    assert edit.change(noted).enterprises["plant"].note == "待走访"
    moved = things.change(atlas, "enterprise", "plant", {"county": "全市"}).change(atlas)
    with pytest.raises(RefusedError) as caught:
        edit.change(moved)
    assert caught.value.faults[0].path == ("county",)


def test_a_new_thing_brings_its_source(atlas: Atlas) -> None:
    source = Draft("source", "talk", {"title": "座谈会记录", "date": "2022-11"})
    values = {"name": "新厂", "county": "东县", "source": ["talk"]}
    edit = things.add("enterprise", "new", values, (source,))
    assert edit.label == "新增企业：新厂"
    found = edit.change(atlas)
    assert found.enterprises["new"].sources == ("talk",)
    assert found.sources["talk"].date == "2022-11"
    with pytest.raises(RefusedError):
        things.add("enterprise", "new", values).change(atlas)


def test_a_note_is_written(atlas: Atlas) -> None:
    edit = things.set_note(atlas, "enterprise", "plant", "待走访")
    assert (edit.label, edit.change(atlas).enterprises["plant"].note) == (
        "试验化工有限公司：写说明",
        "待走访",
    )


def test_what_is_gone_cannot_be_changed(atlas: Atlas) -> None:
    edit = things.set_note(atlas, "enterprise", "plant", "待走访")
    without = removing.remove(atlas, "enterprise", "plant").change(atlas)
    with pytest.raises(RefusedError) as caught:
        edit.change(without)
    assert caught.value.faults[0].issue.code == "edit.gone"


def test_a_figure_that_was_told_is_kept_with_who_said_it(atlas: Atlas) -> None:
    told = ("企业报告，李工", "2024-05-01")
    once = figures.tell_figure(atlas, "P001", "investment", 2.6, "亿元", *told)
    assert once.label == "填写“双酚A扩建”的计划总投资：2.6亿元"
    after = once.change(atlas)
    project = after.projects["P001"]
    assert project.investment is not None
    found = (project.investment.text, project.investment.amount, project.investment.unit)
    assert found == ("2.6亿元", 2.6, "亿元")
    assert project.note == "计划总投资2.6亿元：企业报告，李工（2024-05-01填）。"
    twice = figures.tell_figure(after, "P001", "energy", -0.25, "万吨标准煤", *told).change(after)
    assert twice.projects["P001"].energy is not None
    assert twice.projects["P001"].energy.amount == -0.25
    assert twice.projects["P001"].note.startswith("计划总投资2.6亿元：") and "能耗-0.25" in (
        twice.projects["P001"].note
    )
    with pytest.raises(RefusedError):
        figures.tell_figure(atlas, "P9", "land", 1, "亩", *told).change(atlas)


def test_what_projects_require_and_exclude_is_read_written_and_pruned(tmp_path: Path) -> None:
    more = MORE.replace(
        "    phases: [{status: building, product: bpa}]\n",
        "    phases: [{status: building, product: bpa}]\n    requires: [P002]\n"
        "    excludes: [P003]\n  P002: {name: 前置, status: planned}\n"
        "  P003: {name: 对手, status: planned}\n",
    )
    loaded = load(write(tmp_path / "资料", {"projects.yaml": more}))
    project = loaded.atlas.projects["P001"]
    assert (project.requires, project.excludes) == (("P002",), ("P003",))
    gone = removing.remove(loaded.atlas, "project", "P002").change(loaded.atlas)
    assert gone.projects["P001"].requires == () and "P002" not in gone.projects
