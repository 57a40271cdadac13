"""Of more chains than a picture can hold, those that have most to show; the picture says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from liantu.wording import text

MOST = 40
"""Chains of a picture at most: two screens of rows."""


def first(chains: Iterable[str], weight: Callable[[str], float]) -> list[str]:
    """The ids of the chains to be shown: all in their order, or the weightiest of too many."""
    found = list(chains)
    return found if len(found) <= MOST else sorted(found, key=lambda key: -weight(key))[:MOST]


def told(shown: int, whole: int) -> str:
    """``图上只列前 40 条链，共 2000 条……``; empty where all are shown."""
    return text("chart.first", shown=shown, whole=whole) if shown < whole else ""
