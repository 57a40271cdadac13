"""Which enterprises a policy is for: each of its conditions against what the data say.

What the data do not say is unknown, never unmet: a title that is not on record may be held, a
product that nobody recorded may be made. Only a county or a chain that the data give denies one.
"""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from liantu.analysis.reading import Reading
from liantu.analysis.work import first_day, last_day
from liantu.model import Enterprise
from liantu.model.ledgers import Policy
from liantu.model.statements import held
from liantu.model.verification import UNPLACED


class Fit(enum.StrEnum):
    """Whether a condition is met, or all of them are."""

    MET = "met"
    UNKNOWN = "unknown"
    UNMET = "unmet"


class Condition(enum.StrEnum):
    """What a policy asks for."""

    HONOUR = "honour"
    CHAIN = "chain"
    COUNTY = "county"
    PRODUCT = "product"
    GATE = "gate"
    OTHER = "other"


NARROW = frozenset({Condition.HONOUR, Condition.PRODUCT, Condition.GATE})
"""What picks enterprises out of a chain or a county."""


@dataclass(frozen=True, slots=True)
class Check:
    """A condition with what was ``found``: titles as they are called, chains and products by id, a
    county by name; of one that is not met, what there is instead.
    """

    condition: Condition
    fit: Fit
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A policy and an enterprise, condition by condition."""

    policy: Policy
    enterprise: Enterprise
    checks: tuple[Check, ...]

    @property
    def fit(self) -> Fit:
        """Unmet where one condition is, else unknown where one is."""
        fits = {check.fit for check in self.checks}
        return next((f for f in (Fit.UNMET, Fit.UNKNOWN) if f in fits), Fit.MET)

    @property
    def is_told(self) -> bool:
        """Whether there is a reason to name the enterprise: something speaks for it that not every
        other one of its chain or county has, where the policy asks for such.
        """
        if self.fit is Fit.UNMET or not self.checks:
            return False
        narrow = [check for check in self.checks if check.condition in NARROW]
        return any(check.found for check in narrow or self.checks)


def in_force(policy: Policy, day: str) -> bool:
    """Whether it holds on ``day``, its last one included; an unknown day binds nothing."""
    if not day:
        return not policy.until
    began = not policy.since or first_day(policy.since) <= day
    return began and not (policy.until and last_day(policy.until) < day)


def matches(reading: Reading, policy: Policy) -> list[Match]:
    """The policy against every enterprise, in the order of the atlas."""
    return [match(reading, policy, firm) for firm in reading.atlas.enterprises.values()]


def match(reading: Reading, policy: Policy, firm: Enterprise) -> Match:
    """The policy against one enterprise; without conditions there is nothing to check."""
    return Match(policy, firm, tuple(_checks(reading, policy, firm)))


def _checks(reading: Reading, policy: Policy, firm: Enterprise) -> Iterator[Check]:
    if policy.honours:
        yield _honour(reading, policy.honours, firm)
    if policy.chains:
        yield _chain(reading, policy.chains, firm)
    if policy.counties:
        yield _county(policy.counties, firm)
    if policy.products:
        wanted = frozenset(policy.products)
        yield _makes(reading, Condition.PRODUCT, wanted.__contains__, firm)
    if policy.gates:
        yield _makes(reading, Condition.GATE, lambda p: _covered(reading, policy.gates, p), firm)
    if policy.other:
        yield Check(Condition.OTHER, Fit.UNKNOWN)


def _honour(reading: Reading, wanted: Sequence[str], firm: Enterprise) -> Check:
    found = tuple(
        honour.name
        for honour in held(firm.honours, reading.situation.day)
        if any(word == honour.level or word in honour.name for word in wanted)
    )
    return Check(Condition.HONOUR, Fit.MET if found else Fit.UNKNOWN, found)


def _chain(reading: Reading, wanted: Sequence[str], firm: Enterprise) -> Check:
    """A firm that the data put into other chains, and that makes nothing of these, is of none."""
    found = tuple(c for c in reading.chains_of_enterprise(firm.id) if c in wanted)
    if found:
        return Check(Condition.CHAIN, Fit.MET, found)
    return Check(Condition.CHAIN, Fit.UNMET if firm.chains else Fit.UNKNOWN, firm.chains)


def _county(wanted: Sequence[str], firm: Enterprise) -> Check:
    if firm.county in wanted:
        return Check(Condition.COUNTY, Fit.MET, (firm.county,))
    known = firm.county not in ("", UNPLACED)
    return Check(Condition.COUNTY, Fit.UNMET if known else Fit.UNKNOWN)


def _makes(
    reading: Reading, condition: Condition, wanted: Callable[[str], bool], firm: Enterprise
) -> Check:
    """What it makes on the day; what is coming, contested or has ended is named and not met."""
    named = dict.fromkeys(c.product for c in firm.capacities if wanted(c.product))
    made = tuple(p for p in named if firm.id in reading.situation.firms(p))
    return Check(condition, Fit.MET if made else Fit.UNKNOWN, made or tuple(named))


def _covered(reading: Reading, gates: Sequence[str], product: str) -> bool:
    atlas = reading.atlas
    code = atlas.products[product].gbt
    return any(atlas.gates[gate].covers(product, code) for gate in gates)
