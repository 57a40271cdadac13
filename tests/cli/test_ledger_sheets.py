"""A ledger that went out as a spreadsheet comes back as it was."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from liantu.briefing.lists import write_list
from liantu.library import load
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from tests.cli.test_commands import Out, call
from tests.helpers.folders import write
from tests.helpers.readings import reading

LEDGERS = """\
format: 1
requests:
  Q001:
    {text: 用地, status: doing, kind: land, enterprise: plant, chain: resin, county: 东县,
     department: 甲局, raised: 2022-11, due: 2022-12-01}
  Q002:
    {text: 用能, status: done, owner: 未入库厂, county: 西县, department: 乙局,
     raised: 2022-12-02, done: 2022-12-05, result: 已办, note: 备查}
findings:
  W001:
    {text: 缺苯酚, status: held, product: phenol, chain: resin, department: 甲局,
     raised: 2022-12-03}
assignments:
  A001: {enterprise: plant, office: 甲局, post: 化工科, since: 2022-03, until: 2023-12}
"""


@pytest.mark.parametrize("id_", ["requests", "findings", "assignments"])
def test_a_list_of_a_ledger_is_read_back_as_it_was(capsys: Out, tmp_path: Path, id_: str) -> None:
    there = load(write(tmp_path / "a", {"ledgers.yaml": LEDGERS})).atlas
    looked, item = reading(there), find(id_)
    rows = item.rows(looked, Scope(city=True))
    sheet = tmp_path / "台账.xlsx"
    write_list(looked, item, rows, sheet, item.remarked(looked, Scope(city=True)))
    folder = write(tmp_path / "b")
    code, out, _ = call(capsys, "import", str(sheet), "--folder", str(folder), "--as", id_)
    assert code == 0, out
    found = getattr(load(folder).atlas, id_)
    wanted = getattr(there, id_)
    assert {replace(one, id="") for one in found.values()} == {
        replace(one, id="") for one in wanted.values()
    }
