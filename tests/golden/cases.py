"""Which texts are kept: a file for each (surface, chain), and what another date changes in it."""

from __future__ import annotations

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.golden import adapter

FOLDER = Path(__file__).parent / "text"
DATE, EARLIER = "2022-12-31", "2022-10-25"
"""Between the two, 双酚A of 鲁西 begins to run."""
STRICTER = f"{DATE} thin=1.2"
"""A cover of 120 % is asked for, so that a link can be 细 and 弱 at once."""


@dataclass(frozen=True)
class Picks:
    """Products (two of every combination of classes, and what is contested or has ended) and
    enterprises of a chain, separated by spaces.
    """

    products: str
    firms: str


CHAINS = {
    "pc-nylon": Picks(
        "coal propane co cl2 propylene naoh h2o2 cumene phenol formaldehyde bpa pc cpl pa6",
        "luxi xiangguang luxi-pc meisi",
    ),
    "cu": Picks(
        "natgas quartz al cuanode h2so4 slime curod bus_cu cuwire magwire cufit cath",
        "xiangguang xinfa yanggujianfatong",
    ),
    "nev": Picks(
        "lfppack profile sqtube sheet_cr tire chip sisteel upr traxle smlshr buscoach",
        "zhongtong junchengjinshu unison guanzhou",
    ),
    "rubber": Picks(
        "sulfur isobutene sulfurc pipe_p h2 hno3 formaldehyde naclo cha acetone phenol melamine "
        "nh3 coaltar nb",
        "yanggu-huatai bomi",
    ),
    "food": Picks(
        "corn salt carton cpefilm chick seedling hog frozveg broilfeed orgfert manure chby beef "
        "snack",
        "jiahua cj baoshenshipin",
    ),
    "it": Picks("cclfoil gf ptfe pcb temper chip aramid ga silver si pgmea", "bomi unison"),
}
FIRM = "luxi"
POSTERS = (
    *("al", "cu", "sheet", "pipe", "brg", "pc-nylon", "chem", "rubber", "nev", "machinery"),
    *("cable", "ejiao", "pharma", "soy", "food", "textile", "paper", "building", "newmat", "it"),
)
"""The page of a chain is short, so that of every chain is kept."""
LAYOUTS = ("pc-nylon", "nev", "cu")
"""Of these also how it is laid out."""

PLANS = {"phenol": "pc-nylon", "pc": "pc-nylon", "lfppack": "nev", "trb": "brg", "dhide": ""}
"""Targets of closing plans: lacking, made here, large, with a gate, without any plan."""

Maker = Callable[[str], str]
"""Text at a date."""


def _of_chain(chain: str, picks: Picks) -> dict[str, Maker]:
    products, firms = picks.products.split(), picks.firms.split()
    return {
        f"window/{chain}.tsv": partial(adapter.window_lists, chain=chain),
        f"spreadsheet/{chain}.tsv": partial(adapter.spreadsheet, chain=chain),
        f"briefing/{chain}.txt": partial(adapter.briefing_text, chain=chain),
        f"visit/{chain}.txt": partial(adapter.visit_text, chain=chain),
        f"map/{chain}.tsv": partial(adapter.chain_map, chain=chain),
        f"why/{chain}.txt": partial(adapter.why, chain=chain, products=products),
        f"inspector/{chain}.txt": partial(
            adapter.inspector, chain=chain, products=products, firms=firms
        ),
    }


MAKERS: dict[str, Maker] = {
    **{
        name: make
        for chain, picks in CHAINS.items()
        for name, make in _of_chain(chain, picks).items()
    },
    **{f"poster/{chain}.txt": partial(adapter.poster, chain=chain) for chain in POSTERS},
    **{f"poster/layout-{c}.txt": partial(adapter.poster_layout, chain=c) for c in LAYOUTS},
    f"map/firm-{FIRM}.tsv": partial(adapter.firm_map, firm=FIRM),
    "events/pc-nylon.txt": partial(adapter.events, chain="pc-nylon"),
    "events/city.txt": adapter.events,
    "window/city.tsv": adapter.city_lists,
    "window/ledgers.tsv": adapter.ledgers,
    "briefing/portfolio.txt": adapter.portfolio,
    "briefing/projects.txt": adapter.projects,
    "briefing/ledgers.txt": adapter.ledger_papers,
    "spreadsheet/city.tsv": adapter.city_spreadsheet,
    "spreadsheet/task.tsv": adapter.task_sheet,
    "briefing/city.txt": adapter.city_briefing_front,
    "city/counts.tsv": adapter.city_counts,
    "city/pictures.txt": adapter.city_pictures,
    "poster/city.txt": adapter.city_page,
    **{f"story/{s}.txt": partial(adapter.story, id_=s) for s in ("bpa", "city")},
    **{
        f"plan/{target}.txt": partial(adapter.plan_paper, target=target, within=chain)
        for target, chain in PLANS.items()
    },
}
STRICT = ("city/counts.tsv", "city/pictures.txt", "briefing/city.txt", "window/pc-nylon.tsv")


def _changed(make: Maker, other: str) -> str:
    """The lines that read differently at ``other``, each block with the place in both texts."""
    before, after = make(DATE).splitlines(), make(other).splitlines()
    lines = difflib.unified_diff(before, after, DATE, other, lineterm="", n=0)
    return "".join(f"{line}\n" for line in lines if not line.startswith("-"))


def texts() -> dict[str, Callable[[], str]]:
    """Path below :data:`FOLDER` → what makes its text."""
    found: dict[str, Callable[[], str]] = {}
    for name, make in MAKERS.items():
        found[name] = partial(make, DATE)
        found[f"{name}@{EARLIER}.diff"] = partial(_changed, make, EARLIER)
    for name in STRICT:
        found[f"{name}@thin120.diff"] = partial(_changed, MAKERS[name], STRICTER)
    return found
