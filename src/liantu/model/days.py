"""Which texts are a 口径日期."""

from __future__ import annotations

import re

YEARS = (1900, 2200)
"""The first and the last year of a 口径日期."""
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?", re.ASCII)


def is_date(text: str) -> bool:
    """Whether ``text`` is a year, month or day (ISO) that exists and may be a 口径日期."""
    if not _DATE.fullmatch(text) or not YEARS[0] <= int(text[:4]) <= YEARS[1]:
        return False
    from datetime import date  # noqa: PLC0415  the start of the window looks at none

    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True
