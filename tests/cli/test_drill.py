"""The command ``drill``: what stops, in sentences and as JSON; wrong names are told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from liantu.library.importing.tables import tables_of
from tests.cli.test_analysis_commands import Out, call

DAY = ("--date", "2022-12-31")


def test_the_shipped_case_is_told_the_answer_first(capsys: Out) -> None:
    asked = ("drill", "--stop", "汇隆", "--stock", "3", "--restore", "汇隆=50%@5", *DAY)
    code, out, _ = call(capsys, *asked)
    lines = out.splitlines()
    assert code == 0
    assert lines[0].startswith("未保存的情景：断供演练：汇隆停产、1 项措施")
    assert lines[1].startswith("汇隆停产：直接断料 3 个环节、2 家企业（中通客车·纯电动客车、")
    assert "可撑：3 天" in lines[1]
    assert lines[1].endswith("用量不详，只能判断结构")
    assert "备份·客车骨架：没有可靠的备份；可问：时风集团、财源机械、金帝股份" in lines
    assert any("恢复到" in line and line.startswith("\t5 天后") for line in lines)


def test_json_has_intervals_and_null_for_what_has_no_bound(capsys: Out) -> None:
    code, out, _ = call(capsys, "drill", "--stop", "huilong", "--json", "--days", "4", *DAY)
    found = json.loads(out)
    assert code == 0
    assert found["drill"]["shocks"][0]["id"] == "huilong"
    assert found["counts"]["direct"] == found["counts"]["total"] == 3
    hit = found["hits"][0]
    assert (hit["enterprise"], hit["product"], hit["step"]) == ("zhongtong", "bus12", 1)
    assert hit["days"] == {"low": 0.0, "high": None}
    assert hit["structural"]
    assert hit["path"][0]["supplier"]["enterprise"] == "huilong"
    assert [day["day"] for day in found["days"]] == [0, 1, 2, 3]
    assert found["backups"][0]["enterprise"] == "shifeng"


def test_what_is_deduced_may_be_left_out(capsys: Out) -> None:
    asked = ("drill", "--product", "轴承钢球", "--json", *DAY)
    assert json.loads(call(capsys, *asked)[1])["counts"]["total"] == 1
    assert json.loads(call(capsys, *asked, "--no-deduced")[1])["counts"]["total"] == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "没有写停什么"),
        (["--stop", "汇龙"], "是不是：汇隆（huilong）？"),
        (["--stop", "轴承"], "叫“轴承”的企业不止一个："),
        (["--outside", "双粉A"], "是不是：双酚A（bpa）"),
        (["--county", "莘县x"], "没有叫“莘县x”的县市区。是不是：莘县？"),
        (["--county", ""], "没有叫“”的县市区。有：东昌府区"),
        (["--stop", "汇隆=2"], "比例要在 0 到 1 之间"),
        (["--stop", "汇隆", "--restore", "汇隆"], "恢复要写成"),
        (["--stop", "汇隆", "--restore", "冠洲=1@2"], "不在停产之列"),
        (["--stop", "汇隆", "--days", "0"], "1 到 3650"),
    ],
)
def test_wrong_words_are_told(capsys: Out, words: list[str], said: str) -> None:
    code, _, err = call(capsys, "drill", *words)
    assert code == 2
    assert said in err


def test_the_page_is_written_and_another_kind_of_file_is_refused(
    capsys: Out, tmp_path: Path
) -> None:
    path = tmp_path / "单.xlsx"
    code, out, err = call(capsys, "drill", "--stop", "汇隆", "--out", str(path), *DAY)
    assert code == 0
    assert str(path) in out + err
    names = [table.name for table in tables_of(path.read_bytes(), path.name)]
    assert names == ["目录", "断供演练", "按日", "措施", "备份", "待核实"]
    code, _, err = call(capsys, "drill", "--stop", "汇隆", "--out", "单.txt", *DAY)
    assert code != 0
    assert ".docx / .pdf / .xlsx / .pptx" in err


def test_spof_tells_what_hangs_on_each_and_what_a_product_hangs_on(capsys: Out) -> None:
    rows = json.loads(call(capsys, "spof", "--chain", "nev", "--json", *DAY)[1])
    frame = next(r for r in rows if r["enterprise"] == "huilong")
    assert frame["sole"] == ["bodyframe"]
    assert (frame["direct"], frame["mains"], frame["single"], frame["days"]) == (3, 3, True, None)
    assert any(r["kind"] == "outside" and r["product"] == "harness" for r in rows)
    end = json.loads(call(capsys, "spof", "--end", "聚碳酸酯", "--json", *DAY)[1])
    assert {"bpa", "phenol"} <= {row["id"] for row in end["stopped_by"]}
    assert [node["enterprise"] for node in end["passed"]] == ["luxi"]
    out = call(capsys, "spof", "--end", "内螺纹铜管", *DAY)[1]
    assert "祥光铜业·阳极铜 → 祥光铜业·阴极铜 → 中色奥博特·内螺纹铜管" in out
    assert call(capsys, "spof", "--end", "没有这个环节", *DAY)[0] == 2


def test_a_stop_is_drawn_as_far_as_a_step(tmp_path: Path, capsys: Out) -> None:
    words = ("draw", "--chain", "nev", "--out", str(tmp_path / "x.svg"), *DAY)
    asked = ("--lens", "outage", "--stop", "汇隆")
    assert call(capsys, *words, *asked, "--step", "0")[0] == 0
    drawn = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert "断供图（汇隆停产，到第 0 步：停产 1 个环节，断料 0 个环节，其中推定 0 个）" in drawn
    assert call(capsys, *words, *asked)[0] == 0
    drawn = (tmp_path / "x.svg").read_text(encoding="utf-8")
    assert "断料 2 个环节，其中推定 0 个" in drawn
    assert "库存不详 结构" in drawn
    code, _, err = call(capsys, *words, "--stop", "汇隆")
    assert (code, "--lens outage" in err) == (2, True)
    code, _, err = call(capsys, *words, "--lens", "outage", "--outside", "双粉A")
    assert (code, "是不是：双酚A（bpa）" in err) == (2, True)
