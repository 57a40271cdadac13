"""Numbers on paper, each computed again from the YAML files by other code than the program's.

The papers are set as PDF and read back; a number counts where it follows the name that it is of.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
import yaml
from pypdf import PdfReader

from liantu import paths
from liantu.briefing.office import Office
from liantu.briefing.order import Kind, Order
from liantu.briefing.report import briefing
from liantu.briefing.typeset import to_pdf
from tests.helpers.readings import shipped_at

DAY = "2022-12-31"
CHAINS = {
    path.stem.partition("-")[2]: path.stem
    for path in sorted(paths.shipped_chains().glob("[0-9]*.yaml"))
}
NEAR = 90
"""Characters between a name and its number: a row of a table."""
TEN_THOUSAND = {"吨/年": 1.0, "万吨/年": 1e4}

Data = Mapping[str, Any]


@cache
def _file(stem: str) -> Data:
    words = (paths.shipped_chains() / f"{stem}.yaml").read_text("utf-8")
    found: Data = yaml.load(words, yaml.CSafeLoader)
    return found


@cache
def _products(chain: str) -> Data:
    return dict(_file(CHAINS[chain])["products"])


def _running(product: str) -> list[float | None]:
    """Tonnes a year of every maker on record on that day, ``None`` for an unknown amount."""
    found: list[float | None] = []
    for firm in _file("enterprises")["enterprises"].values():
        for row in firm.get("capacities", ()):
            if row["product"] == product and _holds(row):
                amount = row.get("amount")
                scale = TEN_THOUSAND.get(row.get("unit", ""))
                found.append(amount * scale if amount is not None and scale else None)
    return found


def _holds(row: Data) -> bool:
    since, until = str(row.get("since", "")), str(row.get("until", "9"))
    told = row.get("status") == "operating" and not row.get("contested")
    return told and since <= DAY and until > DAY


def _makes(product: str) -> float:
    """All of it, where every maker has told."""
    found = _running(product)
    assert found and None not in found, product
    return sum(amount for amount in found if amount is not None)


def _per_unit(chain: str, product: str, source: str) -> float:
    routes = _products(chain)[product]["routes"]
    return float(next(iter(routes.values()))["inputs"][source]["per_unit"])


def _told(tonnes: float) -> str:
    """``17万吨``, three digits at most."""
    scale, unit = (1e4, "万吨") if tonnes >= 1e4 else (1.0, "吨")
    value = tonnes / scale
    shown = f"{value:.0f}" if value >= 100 else f"{value:.3g}"
    return shown + unit


@cache
def _paper(chain: str) -> str:
    """The words of the briefing of a chain, without any blank."""
    report = briefing(shipped_at(DAY), Order(Kind.BRIEFING, chains=(chain,)))
    pages = PdfReader(io.BytesIO(to_pdf(report, Office()))).pages
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in pages))


def _follows(chain: str, name: str, number: str) -> bool:
    words = re.escape(re.sub(r"\s+", "", name))
    return bool(re.search(rf"{words}.{{0,{NEAR}}}?(?<![\d.]){re.escape(number)}", _paper(chain)))


def _capacities() -> Iterator[tuple[str, str]]:
    """Products of the chains of which every maker told an amount in tonnes."""
    for chain in CHAINS:
        for product in _products(chain):
            found = _running(product)
            if found and None not in found:
                yield chain, product


@pytest.mark.parametrize(("chain", "product"), list(_capacities()))
def test_what_is_made_is_told_as_the_files_have_it(chain: str, product: str) -> None:
    item = _products(chain)[product]
    names = [item.get("short", item["name"]), item["name"]]
    number = _told(_makes(product))
    assert any(_follows(chain, name, number) for name in names), (names, number)


@pytest.mark.parametrize(
    ("chain", "user", "source", "name"),
    [
        ("pc-nylon", "bpa", "phenol", "苯酚"),
        ("pc-nylon", "bpa", "acetone", "丙酮"),
        ("pc-nylon", "pc", "bpa", "双酚A"),
        ("al", "al", "anode", "预焙阳极"),
        ("al", "al", "alf3", "氟化铝"),
        ("al", "al", "alumina", "氧化铝"),
    ],
)
def test_what_is_needed_is_the_capacity_times_the_recipe(
    chain: str, user: str, source: str, name: str
) -> None:
    number = _told(_makes(user) * _per_unit(chain, user, source))
    assert _follows(chain, name, number), number


@pytest.mark.parametrize("chain", list(CHAINS))
def test_products_of_a_chain_are_counted(chain: str) -> None:
    found = _file(CHAINS[chain])["chain"]
    stages = (
        [s["members"] for s in found["sections"]] if "sections" in found else [found["members"]]
    )
    members = {product for part in stages for stage in part.values() for product in stage}
    assert _follows(chain, "全链", f"{len(members)}个环节")


def test_forty_numbers_are_traced() -> None:
    assert len(list(_capacities())) + 6 + len(CHAINS) >= 40
