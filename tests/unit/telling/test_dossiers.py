"""Every product, enterprise and chain of the shipped data can be described, honestly."""

from __future__ import annotations

import pytest

from liantu.model import Basis
from liantu.telling.dossiers.chain import chain_dossier
from liantu.telling.dossiers.enterprise import enterprise_dossier
from liantu.telling.dossiers.product import product_dossier
from liantu.telling.filenames import safe
from liantu.telling.line import Dossier, Line
from liantu.telling.relations import cluster_lines
from liantu.telling.trust import trust_line
from liantu.telling.why.reasons import reasons
from tests.helpers.readings import shipped_at


def lines(dossier: Dossier) -> list[Line]:
    return [line for part in dossier.parts for line in part.lines]


def test_every_thing_has_a_dossier() -> None:
    space = shipped_at()
    for product in space.atlas.products:
        assert lines(product_dossier(space, product))
    for firm in space.atlas.enterprises:
        assert lines(enterprise_dossier(space, firm))
    for chain in space.atlas.chains:
        assert lines(chain_dossier(space, chain))


def test_estimates_and_inferences_are_marked() -> None:
    space = shipped_at()
    found = lines(product_dossier(space, "bpa"))
    phenol = next(line for line in found if line.words == "苯酚")
    assert phenol.doubt
    assert phenol.figure == "0.85 t/t"
    acetone = next(line for line in found if line.words == "丙酮")
    assert not acetone.doubt


def test_equations_are_spelt_with_names() -> None:
    space = shipped_at()
    found = lines(product_dossier(space, "bpa"))
    assert any("2 苯酚 + 丙酮 = 双酚A + H2O" in line.words for line in found)


def test_planned_capacity_is_shown_apart() -> None:
    space = shipped_at()
    found = lines(product_dossier(space, "bpa"))
    assert any("在产" in line.figure and "20" in line.figure for line in found)
    assert any("规划" in line.figure and "100" in line.figure for line in found)


def test_mirror_sources_are_never_linked() -> None:
    space = shipped_at()
    mirrors = {s.url for s in space.atlas.sources.values() if s.mirror and s.url}
    assert mirrors
    for firm in space.atlas.enterprises:
        for line in lines(enterprise_dossier(space, firm)):
            assert not any(url in line.remark for url in mirrors)


def test_the_trust_line_counts_what_is_unknown() -> None:
    atlas = shipped_at().atlas
    capacities = [c for e in atlas.enterprises.values() for c in e.capacities]
    unknown = 100 * sum(c.amount is None for c in capacities) / len(capacities)
    flows = [f for p in atlas.products.values() for r in p.routes for f in r.inputs + r.byproducts]
    guessed = 100 * sum(f.basis is Basis.ESTIMATE for f in flows) / len(flows)
    assert f"产能不详 {unknown:.0f}%" in trust_line(atlas)
    assert f"单耗估算 {guessed:.0f}%" in trust_line(atlas)


def test_a_contested_capacity_is_marked_on_both_sides() -> None:
    space = shipped_at()
    makers = lines(product_dossier(space, "pc"))
    (told,) = [line for line in makers if "说法不一" in line.remark]
    assert told.doubt
    assert told.figure.endswith("30 万吨/年")
    assert "尚未投产" not in told.remark
    firm = lines(enterprise_dossier(space, "luxi"))
    assert sum("说法不一" in line.remark for line in firm) == 1
    why = [r.text for r in reasons(space, "pc")]
    assert any("另有来源称" in line for line in why)


def part(dossier: Dossier, title: str) -> list[Line]:
    return [line for one in dossier.parts if one.title == title for line in one.lines]


def test_a_product_begins_with_the_answer_and_the_judgement() -> None:
    space = shipped_at("2022-12-31")
    found = product_dossier(space, "alsheet", "al")
    assert found.conclusion.startswith("铝板带(冷轧)：疑似断链（断链连通）。")
    told = {line.words: line for line in part(found, "为什么")}
    assert told["本地情况"].figure == "未见记录 · 疑似"
    assert told["对策"].figure == "补链·断链连通"
    assert told["铝关键环节"].remark.endswith("（推断）")
    assert told["主材、部件在本地"].figure == "100%"
    assert told["幕墙铝单板在用"].figure == "主材 100%"


def test_inputs_tell_their_role() -> None:
    space = shipped_at("2022-12-31")
    lines_ = part(product_dossier(space, "ring"), "路线")
    assert lines_[0].words == "工艺路线：热处理-磨削-超精"
    roles = {line.words: line.remark for line in lines_}
    assert roles["车件套圈"].startswith("主材 100%")
    assert roles["砂轮/普通磨具"].startswith("辅料（关键）")


def test_a_chain_tells_key_links_and_keeps_strict_closure_last() -> None:
    space = shipped_at("2022-12-31")
    found = chain_dossier(space, "pc-nylon")
    keys = {line.words: line.figure for line in part(found, "关键环节")}
    assert keys["双酚A"] == "在产"
    assert keys["苯酚"] == "未见记录"
    numbers = [line.words for line in part(found, "完整度")]
    assert numbers[0].startswith("关键环节 12：")
    assert "严格闭合" in numbers
    assert "“未见记录”不等于没有" in numbers[-1]


