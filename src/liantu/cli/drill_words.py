"""How drills are told on the command line: ``汇隆=50%``, ``汇隆=0.5@3``."""

from __future__ import annotations

from collections.abc import Iterable

from liantu.cli.usage import UsageError, known
from liantu.model import Atlas
from liantu.model.drill import Measure, MeasureKind, Shock, ShockKind
from liantu.telling import naming

_PER_CENT = 100.0


def shock(atlas: Atlas, kind: ShockKind, told: str) -> Shock:
    """``NAME``, ``ID`` or either with ``=share``; raises :class:`UsageError`."""
    name, _, share = told.partition("=")
    return Shock(kind, _id(atlas, kind, name.strip()), _share(told, share) if share else 1.0)


def measure(atlas: Atlas, shocks: Iterable[Shock], told: str) -> Measure:
    """``NAME=share@day``: from that day on it makes that share again; raises
    :class:`UsageError`.
    """
    name, _, rest = told.partition("=")
    share, _, day = rest.partition("@")
    if not rest or not (day or "0").isdecimal():
        raise UsageError("cli.usage.restore", value=told)
    for one in shocks:
        if name.strip() in _names(atlas, one):
            back = _share(told, share, least=0.0)
            kind = MeasureKind.RESTORE
            return Measure(kind, int(day or 0), id=one.id, share=1.0 - back)
    raise UsageError("cli.usage.restored", name=name)


def _share(told: str, words: str, least: float = 1e-9) -> float:
    number = words.strip().removesuffix("%")
    try:
        found = float(number) / (_PER_CENT if words.strip().endswith("%") else 1.0)
    except ValueError:
        found = -1.0
    if not least <= found <= 1.0:
        raise UsageError("cli.usage.share", value=told)
    return found


def _id(atlas: Atlas, kind: ShockKind, name: str) -> str:
    if kind is ShockKind.COUNTY:
        return known("county", name, naming.counties(atlas))
    if kind is ShockKind.ENTERPRISE:
        return known("enterprise", name, naming.enterprises(atlas))
    return known("product", name, naming.products(atlas, atlas.products))


def _names(atlas: Atlas, found: Shock) -> tuple[str, ...]:
    thing = atlas.enterprises.get(found.id) or atlas.products.get(found.id)
    return (found.id, thing.name, thing.short, thing.label, *thing.aka) if thing else (found.id,)
