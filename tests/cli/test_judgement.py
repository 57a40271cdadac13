"""Boards, questions and weights on the command line, of the city and of a chain."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from liantu.analysis.ranking import Score
from liantu.model.boards import Board
from liantu.model.verification import WHOLE
from tests.cli.test_commands import Out, call
from tests.helpers.readings import shipped_at

DAY = ("--date", "2022-12-31")


def document(capsys: Out, *words: str) -> Any:
    code, out, _ = call(capsys, *words, *DAY, "--json")
    assert code == 0
    return json.loads(out)


def test_every_gap_of_the_city_stands_once_with_all_that_decides_it(capsys: Out) -> None:
    found = document(capsys, "analyse")
    space = shipped_at("2022-12-31")
    for board, rows in found["boards"].items():
        ids = [row["product"] for row in rows]
        assert len(ids) == len(set(ids)) == len(space.rows(board))
        assert [row["place"] for row in rows] == list(range(1, len(rows) + 1))
    row = next(r for r in found["boards"]["fill"] if r["product"] == "phenol")
    assert row["certainty"] == "suspected"
    assert row["beside"] == ["acetone"]
    assert "pc-nylon" in row["chains"]
    assert sum(row["parts"].values()) == pytest.approx(row["score"], abs=1e-5)
    assert row["facts"]["deficit"] == pytest.approx(17.0)
    assert found["boards"]["strong"][0]["certainty"] is None
    assert found["mains"] is None
    assert len(found["chains"]) == 20
    assert found["coverage"]["sentence"].startswith("资料收录 ")
    assert found["coverage"]["registered"] == 1574
    closed = {r["product"] for rows in found["boards"].values() for r in rows}
    assert closed.isdisjoint({"hrc", "coke", "hotmetal"})


def test_a_chain_has_its_numbers_and_keeps_the_old_keys(capsys: Out) -> None:
    found = document(capsys, "analyse", "--chain", "pc-nylon")
    assert found["keys"]["counts"] == {"made": 5, "unseen": 7}
    assert found["span"] == {"seen": 14, "most": 56, "own": 56}
    assert found["mains"]["made"] == 11
    assert {"phenol", "chexone", "acetone"} == set(found["mains"]["materials"])
    assert {r["product"] for r in found["boards"]["fill"][:2]} == {"phenol", "chexone"}
    assert found["shortlist"] == []
    assert found["survey"]["settled"] == pytest.approx(0.91, abs=0.05)
    products = {p["id"]: p for p in found["products"]}
    old = {"classes", "remedy", "needed_by", "fed_by", "ready", "supply", "need", "cover", "score"}
    new = {"standing", "certainty", "tags", "gate", "main_share", "fed_share", "answer"}
    assert all(old | new <= p.keys() for p in products.values())
    assert products["bpa"]["standing"] == "made"
    assert products["bpa"]["certainty"] is None
    assert products["phenol"]["standing"] == "unseen"
    assert products["phenol"]["gate"]["kind"] == "park"
    assert products["phenol"]["classes"] == ["短链·向上"]
    assert products["chexone"]["tags"] == ["carried"]


def _rows(board: Board) -> tuple[Score, ...]:
    return shipped_at("2022-12-31").rows(board, "pc-nylon")


def test_the_text_has_three_boards_and_says_that_nothing_is_confirmed(capsys: Out) -> None:
    code, out, _ = call(capsys, "analyse", "--chain", "pc-nylon", *DAY)
    lines = out.splitlines()
    assert code == 0
    assert "“未见记录”不等于没有" in lines[1]
    assert lines[2].startswith("关键环节 12：在产 5 · 未见 7")
    fill, extend, strong = (len(_rows(board)) for board in Board)
    heads = (f"补链榜（{fill} 项）", f"延链榜（{extend} 项）", f"强链榜（{strong} 项）")
    assert {*heads, f"待核实（{fill}）"} <= {*lines}
    assert f"尚无已确认缺口；待核实 {fill} 项，见摸底任务单" in lines
    assert "phenol\t苯酚\t疑似短链·向上" in lines
    assert not any("暂无" in line for line in lines)


def test_the_text_of_the_city_tells_every_chain_in_a_line(capsys: Out) -> None:
    out = call(capsys, "analyse", *DAY)[1]
    assert out.count("环节覆盖 ") == 20
    left = len(shipped_at("2022-12-31").rows(Board.FILL)) - 10
    assert f"另有 {left} 项，加 --json 列出。" in out


def test_why_answers_first(capsys: Out) -> None:
    out = call(capsys, "why", "phenol", *DAY)[1].splitlines()
    assert out[3].startswith(
        "苯酚：疑似短链·向上（上游延伸）。双酚A（鲁西集团，20 万吨/年）年需 17 万吨"
    )
    found = document(capsys, "why", "phenol")
    assert found["answer"] == out[3]
    assert "不等于没有" in found["coverage"]["sentence"]


def test_the_questions_of_a_county(capsys: Out) -> None:
    found = document(capsys, "survey", "--county", "高新区")
    rows = found["rows"]
    assert 0 < len(rows) <= 40
    assert all({"高新区", WHOLE} & set(row["counties"]) for row in rows)
    values = [row["value"] for row in rows]
    assert values == sorted(values, reverse=True)
    row = next(row for row in rows if row["id"] == "chexone")
    assert row["ask_firms"] == ["luxi"]
    assert row["users"] == ["luxi"]
    assert "可定性" in found["settled"]
    plain = call(capsys, "survey", "--county", "高新区", *DAY)[1].splitlines()
    assert plain[0].startswith(f"高新区摸底任务单 · {len(rows)} 项")
    assert len(plain) == len(rows) + 3


def test_the_questions_of_a_chain(capsys: Out) -> None:
    rows = document(capsys, "survey", "--chain", "pc-nylon")["rows"]
    every = document(capsys, "survey")["rows"]
    ids = [row["id"] for row in rows]
    assert ids[0] in {"pc_blend", "chexone"}
    assert set(ids) < {row["id"] for row in every}


def test_the_questions_as_files(capsys: Out, tmp_path: Path) -> None:
    target = tmp_path / "摸底.csv"
    code, out, err = call(capsys, "survey", "--county", "冠县", *DAY, "--out", str(target))
    assert (code, out) == (0, "")
    assert str(target) in err
    table = list(csv.reader(io.StringIO(target.read_bytes().decode("utf-8-sig"))))
    assert table[0][0] == "环节"
    assert 2 < len(table) <= 42
    assert "不等于没有" in table[-1][0]
    book = tmp_path / "摸底.xlsx"
    assert call(capsys, "survey", "--county", "冠县", *DAY, "--out", str(book))[0] == 0
    words = zipfile.ZipFile(book).read("xl/sharedStrings.xml").decode("utf-8")
    assert "不等于没有" in words
    assert table[1][0] in words


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("survey", "--county", "高心区"), "高新区"),
        (("survey", "--out", "a.doc"), ".xlsx / .csv"),
        (("survey", "--chain", "cuu"), "cu"),
        (("analyse", "--weight", "fill.demandd=3"), "fill.demand"),
        (("analyse", "--weight", "fill.demand=-1"), "0 到 1000"),
        (("analyse", "--weight", "fill.demand"), "不对"),
        (("analyse", "--weight", "strong.key=1"), "strong.behind"),
    ],
)
def test_wrong_calls_are_told(capsys: Out, words: tuple[str, ...], told: str) -> None:
    code, out, err = call(capsys, *words)
    assert (code, out) == (2, "")
    assert told in err


def test_weights_reach_the_boards(capsys: Out) -> None:
    plain = document(capsys, "analyse", "--chain", "pc-nylon")
    words = ("--weight", "fill.demand=0", "--weight", "fill.key=90")
    found = document(capsys, "analyse", "--chain", "pc-nylon", *words)
    assert found["switches"]["weights"]["fill"]["key"] == 90
    assert found["switches"]["weights"]["extend"] == plain["switches"]["weights"]["extend"]
    row = next(r for r in found["boards"]["fill"] if r["product"] == "phenol")
    assert row["parts"]["demand"] == 0
    assert row["parts"]["key"] == 90
