"""File names of exports that every system accepts."""

from __future__ import annotations

import re

from liantu.model import Atlas
from liantu.telling.names import brief
from liantu.wording import table, text

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
LIMIT = 80
"""Longest stem; leaves room for a folder and a suffix on every system."""


def safe(name: str) -> str:
    """``name`` without what Windows refuses: separators, control characters, device names."""
    cleaned = _UNSAFE.sub("_", name).strip(" .")[:LIMIT].strip(" .")
    return f"_{cleaned}" if not cleaned or _RESERVED.fullmatch(cleaned) else cleaned


def picture_stem(
    atlas: Atlas, chain: str, date: str, section: str | None = None, part: str = ""
) -> str:
    """Name without suffix of the picture of a chain, dated by the 口径日期; ``part`` says what of
    it is shown.
    """
    found = atlas.chains[chain]
    inside = next((s.name for s in found.sections if s.id == section), "") if section else ""
    return _map_stem(atlas, found.label, f"{inside}_{part}" if part else inside, date)


def firm_stem(atlas: Atlas, enterprise: str, date: str) -> str:
    """Name without suffix of the picture of an enterprise's own map, dated in the same way."""
    return _map_stem(atlas, brief(atlas.enterprises[enterprise]), "", date)


def _map_stem(atlas: Atlas, name: str, section: str, date: str) -> str:
    region, stamp = atlas.library.region.name, _stamp(date)
    return safe(text("ui.export.stem", region=region, chain=name, section=section, date=stamp))


def city_stem(atlas: Atlas, name: str, date: str) -> str:
    """Name without suffix of a picture of the city, dated by the 口径日期."""
    region, stamp = atlas.library.region.name, _stamp(date)
    return safe(text("ui.export.stem.city", region=region, name=name, date=stamp))


def graph_stem(atlas: Atlas, chain: str, date: str) -> str:
    """Name without suffix of the graph of a chain, or of the city without one."""
    return view_stem(atlas, chain, text("ui.graph.stem"), date)


def poster_stem(atlas: Atlas, chain: str, date: str) -> str:
    """Name without suffix of 看板 of a chain, or of the city without one."""
    return view_stem(atlas, chain, text("ui.page.poster"), date)


def view_stem(atlas: Atlas, chain: str, page: str, date: str) -> str:
    """Name without suffix of the file of a view of a page, by its name."""
    label = atlas.chains[chain].label if chain in atlas.chains else ""
    region = atlas.library.region.name
    return filled("", region=region, chain=label, kind=page, date=date)


def filled(pattern: str, *, region: str, chain: str, kind: str, date: str) -> str:
    """A file name from a pattern with {地区}, {产业链}, {名称} and {日期}; an empty pattern is
    the usual one. Parts without a value take their underscore with them.
    """
    values = (("region", region), ("chain", chain), ("kind", kind), ("date", _stamp(date)))
    found = pattern.strip() or table()["brief.pattern"]
    for key, value in values:
        found = found.replace(table()[f"brief.pattern.{key}"], value)
    return safe(re.sub(r"_{2,}", "_", found).strip("_"))


def _stamp(edition: str) -> str:
    """YYYYMMDD as far as the edition is exact: a month is not given a day it does not have."""
    return edition.replace("-", "")
