"""What the window shows and what the command line prints are the same numbers."""

from __future__ import annotations

import json
import math
import random
import re
from typing import Any

from PySide6.QtCore import Qt

from liantu.model.focus import LISTS_PAGE
from liantu.ui.pages.home.tile import Tile
from liantu.ui.pages.lists.ledger import Ledger
from tests.cli.test_commands import Out, call
from tests.gui.conftest import Open

DAYS = ("2022-10-25", "2022-10-26", "2022-12-31", "2024-06-30")
LISTS = ("fill", "extend", "strong", "survey", "city", "products", "balance", "outage", "projects")
CHAINS = ("", "pc-nylon", "al", "cu", "nev", "chem", "soy", "textile", "machinery", "rubber")
PICKS, EACH = 200, 34
"""Numbers in all, and of one list."""
SCALES = {"万": 1e4, "亿": 1e8, "千": 1e3, "%": 0.01}
NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")


def told(cell: str) -> tuple[float, float]:
    """The number that a cell tells, in units of 1, and how far its last digit is from another."""
    found = NUMBER.search(cell.replace("≥", ""))
    assert found, cell
    digits = found.group().partition(".")[2]
    scale = next((s for sign, s in SCALES.items() if cell[found.end() :].lstrip()[:1] == sign), 1.0)
    return float(found.group()) * scale, 0.5 * 10 ** -len(digits) * scale


def shown(view: Ledger) -> list[dict[str, str]]:
    """The numeric cells of every row as the grid paints them, by column."""
    model = view.grid.model
    numeric = [(at, c.id) for at, c in enumerate(model.columns) if c.numeric]
    return [
        {
            id_: str(model.data(model.index(row, at), Qt.ItemDataRole.DisplayRole))
            for at, id_ in numeric
        }
        for row in range(model.rowCount())
    ]


def printed(capsys: Out, list_: str, chain: str, day: str) -> list[dict[str, Any]]:
    """The rows of the command for the same list."""
    only = ("--chain", chain) if chain else ()
    code, out, _ = call(capsys, "lists", "--json", "--list", list_, "--date", day, *only)
    assert code == 0
    return list(json.loads(out)[0]["rows"])


def scale_of(row: dict[str, Any], cell: str) -> float:
    """What one unit of the printed value is, by the unit that the row or the cell names."""
    unit = str(row.get("unit") or "")
    if "%" in cell or not (unit or "亿元" in cell):
        return 1.0
    named = unit if unit and "亿元" not in cell else "亿"
    return SCALES.get(named[0], 1.0)


def test_two_hundred_random_numbers_are_those_of_the_command_line(
    open_window: Open, capsys: Out
) -> None:
    chance = random.Random(20)
    window = open_window()
    window.frame.topbar.pages[LISTS_PAGE].click()
    view = window.desk.lists.view
    compared = 0
    while compared < PICKS:
        day, list_ = chance.choice(DAYS), chance.choice(LISTS)
        chain = chance.choice(CHAINS)
        window.bridge.choose_date(day)
        window.settle()
        view.side.clear()
        view.side.choose("chain", chain)
        view.show_list(list_)
        cells, rows = shown(view), printed(capsys, list_, chain, day)
        assert len(cells) == len(rows), (list_, chain, day)
        known = [
            (at, id_)
            for at, row in enumerate(cells)
            for id_, words in row.items()
            if isinstance(rows[at].get(id_), int | float) and NUMBER.search(words)
        ]
        for at, id_ in chance.sample(known, min(EACH, len(known), PICKS - compared)):
            where = (list_, chain, day, at, id_, cells[at][id_], rows[at][id_])
            words, value = cells[at][id_], float(rows[at][id_])
            number, slack = told(words)
            one = 1.0 if "/" in words and NUMBER.fullmatch(words) else _one(rows[at], words, id_)
            bound = max(slack, abs(value * one) * 5e-6) * (1 + 1e-9)
            assert math.isclose(number, value * one, rel_tol=0, abs_tol=bound), where
            compared += 1
    assert compared == PICKS


def _one(row: dict[str, Any], words: str, id_: str) -> float:
    """A cell without a sign tells the printed value as it is."""
    bare = not any(sign in words for sign in ("万", "亿", "千", "吨", "/年"))
    return 1.0 if bare else scale_of(row, words)


def test_the_tiles_tell_what_the_command_prints(open_window: Open, capsys: Out) -> None:
    window = open_window(date="2022-12-31")
    code, out, _ = call(capsys, "chains", "--json", "--date", "2022-12-31")
    assert code == 0
    found = {row["id"]: row for row in json.loads(out)}
    tiles = window.home.findChildren(Tile)
    assert len(tiles) == len(found) == 20
    for tile in tiles:
        numbers = found[tile.chain]["numbers"]
        keys, span, mains = numbers["keys"], numbers["span"], numbers["mains"]
        words = {*NUMBER.findall(f"{tile.lines[0].words} {tile.lines[1].words}")}
        share = mains["share"]
        expected = {str(sum(keys.values())), str(keys.get("made", 0) + keys.get("byproduct", 0))}
        expected |= {f"{100 * span['seen'] / span['own']:.0f}"}
        expected |= {f"{100 * share:.0f}"} if mains["tells"] and share is not None else set()
        assert expected <= {word.lstrip("-+") for word in words}, (tile.chain, expected, words)
