"""What is wrong with the names that a new library is to begin with, as they are typed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from dataclasses import field as made

REGION, COUNTIES, CHAINS = "region", "counties", "chains"
"""The three fields."""
LIMITS = {REGION: 120, COUNTIES: 60, CHAINS: 120}
"""Characters that the file format takes (``library.fields``)."""
SEPARATORS = "，、；,;\n"
"""What stands between names that are typed in one field."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A name that cannot stay: ``code`` and ``params`` of its sentence."""

    field: str
    code: str
    params: dict[str, str | int] = made(default_factory=dict)


def split(typed: str, *, blanks: bool = False) -> tuple[str, ...]:
    """The names in a field, without the blanks around them; ``blanks`` also part two names."""
    names = re.split(rf"[{SEPARATORS}]" + (r"|\s" if blanks else ""), typed)
    return tuple(name for name in map(str.strip, names) if name)


def troubles(
    region: str, counties: Sequence[str], own: Sequence[str], taken: Iterable[str] = ()
) -> tuple[Trouble, ...]:
    """All that is wrong; ``taken`` are the names of the shipped chains that were chosen."""
    found = [] if region.strip() else [Trouble(REGION, "library.start.region_empty")]
    for name, values in ((REGION, [region.strip()]), (COUNTIES, counties), (CHAINS, own)):
        found += [trouble for value in values if (trouble := _spelling(name, value))]
    found += _twice(COUNTIES, counties)
    found += _twice(CHAINS, (*taken, *own))
    return tuple(found)


def _spelling(name: str, value: str) -> Trouble | None:
    if len(value) > LIMITS[name]:
        return Trouble(name, "library.start.long", {"name": value[:20], "limit": LIMITS[name]})
    if any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn", "Cs") for c in value):
        return Trouble(name, "library.start.unseen", {"name": value[:20]})
    return None


def _twice(name: str, values: Sequence[str]) -> list[Trouble]:
    keys = [unicodedata.normalize("NFKC", value).casefold() for value in values]
    double = dict.fromkeys(v for v, k in zip(values, keys, strict=True) if keys.count(k) > 1)
    return [Trouble(name, "library.start.twice", {"name": value}) for value in list(double)[-1:]]
