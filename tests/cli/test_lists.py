"""``lists``: any list as text, or by the ids of its columns, narrowed by chain and county."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from liantu.model.boards import Board
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.standing import coverage_sentence
from tests.cli.test_commands import Out, call
from tests.helpers.folders import LIBRARY, write
from tests.helpers.readings import shipped_at


def printed(capsys: Out, *words: str) -> list[dict[str, Any]]:
    code, out, _ = call(capsys, "lists", "--json", *words)
    assert code == 0
    return list(json.loads(out))


def test_one_list_of_a_chain(capsys: Out) -> None:
    (found,) = printed(capsys, "--list", "weak", "--chain", "cu", "--date", "2022-10-26")
    assert (found["id"], found["title"]) == ("weak", "弱链清单")
    assert {"id": "hhi", "title": "集中度"} in found["columns"]
    counts = shipped_at("2022-10-26").chain_counts("cu")
    assert len(found["rows"]) == counts["weak"] == 1
    row = next(row for row in found["rows"] if row["product"] == "阴极铜")
    assert row["hhi"] == 1
    assert row["score"] == 56.2
    assert found["coverage"] == coverage_sentence(shipped_at("2022-10-26"))


def test_a_board_of_the_city_and_of_a_chain(capsys: Out) -> None:
    (city,) = printed(capsys, "--list", "fill", "--date", "2022-10-26")
    assert city["title"] == "补链榜"
    reading = shipped_at("2022-10-26")
    assert len(city["rows"]) == len(reading.rows(Board.FILL))
    row = next(row for row in city["rows"] if row["product"] == "苯酚")
    score = reading.score("phenol", Board.FILL)
    assert score is not None
    parts = {name: round(value, 1) for name, value in score.parts.items()}
    assert {name: row[f"score_{name}"] for name in parts} == parts
    assert (row["certainty"], row["standing"]) == ("疑似", "未见记录")
    assert city["remark"].startswith("尚无已确认缺口；待核实 ")
    (chain,) = printed(capsys, "--list", "fill", "--chain", "pc-nylon", "--date", "2022-10-26")
    own = [reading.atlas.products[s.product].name for s in reading.rows(Board.FILL, "pc-nylon")]
    assert [row["product"] for row in chain["rows"]] == own


def test_a_list_as_text(capsys: Out) -> None:
    code, out, _ = call(capsys, "lists", "--list", "fill", "--date", "2022-10-26")
    assert code == 0
    title, remark, head, *rows, coverage = out.splitlines()
    reading = shipped_at("2022-10-26")
    assert title == f"补链榜（{len(rows)} 行）"
    assert remark.startswith("尚无已确认缺口")
    assert [row.split("\t")[0] for row in rows] == [
        reading.atlas.products[score.product].name for score in reading.rows(Board.FILL)
    ]
    assert {len(row.split("\t")) for row in rows} == {len(head.split("\t"))}
    assert coverage == coverage_sentence(reading)


def test_which_lists_there_are(capsys: Out) -> None:
    code, out, _ = call(capsys, "lists", "--chain", "cu")
    assert code == 0
    told = dict(line.split("\t", 1) for line in out.splitlines()[:-1])
    assert [*told] == [*LISTS]
    assert told["weak"] == "弱链清单\t1 行"


def test_the_questions_of_a_county(capsys: Out) -> None:
    (found,) = printed(capsys, "--list", "survey", "--county", "临清市")
    assert 0 < len(found["rows"]) <= 40
    assert all({"临清市", "全市"} & {*row["county"].split("、")} for row in found["rows"])


def test_a_county(capsys: Out) -> None:
    whole = printed(capsys, "--list", "enterprises")[0]["rows"]
    part = printed(capsys, "--list", "enterprises", "--county", "冠县")[0]["rows"]
    assert part == [row for row in whole if row["county"] == "冠县"]
    every = printed(capsys, "--chain", "sheet", "--county", "冠县")
    assert {item["id"] for item in every} == {
        key for key, item in LISTS.items() if any(c.id == "county" for c in item.columns)
    }


def test_all_lists_of_the_city(capsys: Out) -> None:
    found = {item["id"]: item["rows"] for item in printed(capsys)}
    assert list(found) == list(LISTS)
    assert len(found["enterprises"]) == len(shipped_at().atlas.enterprises)
    assert len(found["chains"]) == 20


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--json", "--list", "weaks"), "weak"),
        (("--json", "--list", "sources", "--county", "冠县"), "来源里没有县市区"),
        (("--json", "--chain", "cuu"), "cu"),
        (("--template", "shandong9"), "--out"),
    ],
)
def test_wrong_calls_are_told(capsys: Out, words: tuple[str, ...], told: str) -> None:
    code, _, err = call(capsys, "lists", *words)
    assert code == 2
    assert told in err


def test_a_column_that_is_unknown_stops_the_file_and_fails_the_check(
    capsys: Out, tmp_path: Path
) -> None:
    own = "  lists:\n    own:\n      name: 本市\n      sheets:\n"
    sheet = "        - {title: 名录, list: enterprises, columns: [countyy]}\n"
    folder = write(tmp_path / "资料", {"library.yaml": LIBRARY + own + sheet})
    code, out, _ = call(capsys, "check", str(folder))
    assert code == 1
    assert "没有列 countyy。相近的列：county" in out
    target = tmp_path / "a.xlsx"
    code, _, err = call(capsys, "lists", str(folder), "--out", str(target))
    assert code == 3
    assert "countyy" in err
    assert not target.exists()
