"""``work``: what is late, and what of a month was done."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_commands import Out, call
from tests.helpers.folders import write
from tests.helpers.ledgers import FILE

LEDGER = """\
format: 1
requests:
  Q1:
    {text: 用地, status: todo, enterprise: plant, department: 局, raised: 2022-11, due: 2022-12-01}
  Q2:
    {text: 用能, status: done, department: 甲局, raised: 2022-12-02, done: 2022-12-05, result: 好}
"""


def test_nothing_is_told_of_a_folder_without_ledgers(capsys: Out, tmp_path: Path) -> None:
    code, out, _ = call(capsys, "work", str(write(tmp_path)))
    assert (code, out) == (0, "台账没有记录。\n")
    code, out, _ = call(capsys, "work", str(tmp_path), "--json")
    assert (code, json.loads(out)["month"], json.loads(out)["matters"]) == (0, None, 0)


def test_the_month_and_what_is_late(capsys: Out, tmp_path: Path) -> None:
    folder = str(write(tmp_path, {"ledgers.yaml": LEDGER}))
    _, out, _ = call(capsys, "work", folder)
    assert "诉求\t逾期 30 天\t用地\t试验化工有限公司\t局" in out
    assert "办结率 50%（1/2，" in out
    assert "1. 试验化工：用地（2022年11月提出，局，期限2022年12月1日，逾期 30 天）" in out
    _, out, _ = call(capsys, "work", folder, "--month", "2022-10")
    assert out.endswith("2022年10月没有在手或到期的事项。\n")


def test_json_has_codes_and_counts(capsys: Out, tmp_path: Path) -> None:
    folder = str(write(tmp_path, {"ledgers.yaml": LEDGER}))
    code, out, _ = call(capsys, "work", folder, "--json", "--chain", "resin")
    found = json.loads(out)
    assert code == 0
    assert found["urgent"] == [
        {
            "id": "Q1",
            "ledger": "request",
            "term": "late",
            "days_left": -30,
            "department": "局",
            "chain": "resin",
        }
    ]
    assert (found["month"]["on_hand"], found["month"]["rate"]) == (1, 0.0)
    assert found["oldest"] == ["Q1"]


def test_a_wrong_month_or_chain_is_a_usage_error(capsys: Out, tmp_path: Path) -> None:
    code, _, err = call(capsys, "work", str(write(tmp_path)), "--chain", "nothing")
    assert (code, "nothing" in err) == (2, True)


def test_the_invented_ledgers_are_no_part_of_the_program() -> None:
    assert FILE.parts[-4:] == ("tests", "data", "ledgers", "ledgers.yaml")
