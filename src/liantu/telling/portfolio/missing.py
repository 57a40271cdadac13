"""What is not known of the projects: which figures, whom to ask, and what they would be worth."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from liantu.analysis.portfolio.asking import Asked, asked
from liantu.analysis.portfolio.candidates import Candidate, Pool
from liantu.analysis.portfolio.nouns import Problem, Resource
from liantu.model import Atlas
from liantu.model.records import Project
from liantu.model.verification import UNPLACED
from liantu.telling.portfolio import words
from liantu.telling.portfolio.reasons import missing
from liantu.wording import text

FIRST = 3
"""Projects that the sentence names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A project that is left out for want of figures: ``resources`` of which its need is unknown,
    ``value``: nobody says what it will make. ``said``: the words of the source that give no number;
    ``whom``: who would know; ``points``: what the project would add.
    """

    project: str
    name: str
    chain: str
    county: str
    whom: str
    figures: str
    said: str
    points: float
    resources: tuple[Resource, ...]
    value: bool


def missings(atlas: Atlas, pool: Pool, problem: Problem) -> tuple[Missing, ...]:
    """The most worth asking first."""
    by_id = {c.id: c for c in pool.candidates}
    found = asked(problem)
    return tuple(_missing(atlas, by_id[one.lack.bid], one) for one in found)


def _missing(atlas: Atlas, candidate: Candidate, one: Asked) -> Missing:
    project, lack = candidate.project, one.lack
    chain = atlas.chains.get(project.chain)
    others = text("portfolio.lack.before", names=words.names(atlas, lack.before))
    return Missing(
        project=project.id,
        name=project.name,
        chain=chain.label if chain else "",
        county=project.county,
        whom=whom(atlas, project),
        figures=missing(lack) or others,
        said=_said(candidate, lack.resources),
        points=max(0.0, one.points),
        resources=lack.resources,
        value=lack.value,
    )


def _said(candidate: Candidate, resources: Iterable[Resource]) -> str:
    """What the source says where that gives no number of the resource."""
    found = [(r, candidate.needs[r].text) for r in resources]
    return "；".join(
        text("portfolio.said", resource=words.figure(r), words=said) for r, said in found if said
    )


def whom(atlas: Atlas, project: Project) -> str:
    """Who would know: the unit that builds it and the one that sees to it, else the county."""
    firm = atlas.enterprises.get(project.enterprise)
    owner = firm.name if firm is not None else project.owner
    found = [
        one for one in (owner, project.department) if one not in ("", UNPLACED, project.county)
    ]
    if found:
        return "、".join(dict.fromkeys(found))
    known = project.county in atlas.library.region.counties and project.county != UNPLACED
    return text("portfolio.whom.county", county=project.county) if known else _city(atlas)


def _city(atlas: Atlas) -> str:
    return text("portfolio.whom.city", region=atlas.library.region.name)


def sentence(found: tuple[Missing, ...], among: str) -> str:
    """How many of the projects (``among``) are left out, for want of what, and which to ask for."""
    if not found:
        return text("portfolio.missing.none", among=among)
    told = [
        text("portfolio.missing.of", figure=words.figure(r), count=count)
        for r, count in _counts(found).items()
    ]
    unmade = sum(one.value for one in found)
    if unmade:
        told.append(text("portfolio.missing.of_value", count=unmade))
    before = sum(not one.resources and not one.value for one in found)
    if before:
        told.append(text("portfolio.missing.of_before", count=before))
    words_ = text("portfolio.missing", among=among, count=len(found), figures="，".join(told))
    return words_ + _first(found)


def _counts(found: Iterable[Missing]) -> Mapping[Resource, int]:
    lines = list(found)
    counts = {r: sum(r in one.resources for one in lines) for r in Resource}
    return {r: count for r, count in counts.items() if count}


def _first(found: tuple[Missing, ...]) -> str:
    """Those that would add points once their figures are known."""
    worth = [one for one in found if one.points > 0][:FIRST]
    if not worth:
        return text("portfolio.missing.first.none")
    told = [
        text("portfolio.missing.worth", name=one.name, points=words.points(one.points))
        for one in worth
    ]
    return text("portfolio.missing.first", names="、".join(told))


def known(pool: Pool, problem: Problem, among: str) -> str:
    """How many of the competing projects say each of the four figures, whatever is budgeted."""
    ids = {bid.id for bid in problem.bids}
    ours = [c for c in pool.candidates if c.id in ids]
    told = [
        text(
            "portfolio.known",
            resource=words.figure(r),
            count=sum(problem.by_id[c.id].needs.get(r) is not None for c in ours),
        )
        for r in Resource
    ]
    products = sum(c.effects is not None for c in ours)
    parts = (*told, text("portfolio.known.products", count=products))
    return text("portfolio.known.all", among=among, known="，".join(parts))
