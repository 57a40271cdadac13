"""The ledgers in words: no share without what it is taken of, and by which date."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.library.fields.record_fields import READERS
from liantu.model.ledgers import Progress
from liantu.model.target import Target
from liantu.telling import work
from liantu.telling.dossiers.describe import describe
from liantu.telling.line import Dossier, Part
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.telling.work_month import rate, summary
from tests.helpers.ledgers import atlas, ledgers_at, task
from tests.helpers.readings import reading, shipped_at

CITY = Scope(city=True)


@pytest.mark.parametrize(
    ("status", "more", "state", "term"),
    [
        ("todo", {"due": "2022-12-19"}, "逾期", "逾期 12 天"),
        ("doing", {"due": "2022-12-31"}, "当日到期", "当日到期"),
        ("doing", {"due": "2023-01-03"}, "在办", "还剩 3 天"),
        ("todo", {}, "待办", "未定期限"),
        ("held", {}, "挂起", "挂起"),
        ("held", {"due": "2022-12-01"}, "挂起", "挂起，过期限 30 天"),
        ("done", {"done": "2022-12-08"}, "办结", "2022-12-08 办结"),
        (
            "done",
            {"done": "2022-12-08", "due": "2022-12-01"},
            "办结",
            "2022-12-08 办结，超期 7 天",
        ),
        ("done", {"done": "2022-12", "due": "2022"}, "办结", "2022-12 办结"),
        ("done", {}, "办结", "办结日期不详"),
        ("done", {"done": "2023-01", "due": "2023-01-02"}, "在办", "还剩 2 天"),
        ("todo", {"raised": "2023-01-01"}, "口径日期后", "口径日期后提出"),
    ],
)
def test_how_a_matter_stands(status: str, more: dict[str, str], state: str, term: str) -> None:
    found = task(Progress(status), **more)
    assert (work.state(found, "2022-12-31"), work.term(found, "2022-12-31")) == (state, term)


def test_the_summary_says_against_what_it_counts() -> None:
    found = summary(ledgers_at())
    assert found is not None
    told = "".join(found.sentences)
    assert "月初结转 7 件，本月新增 7 件，在手共 14 件；本月办结 3 件，办结率 21%（3/14，" in told
    assert "本月到期 7 件，按期办结 2 件，按期办结率 29%（2/7，" in told
    assert "逾期 4 件，挂起 1 件" in told
    assert "有 3 件没有提出日期" in told
    assert "另有 1 件写明办结而办结月份不详" in told
    assert [groups.by for groups in found.groups] == ["ledger", "chain", "department"]
    names = [name for name, _ in found.groups[0].rows]
    assert names == ["诉求", "产能退出", "问题", "对接后续"]


def test_a_summary_within_a_month_says_until_when() -> None:
    found = summary(ledgers_at("2022-12-20"))
    assert found is not None
    assert found.sentences[0] == "2022年12月台账办理情况，截至2022年12月20日。"
    whole = summary(ledgers_at("2022-12-20"), "2022-11")
    assert whole is not None
    assert whole.sentences[0] == "2022年11月台账办理情况。"


def test_a_summary_of_a_chain_counts_its_own_matters() -> None:
    found = summary(ledgers_at(), chain="cu")
    assert found is not None
    assert (found.whole.on_hand, rate(found.whole)) == (3, "33%（1/3）")
    assert [groups.by for groups in found.groups] == ["ledger", "department"]


def test_without_records_nothing_is_told() -> None:
    assert summary(shipped_at()) is None
    assert summary(ledgers_at(), chain="ejiao") is None
    for id_ in ("requests", "findings", "visits", "meetings", "assignments", "policy_matches"):
        assert find(id_).rows(shipped_at(), CITY) == []
        assert find(id_).remarked(shipped_at(), CITY) == ""
        assert find(id_).missed(shipped_at(), CITY).startswith("没有记录")


def test_the_list_says_by_which_date_and_whose_the_matters_are() -> None:
    told = find("requests").remarked(ledgers_at("2022-12-20"), CITY)
    assert told.startswith("到期与逾期按 2022年12月20日 计算：逾期 1 件，挂起 1 件，办结 3 件。")
    assert "另有 2 件在此之后提出" in told
    assert "未办结事项的责任部门：试验规划局 1、试验能源局 1、" in told
    assert find("requests").remarked(ledgers_at(), Scope(chains=("ejiao",))) == ""


def test_a_chain_lists_its_own_and_the_city_those_of_none() -> None:
    rows = find("requests").rows(ledgers_at(), Scope(chains=("pc-nylon",)))
    assert {row.task.id for row in rows} == {"Q1", "Q2", "Q7", "Q9", "Q11"}
    assert len(find("requests").rows(ledgers_at(), CITY)) == 11


def test_what_is_not_known_is_not_a_number() -> None:
    exits = find("exits")
    rows = {row.task.id: row for row in exits.rows(ledgers_at(), CITY)}
    assert exits.column("exit_amount").text(rows["X2"]) == "不详"
    assert exits.column("exit_amount").text(rows["X1"]) == "3 万吨/年"
    done = next(r for r in find("requests").rows(ledgers_at(), CITY) if r.task.id == "Q3")
    assert find("requests").column("days_left").amount(done) is None


def test_policies_of_support_stand_beside_the_rules() -> None:
    item = find("policies")
    rows = item.rows(ledgers_at(), CITY)
    assert [row.id for row in rows[:4]] == ["Z1", "Z2", "Z3", "Z4"]
    assert len(rows) == 4 + len(item.rows(shipped_at(), CITY))
    assert rows[2].since == "不详 至 2022-06-30，已过有效期"
    some = item.rows(ledgers_at(), Scope(chains=("cu",)))
    assert [row.id for row in some if row.id.startswith("Z")] == ["Z1", "Z2", "Z4"]


def test_a_match_gives_its_reasons_and_what_is_lacking() -> None:
    item = find("policy_matches")
    rows = {item.key(row): row for row in item.rows(ledgers_at(), CITY)}
    told = {id_: item.column(id_).text(rows["Z2 luxi"]) for id_ in ("state", "lacking", "fit_why")}
    assert told["state"] == "可能符合"
    assert told["lacking"] == "缺：其他条件"
    assert told["fit_why"] == (
        "县市区：在高新区；产品：在产双酚A；其他条件：当年新增贷款（须人工核对）"
    )
    assert item.column("officer").text(rows["Z2 luxi"]) == "试验工信局 化工科"
    assert not [key for key in rows if key.startswith("Z3")]


def test_an_officer_whose_time_is_over_is_not_named() -> None:
    city = atlas()
    policy = replace(city.policies["Z1"], honours=(), chains=("cu",))
    found = reading(replace(city, policies={"Z1": policy}), "2022-12-31")
    item = find("policy_matches")
    row = next(r for r in item.rows(found, CITY) if r.match.enterprise.id == "xiangguang")
    assert item.column("officer").text(row) == "—"


def told(dossier: Dossier, part: str) -> Part:
    return next(one for one in dossier.parts if one.id == part)


def test_a_thing_tells_what_the_ledgers_hold_of_it() -> None:
    firm = describe(ledgers_at(), Target("enterprise", "luxi"), "pc-nylon")
    matters = told(firm, "ui.part.work")
    assert matters.gist == "未办结 5 件，逾期 4 件"
    assert matters.lines[0].words == "助企专员：试验工信局 · 化工科"
    assert (matters.lines[1].words, matters.lines[1].figure) == (
        "试验诉求一：扩建用地指标",
        "逾期 92 天",
    )
    assert "试验诉求九：道路限行" not in [line.words for line in matters.lines]
    (policy,) = told(firm, "ui.part.policies").lines
    assert (policy.words, policy.figure) == ("试验政策二：双酚A用户贴息", "可能符合")
    product = describe(ledgers_at(), Target("product", "bpa"), "pc-nylon")
    assert told(product, "ui.part.work").gist == "未办结 1 件，逾期 1 件"
    chain = describe(ledgers_at(), None, "cu")
    assert told(chain, "ui.part.work").gist == "未办结 2 件"


def test_without_ledgers_a_thing_tells_of_none() -> None:
    for target in (Target("enterprise", "luxi"), Target("product", "bpa"), None):
        ids = {part.id for part in describe(shipped_at(), target, "cu").parts}
        assert not ids & {"ui.part.work", "ui.part.policies"}


@pytest.mark.parametrize(
    "id_", ["requests", "findings", "meetings", "exits", "visits", "assignments"]
)
def test_what_a_cell_changes_is_a_field_of_the_record(id_: str) -> None:
    item = find(id_)
    changed = {column.edit for column in item.columns if column.edit}
    assert changed
    assert changed <= READERS[item.kind].by_key.keys()
