"""File names of exports that every system accepts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from liantu.model import Atlas
from liantu.wording import text

_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
LIMIT = 80
"""Longest stem; leaves room for a folder and a suffix on every system."""


def safe(name: str) -> str:
    """``name`` without what Windows refuses: separators, control characters, device names."""
    cleaned = _UNSAFE.sub("_", name).strip(" .")[:LIMIT].strip(" .")
    return f"_{cleaned}" if not cleaned or _RESERVED.fullmatch(cleaned) else cleaned


def picture_stem(atlas: Atlas, chain: str, section: str | None = None) -> str:
    """Name without suffix of the picture of a chain, dated by the edition of the data."""
    found = atlas.chains[chain]
    part = next((s.name for s in found.sections if s.id == section), "") if section else ""
    return safe(
        text(
            "ui.export.stem",
            region=atlas.library.region.name,
            chain=found.label,
            section=part,
            date=_stamp(atlas.library.edition),
        )
    )


def paper_stem(atlas: Atlas, key: str, chains: Sequence[str], date: str) -> str:
    """Name without suffix of a briefing or of lists, dated by the 口径日期."""
    only = atlas.chains[chains[0]].short if len(chains) == 1 else ""
    region = atlas.library.region.name
    return safe(text(f"ui.export.stem.{key}", region=region, chain=only, date=_stamp(date)))


def _stamp(edition: str) -> str:
    """YYYYMMDD as far as the edition is exact: a month is not given a day it does not have."""
    return edition.replace("-", "")
