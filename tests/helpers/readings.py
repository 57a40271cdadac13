"""Readings for tests: of the shipped data at a date, and of small atlases."""

from __future__ import annotations

from functools import cache

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.library import Loaded, load
from liantu.model import Atlas
from liantu.model.scenario import Scenario


@cache
def loaded() -> Loaded:
    """The shipped data."""
    return load(paths.shipped_chains())


@cache
def shipped_at(date: str = "") -> Reading:
    """The shipped data at a date; empty: that of the edition."""
    return reading(loaded().atlas, date)


def reading(atlas: Atlas, date: str = "") -> Reading:
    """An atlas at a date under the assumptions it starts from."""
    return Reading.of(atlas, Scenario(date=date))
