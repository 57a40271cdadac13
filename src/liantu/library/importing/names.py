"""Which enterprise of the atlas a written name means."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from liantu.library.firm_names import name_key
from liantu.model import Atlas, Enterprise

__all__ = ["firms_by_key", "name_key"]


def firms_by_key(atlas: Atlas) -> Mapping[str, tuple[str, ...]]:
    """Key of a name → ids of the enterprises that are called so: full names before former ones,
    these before short ones. More than one id: the name alone does not tell which.
    """
    found: dict[str, dict[str, None]] = {}
    for names in (_full, _former, _short):
        for firm in atlas.enterprises.values():
            for name in names(firm):
                if key := name_key(name):
                    found.setdefault(key, {})[firm.id] = None
    return {key: tuple(ids) for key, ids in found.items()}


def _full(firm: Enterprise) -> Iterator[str]:
    yield firm.name


def _former(firm: Enterprise) -> Iterator[str]:
    yield from firm.aka


def _short(firm: Enterprise) -> Iterator[str]:
    if firm.short:
        yield firm.short
