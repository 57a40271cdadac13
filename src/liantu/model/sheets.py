"""List templates: which lists an office hands in together, and what each sheet shows."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.model.boards import Board
from liantu.model.classes import LISTS as CLASS_LISTS

SHEET_LISTS = (
    *("leads", "suppliers", "strengths", "gaps"),
    *map(str, Board),
    *("survey", "shortlist"),
    *CLASS_LISTS,
    *("research", "regions", "clusters", "projects", "targets", "resources"),
    *("supervision", "consultation"),
    *("balance", "enterprises", "matches", "outage", "city", "sources"),
    *("products", "chains", "tiers", "problems", "tasks", "policies", "parks", "platforms"),
    *("requests", "findings", "visits", "meetings", "exits", "assignments", "policy_matches"),
)
"""Ids of the lists that a sheet of a list template can be filled with."""


@dataclass(frozen=True, slots=True)
class ListSheet:
    """One sheet of a list template: its title in the office, the list that fills it, and the ids of
    its columns in order; without any the list has its own.
    """

    title: str
    kind: str
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListSet:
    """A list template: the sheets that an office hands in together; ``default``: offered first.

    ``superior``: it goes to a superior, so that it holds only what is confirmed.
    """

    id: str
    name: str
    sheets: tuple[ListSheet, ...] = ()
    sources: tuple[str, ...] = ()
    default: bool = False
    superior: bool = False
