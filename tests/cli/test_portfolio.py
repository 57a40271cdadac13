"""``portfolio``: the choice under quotas, its explanations, and every wrong question in Chinese."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from liantu.library.importing.tables import tables_of
from tests.cli.test_commands import Out, call
from tests.helpers.folders import write

PROJECTS = """\
format: 1
projects:
  P1:
    name: 甲项目
    status: planned
    county: 甲县
    investment: {text: 5亿元, amount: 5, unit: 亿元}
    phases: [{status: planned, product: phenol, amount: 30, unit: 万吨/年}]
  P2:
    name: 乙项目
    status: planned
    investment: {text: 2亿元, amount: 2, unit: 亿元}
    phases: [{status: planned, product: phenol, amount: 3, unit: 万吨/年}]
  P3:
    name: 丙项目
    status: planned
    owner: 丙公司
    investment: {text: 中央补助610万元, amount: 610, unit: 万元}
    phases: [{status: planned, product: phenol, amount: 30, unit: 万吨/年}]
  P4: {name: 丁项目, status: stopped}
"""


def shipped(capsys: Out, *more: str) -> tuple[int, dict[str, object]]:
    code, out, _ = call(capsys, "portfolio", "--json", *more)
    return code, json.loads(out)


def test_a_hundred_yi_among_the_shipped_projects(capsys: Out) -> None:
    code, found = shipped(capsys, "--budget", "capital=100")
    assert code == 0 and found["gap"] == 0.0
    assert found["chosen"] == ["P067", "P097", "P106", "P107", "P206"]
    assert found["used"] == {"capital": pytest.approx(55.72753)}
    assert found["left"] == {"capital": pytest.approx(44.27247)}
    projects = {one["id"]: one for one in found["projects"]}  # type: ignore[attr-defined]
    assert projects["P060"]["block"] == "too_large" and projects["P060"]["short"] == {
        "capital": 137
    }
    assert projects["P067"]["regret"] == pytest.approx(14.68, abs=0.01)
    assert projects["P034"]["why"].endswith("须放弃“全透明太阳能发电玻璃项目”，少 14.7 分")
    asked = {one["id"]: one for one in found["missing"]}  # type: ignore[attr-defined]
    assert asked["P098"]["said"] == "投资额“3700万美元”" and asked["P098"]["figures"] == ["capital"]
    assert len(found["swings"]) == 2 and found["front"]["against"] == "capital"  # type: ignore[arg-type,index]


def test_wishes_rules_and_the_other_front(capsys: Out) -> None:
    code, found = shipped(
        capsys,
        *("--budget", "资金=60", "--goals", "--must", "P034,P097", "--never", "P107"),
        *("--exclude", "P097+P206", "--requires", "P106>P097"),
    )
    assert code == 0 and found["front"]["against"] == "goals"  # type: ignore[index]
    assert found["chosen"] == ["P034", "P097", "P106"]
    why = {one["id"]: one["why"] for one in found["projects"]}  # type: ignore[attr-defined]
    assert why["P107"].startswith("已设为不选")
    assert why["P206"].startswith("不能与已选的“聊城东染化工")


def folder(path: Path) -> str:
    return str(write(path, {"projects.yaml": PROJECTS}))


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ((), "没有给出任何一项总额：不受限制"),
        (("--budget", "capital=-1"), "要写 0 到 1000000000 的数"),
        (("--budget", "capital=much"), "--budget 的值“much”不对"),
        (("--budget", "water=1"), "要写成“名称=数量”"),
        (("--budget", "capital=1", "--must", "P9"), "没有叫“P9”的项目"),
        (("--budget", "capital=9", "--exclude", "P1"), "至少两个不同的编号"),
        (("--budget", "capital=9", "--requires", "P1"), "要写成 A>B"),
        (("--budget", "capital=9", "--chain", "x"), "x"),
        (("--budget", "capital=9", "--out", "a.txt"), ".pdf"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(
    capsys: Out, tmp_path: Path, more: tuple[str, ...], words: str
) -> None:
    code, _, err = call(capsys, "portfolio", folder(tmp_path), *more)
    assert code == 2 and words in err


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--must", "P1", "--never", "P1"), "“甲项目”又是必选、又是不选，请去掉一边。"),
        (("--requires", "P1>P2", "--requires", "P2>P1"), "互为前置，谁也不能先上"),
        (("--must", "P3"), "必选的“丙项目”缺数字，不知要占多少；请先填上。"),
        (("--must", "P1,P2", "--exclude", "P1+P2"), "不能同时上，却都设为必选"),
        (("--must", "P1,P2"), "资金总额 4 亿元不够：必选的和少不了的至少要 7 亿元，还差 3 亿元。"),
    ],
)
def test_a_question_without_an_answer_says_why(
    capsys: Out, tmp_path: Path, more: tuple[str, ...], words: str
) -> None:
    code, out, _ = call(capsys, "portfolio", folder(tmp_path), "--budget", "capital=4", *more)
    assert code == 2 and words in out.splitlines()[0]


def test_a_subsidy_is_no_investment_and_what_was_filled_in_counts(
    capsys: Out, tmp_path: Path
) -> None:
    data = folder(tmp_path)
    call_ = ("portfolio", data, "--json", "--budget", "capital=100")
    _, out, _ = call(capsys, *call_)
    (asked,) = json.loads(out)["missing"]
    assert asked["id"] == "P3" and asked["said"] == "投资额“中央补助610万元”"
    sheet = tmp_path / "填.csv"
    sheet.write_text(
        "编号,项目名称,投资额（亿元）,用地\nP3,丙项目,1.5,30公顷\nP1,甲项目,,\n", "utf-8"
    )
    _, out, _ = call(capsys, *call_, "--fill", str(sheet))
    found = json.loads(out)
    assert found["missing"] == []
    needs = {one["id"]: one["needs"] for one in found["projects"]}
    assert needs["P3"] == {"capital": 1.5, "land": 450.0, "energy": None, "emission": None}
    assert needs["P1"]["capital"] == 5.0


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("编号,备注\nP1,x\n", "没有找到表头"),
        ("编号,投资额\nP9,3\n", "第 2 行：没有编号为 P9 的项目"),
        ("编号,投资额\nP1,三亿\n", "第 2 行：投资额“三亿”不是能换算成亿元的数"),
        ("编号,投资额\nP1,3万美元\n", "不是能换算成亿元的数"),
    ],
)
def test_a_bad_sheet_is_refused_with_its_row(
    capsys: Out, tmp_path: Path, rows: str, words: str
) -> None:
    sheet = tmp_path / "填.csv"
    sheet.write_text(rows, "utf-8")
    code, _, err = call(
        capsys, "portfolio", folder(tmp_path), "--budget", "capital=9", "--fill", str(sheet)
    )
    assert code == 2 and words in err


def test_the_sheet_that_asks_comes_back_through_fill(capsys: Out, tmp_path: Path) -> None:
    data, out = folder(tmp_path), tmp_path / "统筹.xlsx"
    code, _, _ = call(capsys, "portfolio", data, "--budget", "capital=9", "--out", str(out))
    assert code == 0
    (table,) = [t for t in tables_of(out.read_bytes(), "x") if t.name == "缺数字的项目"]
    heads = next(row for row in table.rows if "编号" in row)
    assert {"用地（亩）", "投资额（亿元）", "能耗（万吨标准煤）", "污染物排放（吨）"} <= set(heads)
    code, _, err = call(capsys, "portfolio", data, "--budget", "capital=9", "--fill", str(out))
    assert code == 0, err


@pytest.mark.parametrize("suffix", ["pdf", "docx"])
def test_papers_are_written(capsys: Out, tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"统筹.{suffix}"
    args = ("portfolio", folder(tmp_path), "--budget", "capital=9", "--out", str(out))
    code, _, _ = call(capsys, *args)
    assert code == 0 and out.stat().st_size > 5000


def test_the_text_lists_the_front_where_asked(capsys: Out, tmp_path: Path) -> None:
    args = ("portfolio", folder(tmp_path), "--budget", "capital=9")
    _, out, _ = call(capsys, *args)
    _, more, _ = call(capsys, *args, "--front")
    assert len(more.splitlines()) > len(out.splitlines())
    assert "已终止" not in out and "不参加选择的：终止 1 个。" in out


def test_the_filled_sheet_is_taken_in_by_import_too(capsys: Out, tmp_path: Path) -> None:
    data, out = folder(tmp_path / "d"), tmp_path / "统筹.xlsx"
    call(capsys, "portfolio", data, "--budget", "capital=9", "--out", str(out))
    (table,) = [t for t in tables_of(out.read_bytes(), "x") if t.name == "缺数字的项目"]
    rows = [[str(cell or "") for cell in row] for row in table.rows]
    at = next(at for at, row in enumerate(rows) if "编号" in row)
    rows[at + 1][rows[at].index("投资额（亿元）")] = "1.5亿元"
    rows[at + 1][rows[at].index("依据")] = "日报"
    sheet = tmp_path / "填.csv"
    sheet.write_text("\n".join(",".join(row) for row in rows[at:]), "utf-8")
    code, told, err = call(
        capsys, "import", str(sheet), "--folder", data, "--as", "projects", "--dry-run"
    )
    assert code == 0, (told, err)
    assert "1.5亿元" in told, (told, err)
