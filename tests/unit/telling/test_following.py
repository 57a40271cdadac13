"""No surface tells at a date that something runs, is built or stands still which does not then."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import pytest

from liantu.analysis.reading import Reading
from liantu.diagram.segment.graph import build_graph
from liantu.model import Capacity, Status
from liantu.model.plants import holds_at
from liantu.model.target import Target
from liantu.telling import events, making
from liantu.telling.dossiers.enterprise import enterprise_dossier
from liantu.telling.dossiers.product import product_dossier
from liantu.telling.line import Line
from liantu.telling.lists.catalogue import LISTS
from liantu.telling.lists.column import Scope
from liantu.telling.making import When
from liantu.telling.names import brief
from liantu.wording import text
from tests.helpers.readings import shipped_at

DATES = ("2018", "2022-10-25", "2022-10-26", "2024-12-31")
Untrue = dict[tuple[str, str], set[str]]
"""(enterprise, product) → the words of the statuses that do not hold at the date."""


def untrue(reading: Reading) -> Untrue:
    """What the data tell of another time alone."""
    day = reading.situation.day
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    true: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for firm in reading.atlas.enterprises.values():
        for row in firm.capacities:
            holds = row in reading.situation.running if _runs(row) else holds_at(row, day)
            (true if holds else found)[firm.id, row.product].add(text(f"ui.status.{row.status}"))
    return {key: words - true[key] for key, words in found.items() if words - true[key]}


def _runs(row: Capacity) -> bool:
    return row.status is Status.OPERATING


def lies(reading: Reading) -> Iterator[str]:
    """What is told that does not hold, with where."""
    false = untrue(reading)
    yield from _in_dossiers(reading, false)
    yield from _in_lists(reading, false)
    yield from _on_maps(reading, false)


def _in_dossiers(reading: Reading, false: Untrue) -> Iterator[str]:
    for firm, product in false:
        own = enterprise_dossier(reading, firm)
        if product in reading.atlas.products:
            yield from _of_lines(false, (firm, product), _lines(own, "product", product))
            other = product_dossier(reading, product)
            yield from _of_lines(false, (firm, product), _lines(other, "enterprise", firm))


def _lines(dossier: object, kind: str, key: str) -> list[Line]:
    parts = dossier.parts  # type: ignore[attr-defined]
    return [line for part in parts for line in part.lines if line.target == Target(kind, key)]


def _of_lines(false: Untrue, key: tuple[str, str], lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        said = re.split(r"[ ·（]+", line.figure.strip())[0]
        if said in false[key] and "口径日期后" not in line.figure:
            yield f"dossier {key}: {line.words} {line.figure}"


def _in_lists(reading: Reading, false: Untrue) -> Iterator[str]:
    scope = Scope(chains=tuple(reading.atlas.chains), city=True)
    names = {firm.name: firm.id for firm in reading.atlas.enterprises.values()}
    for key in ("enterprises", "projects", "extend", "fill", "suppliers"):
        if key not in LISTS:
            continue
        for row in LISTS[key].rows(reading, scope):
            cells = [c.text(row) for c in LISTS[key].on_screen]
            cells += [c.text(row) for c in LISTS[key].columns]
            firms = {names[cell] for cell in cells if cell in names}
            for cell in dict.fromkeys(cells):
                yield from _in_cell(reading, false, key, firms, cell)


def _in_cell(
    reading: Reading, false: Untrue, place: str, firms: set[str], cell: str
) -> Iterator[str]:
    for firm, product in false:
        item = reading.atlas.products.get(product)
        if firm not in firms or item is None or item.name not in cell:
            continue
        for word in false[firm, product]:
            amount = r"(?: ?[\d.]+ ?万?[^\s，；、（]{1,5}/年)?"
            if re.search(rf"(?:^|[；、]){re.escape(item.name)}[ （]?{amount} ?{word}(?!至)", cell):
                yield f"list {place}: {brief(reading.atlas.enterprises[firm])} {cell}"


def _on_maps(reading: Reading, false: Untrue) -> Iterator[str]:
    for chain in reading.atlas.chains:
        for item in build_graph(reading, chain).items:
            for (firm, product), words in false.items():
                name = brief(reading.atlas.enterprises[firm])
                told = [f"{name} · {word}" for word in words] + [f"{word} {name}" for word in words]
                if product == item.id and any(_said(t, str(item)) for t in told):
                    yield f"map {chain}: {item}"


def _said(words: str, inside: str) -> bool:
    return re.search(re.escape(words) + "(?!至)", inside) is not None


@pytest.mark.parametrize("date", DATES)
def test_nothing_is_told_to_run_that_does_not(date: str) -> None:
    assert list(lies(shipped_at(date))) == []


@pytest.mark.parametrize("date", DATES[:2])
def test_a_lie_would_be_found(date: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "when", lambda reading, item: When.NOT)
    found = list(lies(Reading.of(shipped_at().base, shipped_at(date).scenario)))
    assert any(words.startswith("dossier ('luxi', 'bpa')") for words in found)
    assert any(words.startswith("list enterprises") and "双酚A" in words for words in found)


def test_there_is_something_to_lie_about() -> None:
    """Every date has capacities of a later and of an earlier time."""
    for date in DATES:
        assert len(untrue(shipped_at(date))) > 5, date
        assert any(events.is_later(shipped_at(date), e) for e in events.events(shipped_at(date)))


def test_a_firm_tells_apart_what_runs_what_is_later_and_what_was() -> None:
    reading = shipped_at("2018-12-01")
    parts = enterprise_dossier(reading, "luxi").parts
    part = next(p for p in parts if p.id == "ui.part.capacities")
    heads = [line.words for line in part.lines if line.head]
    assert len(heads) >= 3
    below: dict[str, list[str]] = {}
    for line in part.lines:
        if line.head:
            head = line.words
        else:
            below.setdefault(head, []).append(f"{line.words} {line.figure}")
    assert any("聚碳酸酯 在产 · 20" in words for words in below[heads[0]])
    assert any("双酚A 起于 2022-10-26" in words for words in below[heads[1]])
    assert any("己内酰胺 2022-02 起在建" in words for words in below[heads[1]])
    assert any("己内酰胺 止于 2018-07" in words for words in below[text_of("earlier", reading)])


def text_of(when: str, reading: Reading) -> str:
    return text(f"ui.part.made.{when}", date=reading.date)


def test_a_phase_that_begins_later_does_not_run_yet() -> None:
    rows = LISTS["projects"].rows(shipped_at("2022-10-25"), Scope(chains=("pc-nylon",)))
    told = [row.phases for row in rows if row.project.id == "P001"]
    assert told and "起于 2022-10-26" in told[0]
    assert "在产" not in told[0]
