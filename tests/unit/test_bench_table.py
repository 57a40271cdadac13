"""The table of the bench: ratios, goals, what is kept of a run and compared with."""

from __future__ import annotations

import re
import socket
from pathlib import Path

import pytest

from tests.bench import table
from tests.bench.row import Row
from tests.bench.table import Part

FAST = Row("read", 30.0, "ms", floor=60.0, goal=0.6, relative=True, against="CSafeLoader")
SLOW = Row("save", 1500.0, "ms", goal=1000)
ONLY_TOLD = Row("cards", 12.5, "")


def test_a_goal_is_met_by_the_value_or_by_the_times_of_the_floor() -> None:
    assert (FAST.ratio, FAST.met) == (0.5, True)
    assert (SLOW.ratio, SLOW.met) == (None, False)
    assert (ONLY_TOLD.ratio, ONLY_TOLD.met) == (None, None)
    assert Row("none lost", 0, "", goal=0).met
    assert Row("without its floor", 3.0, "s", goal=2.0, relative=True).met is None


def test_a_row_tells_value_floor_ratio_goal_and_what_it_was() -> None:
    before = {"read": Row("read", 80.0, "ms", floor=100.0, relative=True)}
    told = table.cells(FAST, before)
    assert told == (
        "read",
        "30.0 ms",
        "60.0 ms (CSafeLoader)",
        "0.50 ×",
        "≤ 0.60 ×",
        "met",
        "0.80 ×",
    )
    assert table.cells(SLOW, {})[1:] == ("1,500 ms", "", "", "≤ 1,000 ms", "MISSED", "")
    assert table.cells(ONLY_TOLD, {"cards": ONLY_TOLD})[4:] == ("", "", "12.5")


def test_the_columns_of_the_table_stand_under_each_other() -> None:
    lines = table.lines([Part("a", (FAST,)), Part("b", (SLOW, ONLY_TOLD))], {})
    assert len(lines) == 5
    assert len({len(line) for line in lines}) == 1


def test_what_was_kept_is_known_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "RESULTS", tmp_path / "results.json")
    monkeypatch.setattr(table, "TABLE", tmp_path / "results.md")
    assert table.known() == {}
    table.write([Part("a", (FAST, SLOW)), Part("b", failed="no display")])
    assert table.known() == {"read": FAST, "save": SLOW}
    told = (tmp_path / "results.md").read_text(encoding="utf-8")
    assert "| read | 30.0 ms" in re.sub(" +", " ", told)
    assert "- b: no display" in told


def test_the_machine_is_named_by_its_kind_only() -> None:
    told = table.machine()
    assert "cores" in told
    assert "software rendering" in told
    assert socket.gethostname() not in told.split()
    assert "/" not in told


def test_every_part_of_the_table_is_a_module() -> None:
    missing = [name for name in table.PARTS if not (table.HERE / f"{name}.py").exists()]
    assert missing == []


def test_a_part_that_fails_is_named_with_its_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "RUN", "raise SystemExit('no rows today')")
    assert table.measure("reading", quick=True) == Part("reading", failed="no rows today")
    rows = 'print(\'[{"name": "n", "value": 1.0, "unit": "s"}]\')'
    monkeypatch.setattr(table, "RUN", rows)
    assert table.measure("reading", quick=True) == Part("reading", (Row("n", 1.0, "s"),))
