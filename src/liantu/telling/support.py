"""Policies in words: what they ask for, and why an enterprise meets it, may meet it, or not."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.analysis.support import Check, Condition, Fit, Match
from liantu.analysis.work import first_day, last_day
from liantu.model import Atlas
from liantu.model.ledgers import Policy
from liantu.wording import text


def conditions(atlas: Atlas, policy: Policy) -> str:
    """Every condition; that none is written where there is none."""
    told = {
        Condition.HONOUR: policy.honours,
        Condition.CHAIN: tuple(atlas.chains[key].label for key in policy.chains),
        Condition.COUNTY: policy.counties,
        Condition.PRODUCT: tuple(atlas.products[key].name for key in policy.products),
        Condition.GATE: tuple(_gate(atlas, key) for key in policy.gates),
        Condition.OTHER: (policy.other,) if policy.other else (),
    }
    words = [_pair(condition, "、".join(names)) for condition, names in told.items() if names]
    return "；".join(words) or text("work.policy.unconditional")


def _gate(atlas: Atlas, gate: str) -> str:
    return atlas.gates[gate].item or atlas.gates[gate].text


def _pair(condition: Condition, words: str) -> str:
    return text("work.condition.told", name=text(f"work.condition.{condition}"), words=words)


def validity(policy: Policy, day: str) -> str:
    """From when until when it holds, and whether it does on a day."""
    unknown = text("ui.unknown")
    span = {"since": policy.since or unknown, "until": policy.until or unknown}
    if policy.since and day and first_day(policy.since) > day:
        return text("work.policy.early", **span)
    if policy.until and day and last_day(policy.until) < day:
        return text("work.policy.over", **span)
    return text(
        "work.policy.holds" if policy.since or policy.until else "work.policy.undated", **span
    )


def fit(match: Match) -> str:
    """``符合``, ``可能符合`` or ``不符合``."""
    return text(f"work.fit.{match.fit}")


def reasons(reading: Reading, match: Match) -> str:
    """Each condition with what the data say of it."""
    return "；".join(_reason(reading, match, check) for check in match.checks)


def lacking(match: Match) -> str:
    """``缺：荣誉、其他条件``: what nobody knows yet; empty where everything is known."""
    names = [
        text(f"work.condition.{check.condition}")
        for check in match.checks
        if check.fit is Fit.UNKNOWN
    ]
    return text("work.lacking", names="、".join(names)) if names else ""


def _reason(reading: Reading, match: Match, check: Check) -> str:
    names = "、".join(_named(reading.atlas, check))
    if check.condition is Condition.OTHER:
        return _pair(check.condition, text("work.fit.other", words=match.policy.other))
    code = f"work.fit.{check.condition}.{check.fit}"
    if (
        check.fit is Fit.UNKNOWN
        and names
        and check.condition in (Condition.PRODUCT, Condition.GATE)
    ):
        code = "work.fit.coming"
    return _pair(check.condition, text(code, names=names, county=match.enterprise.county))


def _named(atlas: Atlas, check: Check) -> Iterator[str]:
    for name in check.found:
        if check.condition is Condition.CHAIN:
            yield atlas.chains[name].label
        elif check.condition in (Condition.PRODUCT, Condition.GATE):
            yield atlas.products[name].name
        else:
            yield name
