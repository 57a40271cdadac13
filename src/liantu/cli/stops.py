"""What fails as a command is told it: ``--stop 汇隆``, ``鲁西集团=0.5``, ``市外:煤炭``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.cli.usage import UsageError
from liantu.library.context import suggest
from liantu.model import Atlas
from liantu.model.drill import Shock, ShockKind
from liantu.wording import text


def stopped(reading: Reading, asked: Iterable[str]) -> Reading:
    """The reading with what is asked for beside what its drill has; raises :class:`UsageError`."""
    shocks = tuple(shock_of(reading.atlas, words) for words in asked)
    if not shocks:
        return reading
    drill = replace(reading.scenario.drill, shocks=(*reading.scenario.drill.shocks, *shocks))
    return reading.under(replace(reading.scenario, drill=drill))


def shock_of(atlas: Atlas, words: str) -> Shock:
    """What ``NAME`` or ``NAME=SHARE`` says: an enterprise, else a product, else a county by id or
    name; behind ``市外:`` (or ``outside:``) a product that comes from there.

    Raises :class:`UsageError` for a name that nothing has and for a share that is none.
    """
    name, _, told = words.partition("=")
    share = _share(words, told) if told else 1.0
    name = name.strip()
    place, colon, product = name.replace("\uff1a", ":").partition(":")
    if colon and place in (text("cli.stop.outside"), str(ShockKind.OUTSIDE)):
        kinds, name = {ShockKind.OUTSIDE: _products(atlas)}, product.strip()
    else:
        kinds = _kinds(atlas)
    for kind, known in kinds.items():
        if name in known:
            return Shock(kind, known[name], share)
    every = [word for known in kinds.values() for word in known]
    raise UsageError("cli.stop.unknown", name=name, near=suggest(name, every) or "—")


def _kinds(atlas: Atlas) -> dict[ShockKind, Mapping[str, str]]:
    firms = atlas.enterprises.values()
    names = {word: f.id for f in firms for word in (*f.aka, f.name, f.label, f.id)}
    counties = {name: name for name in atlas.library.region.counties}
    return {
        ShockKind.ENTERPRISE: names,
        ShockKind.PRODUCT: _products(atlas),
        ShockKind.COUNTY: counties,
    }


def _products(atlas: Atlas) -> Mapping[str, str]:
    return {word: p.id for p in atlas.products.values() for word in (p.name, p.label, p.id)}


def _share(words: str, told: str) -> float:
    try:
        share = float(told.rstrip("%")) / (100 if told.endswith("%") else 1)
    except ValueError:
        share = 0.0
    if not 0 < share <= 1:
        raise UsageError("cli.stop.share", words=words)
    return share
