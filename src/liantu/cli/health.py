"""数据体检 on the command line: how far the data can be trusted, and what each check found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from liantu.library import Loaded
from liantu.telling.health import findings
from liantu.telling.trust import Trust, chain_trust, percent, whole_trust
from liantu.wording import text


def lines(loaded: Loaded, *, every: bool) -> Iterator[str]:
    """The section of ``check``: shares of the folder and of each chain, then the checks: ``every``
    one, or those that found something.
    """
    atlas = loaded.atlas
    if not atlas.chains:
        return
    yield text("cli.health")
    yield _shares(text("cli.health.all"), whole_trust(atlas))
    for chain in atlas.chains.values():
        yield _shares(chain.label, chain_trust(atlas, chain.id))
    yield text("cli.health.checks")
    found = findings(loaded.issues)
    shown = [item for item in found if every or item.count]
    for item in shown:
        yield text("cli.health.check", name=item.title, count=item.count)
    if len(shown) < len(found):
        yield text("cli.health.clean", count=len(found) - len(shown))


def as_json(loaded: Loaded) -> dict[str, object]:
    """The same as counts, for programs."""
    atlas = loaded.atlas
    return {
        "all": asdict(whole_trust(atlas)),
        "chains": {chain: asdict(chain_trust(atlas, chain)) for chain in atlas.chains},
        "checks": {item.code or "reading": item.count for item in findings(loaded.issues)},
    }


def _shares(name: str, trust: Trust) -> str:
    return text(
        "cli.health.line",
        name=name,
        rows=trust.capacities,
        sourced=percent(trust.sourced, trust.capacities),
        inferred=percent(trust.inferred, trust.capacities),
        stale=percent(trust.stale, trust.capacities),
        unknown=percent(trust.unknown, trust.capacities),
        coefficients=trust.coefficients,
        measured=percent(trust.measured, trust.coefficients),
        theory=percent(trust.theory, trust.coefficients),
        estimates=percent(trust.estimates, trust.coefficients),
    )
