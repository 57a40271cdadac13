"""What is wrong with a question, or why nothing keeps it, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from liantu.analysis.portfolio.nouns import Resource
from liantu.analysis.portfolio.sound import Code, Trouble
from liantu.model import Atlas
from liantu.telling.portfolio import words
from liantu.wording import text

NO_BUDGET = "portfolio.trouble.no_budget"
"""That no total is given at all."""


def trouble(atlas: Atlas, found: Trouble) -> str:
    """One reason as a sentence."""
    told = dict(found.params)
    if found.code is Code.UNKNOWN:
        return _unknown(str(told["bid"]), str(told["by"]), atlas)
    if found.code is Code.OVER:
        return _over(told)
    said = {key: _said(atlas, key, value) for key, value in told.items()}
    return text(f"portfolio.trouble.{found.code}", **said)


def troubles(atlas: Atlas, found: Iterable[Trouble]) -> str:
    """All reasons, one after the other."""
    return "".join(trouble(atlas, one) for one in found)


def _unknown(bid: str, by: str, atlas: Atlas) -> str:
    group = by in ("exclusive", "inside", "outside")
    where = text(f"portfolio.by.{by}") if group else words.names(atlas, [by])
    return text("portfolio.trouble.unknown", bid=bid, by=where)


def _over(told: Mapping[str, object]) -> str:
    resource = Resource(str(told["resource"]))
    least, budget, short = (float(str(told[key])) for key in ("least", "budget", "short"))
    return text(
        "portfolio.trouble.over",
        resource=words.resource(resource),
        least=words.amount(resource, least),
        budget=words.amount(resource, budget),
        short=words.amount(resource, short),
    )


def _said(atlas: Atlas, key: str, value: object) -> object:
    """A value of a reason: names of projects and of resources, numbers as they are."""
    if isinstance(value, tuple):
        ids = [str(one) for one in value]
        known = [r for r in Resource if r in ids]
        return words.resources(known) if known else words.names(atlas, ids, len(ids))
    if isinstance(value, str) and key in ("bid", "other", "of"):
        return words.names(atlas, [value]) if value in atlas.projects else value
    if key == "what":
        told = str(value)
        return words.resource(Resource(told)) if told in list(Resource) else text("portfolio.value")
    return value