def test_clusters_tell_their_titles() -> None:
    found = cluster_lines(shipped_at().atlas.clusters.values(), "2022-12-31")
    assert any("省级特色产业集群（2022年）" in line.remark for line in found)


@pytest.mark.parametrize(
    ("name", "file"),
    [("a/b:c", "a_b_c"), ("con", "_con"), ("聊城 ", "聊城"), ("..", "_"), ("x" * 200, "x" * 80)],
)
def test_file_names_are_safe_everywhere(name: str, file: str) -> None:
    assert safe(name) == file


def test_an_enterprise_is_shown_in_the_chain_that_it_names_first() -> None:
    space = shipped_at()
    assert space.atlas.enterprises["luxi"].chains[0] == "pc-nylon"
    assert space.chain_of_enterprise("luxi", "chem") == "chem"
    assert space.chain_of_enterprise("luxi", "brg") == "pc-nylon"
    assert space.chain_of_enterprise("nobody", "brg") == ""


def test_a_gap_answers_who_makes_it_who_needs_it_and_where_before_anything_else() -> None:
    found = product_dossier(shipped_at("2022-12-31"), "phenol", "pc-nylon")
    assert [m.letter for m in found.marks] == ["购"]
    assert found.marks[0].hollow
    opened = [one.title for one in found.parts if not one.folded]
    assert opened == ["谁做", "谁用（本地）  1", "在哪些链  3"]
    assert [line.words for line in part(found, "谁做")] == ["本地未见记录"]
    user, others = part(found, "谁用（本地）  1")
    assert (user.words, user.figure, user.mark and user.mark.letter) == (
        "双酚A · 鲁西集团",
        "17 万吨",
        "产",
    )
    assert others.words.startswith("另有 5 个本地未见的下游：")
    assert {line.chain for line in part(found, "在哪些链  3")} == {"pc-nylon", "rubber", "pharma"}


def test_folding_loses_nothing_because_every_head_tells_the_answer() -> None:
    found = product_dossier(shipped_at("2022-12-31"), "phenol", "pc-nylon")
    gists = {one.title: one.gist for one in found.parts if one.folded}
    assert gists == {
        "为什么": "补链榜 58 分 · 全市第 5 · 待核实",
        "供需": "年需 17 万吨 · 未见记录",
        "路线": "1 条 · 异丙苯氧化-分解",
        "企业": "未见在产 · 可先问用户 鲁西集团",
        "项目": "未见在建、规划项目",
        "断供": "市外断供：牵连 2 个环节、1 家企业（推定 2）",
        "来源": "1 条",
        "简介": "异丙苯氧化分解所得酚",
    }


def test_what_is_unknown_is_never_zero_in_a_head() -> None:
    space = shipped_at("2022-12-31")
    for product in space.atlas.products:
        found = {one.id: one.gist for one in product_dossier(space, product).parts}
        assert " 0 " not in found["ui.part.sums"]
        assert "在产 0" not in found["ui.part.makers"]


def test_an_enterprise_keeps_to_the_date() -> None:
    found = enterprise_dossier(shipped_at("2022-10-26"), "luxi")
    assert found.conclusion.startswith("鲁西集团：2022-10-26 在产 28 个环节")
    told: dict[str, list[Line]] = {}
    for line in part(found, "产品与产能"):
        if line.head:
            head = line.words
        told.setdefault(head, []).append(line)
    later = [line for line in told["口径日期以后"] if not line.head]
    assert ("己内酰胺", "起于 2024-04-02 · 30 万吨/年") in [(r.words, r.figure) for r in later]
    ended = [line for line in told["口径日期以前已止"] if not line.head]
    assert ("聚碳酸酯", "止于 2018-11 · 6.5 万吨/年") in [(r.words, r.figure) for r in ended]
    assert all(line.faded for line in (*later, *ended))
    assert not any(line.faded for line in told["2022-10-26 在产"])
    assert all("在产" in line.figure for line in told["2022-10-26 在产"][1:])


def test_what_is_told_of_a_project_only_later_is_faded() -> None:
    rows = part(enterprise_dossier(shipped_at("2022-10-26"), "luxi"), "项目")
    faded = {row.words: row.faded for row in rows}
    assert faded["中化聚碳酸酯销售(聊城)有限公司合资"]
    assert not faded["聚碳酸酯绿色循环一体化项目"]


def test_the_chains_of_an_enterprise_stand_among_the_first_three_parts() -> None:
    found = enterprise_dossier(shipped_at("2022-12-31"), "luxi")
    assert [one.id for one in found.parts[:3]] == [
        "ui.part.does",
        "ui.part.chains",
        "ui.part.deals",
    ]
    assert len(found.parts[1].lines) == 9
    assert len(found.parts[0].lines) <= 17


def test_a_chain_begins_with_its_judgement_and_the_first_three_things() -> None:
    found = chain_dossier(shipped_at("2022-12-31"), "pc-nylon")
    assert found.conclusion.startswith("聚碳酸酯·尼龙：中段成型，两头在外。")
    section = chain_dossier(shipped_at("2022-12-31"), "pc-nylon", "pc")
    assert "关键环节" in section.conclusion
    assert "两头在外" not in section.conclusion
    jobs = found.parts[0]
    assert jobs.title == "先办三件事"
    assert jobs.lines[0].words == "环己酮"
    assert len(jobs.lines) == 3
