"""Numbers of the papers lead back to the files of the data, read here without the program."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Table
from liantu.briefing.cited import Cited
from liantu.briefing.prose import as_printed, official
from liantu.briefing.tables import enterprises, projects
from liantu.model import Chain
from tests.helpers.papers import found

CHAINS = ("pc-nylon", "al", "nev", "chem", "sheet", "cable")
AMOUNT = re.compile(r"（(在产|在建|规划)，([\d.]+)(\D+?/年)）")


@cache
def raw(name: str) -> dict[str, Any]:
    """A file of the data as plain YAML."""
    told = (paths.shipped_chains() / f"{name}.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(told)[name])


def plain(amount: float, unit: str) -> tuple[float, str]:
    """Without 万: 3.6458万吨 and 36458吨 are one number."""
    return round(amount * 1e4 if unit[0] == "万" else amount, 3), unit.removeprefix("万")


def printed(make: Callable[[Reading, Chain, Cited], Table], chain: str) -> Table:
    """A table as it is set."""
    asked = found().at("2022-12-31")
    table = as_printed(make(asked, asked.atlas.chains[chain], Cited(asked)))
    assert isinstance(table, Table)
    return table


def amounts(table: Table) -> Iterator[tuple[str, float, str]]:
    """Firm, amount and unit of every capacity in the table of enterprises."""
    for row in table.rows:
        for hit in AMOUNT.finditer(row[3]):
            yield row[0], float(hit[2]), hit[3]


@pytest.mark.parametrize("chain", CHAINS)
def test_every_capacity_on_paper_stands_in_the_file(chain: str) -> None:
    filed = {official(firm["name"]): firm for firm in raw("enterprises").values()}
    for name, amount, unit in amounts(printed(enterprises, chain)):
        known = [
            plain(c["amount"], official(c["unit"]))
            for c in filed[name].get("capacities", ())
            if "amount" in c
        ]
        assert plain(amount, unit) in known, (name, amount, unit)


def test_forty_numbers_are_traced() -> None:
    firms = [
        hit
        for chain in found().atlas.chains.values()
        for hit in amounts(printed(enterprises, chain.id))
    ]
    assert len(firms) >= 40


@pytest.mark.parametrize("chain", CHAINS)
def test_every_investment_on_paper_stands_in_the_file(chain: str) -> None:
    filed = {(official(p["name"]), _money(p)) for p in raw("projects").values()}
    for row in printed(projects, chain).rows:
        if row[3] != "不详":
            assert (row[0], row[3]) in filed


def _money(project: dict[str, Any]) -> str:
    told = project.get("investment")
    return official(str(told["text"] if isinstance(told, dict) else told))
