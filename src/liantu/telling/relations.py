"""Projects, supplies and clusters as lines of a dossier."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Cluster, Honour, Phase, Project, Supply
from liantu.model.plants import over, untold
from liantu.model.records import PROJECT_AMOUNTS
from liantu.model.statements import held
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.line import Line, honesty, joined
from liantu.telling.making import When, status_words
from liantu.wording import text

_DAY = re.compile(r"\d{4}(-\d\d)*")


def projects_of(
    atlas: Atlas, *, product: str = "", enterprise: str = "", chain: str = ""
) -> list[Project]:
    """Projects that touch the product, the enterprise or the chain; one of them is given."""
    kind, id_ = _given(product=product, enterprise=enterprise, chain=chain)
    return [*atlas.projects_at.get((kind, id_), ())]


def project_lines(
    reading: Reading, projects: Iterable[Project], beside: Container[str]
) -> Iterator[Line]:
    """One line a project: state, phases, money, date, with what is doubtful about it.

    ``beside``: the products whose capacities stand in the same dossier, and for their phases;
    what is only told of after the 口径日期 is faded, and said to be.
    """
    atlas = reading.atlas
    for item in projects:
        later = _is_later(item, reading.date)
        remark, doubt = honesty(atlas, item.as_of, item.inferred, item.why)
        phases = "；".join(
            phase_text(reading, item, phase) for phase in untold(atlas, item, beside)
        )
        money = [
            text(f"ui.project.{key}", value=value.text)
            for key in PROJECT_AMOUNTS
            if (value := getattr(item, key)) is not None
        ]
        target = Target("enterprise", item.enterprise) if item.enterprise else None
        yield Line(
            item.name,
            text("pool.state.told_later", state=state_text(item)) if later else state_text(item),
            joined(owner_name(atlas, item), phases, *money, item.when, item.note, remark),
            target,
            doubt,
            faded=later,
        )


def _is_later(item: Project, date: str) -> bool:
    """Whether it is told of only after a date; a day that is not known is not later."""
    found = _DAY.match(item.when)
    told = found[0] if found else item.as_of
    return bool(date and told) and told[: len(date)] > date[: len(told)]


def state_text(item: Project) -> str:
    """How far it has come: the word, else what an older file says, else its status."""
    if item.state is not None:
        return text(f"ui.project.state.{item.state}")
    return item.state_text or text(f"ui.status.{item.status}")


def owner_name(atlas: Atlas, item: Project) -> str:
    """The enterprise behind a project, or the owner as the source names it."""
    found = atlas.enterprises.get(item.enterprise)
    return found.name if found else item.owner


def phase_text(reading: Reading, project: Project, phase: Phase) -> str:
    """``双酚A 20 万吨/年 在产 2022-10-26 起``; before it ``双酚A 20 万吨/年 起于 2022-10-26``; and
    where it is built no more ``己内酰胺 30 万吨/年 在建至 2024-04-01``.
    """
    product = reading.atlas.products.get(phase.product)
    amount = ""
    if phase.amount is not None:
        amount = figures.amount(phase.amount, phase.unit)
    since = text("ui.since", date=phase.since) if phase.since else ""
    standing = text(f"ui.status.{phase.status}")
    if phase.since[: len(reading.date)] > reading.date:
        standing, since = status_words(When.LATER, phase.status, phase.since, ""), ""
    end = over(reading.atlas, project, phase)
    if end and end <= reading.situation.day:
        standing, since = status_words(When.EARLIER, phase.status, "", end), ""
    words = (product.name if product else "", amount, standing, since)
    return " ".join(w for w in (*words, phase.note) if w)


def supplies_of(atlas: Atlas, *, product: str = "", enterprise: str = "") -> list[Supply]:
    """Recorded supplies of the product, or with the enterprise at either end; one is given."""
    kind, id_ = _given(product=product, enterprise=enterprise)
    return [*atlas.supplies_at.get((kind, id_), ())]


def _given(**ids: str) -> tuple[str, str]:
    """The kind and the id of what is asked for."""
    ((kind, id_),) = ((kind, id_) for kind, id_ in ids.items() if id_)
    return kind, id_


def supply_lines(atlas: Atlas, supplies: Iterable[Supply], own: str = "") -> Iterator[Line]:
    """One line a supply; it leads to the other party, else to the product."""
    for item in supplies:
        _, doubt = honesty(atlas, "", item.inferred, item.why)
        why = text("ui.inferred.why", why=item.why) if item.inferred else ""
        other = item.customer if item.supplier == own else item.supplier or item.customer
        target = None
        if other and other != own:
            target = Target("enterprise", other)
        elif item.product:
            target = Target("product", item.product)
        yield Line(
            text("ui.supply.line", supplier=item.supplier_name, customer=item.customer_name),
            text(f"ui.mode.{item.mode}"),
            joined(item.claim, *supply_facts(atlas, item), item.note, why),
            target,
            doubt,
        )


def supply_facts(atlas: Atlas, item: Supply) -> Iterator[str]:
    """How much goes this way and what it means to the customer, as far as it is known."""
    if item.amount is not None:
        yield text("ui.supply.amount", amount=figures.amount(item.amount, item.unit))
    if item.share is not None:
        yield text("ui.supply.share", share=figures.number(item.share * 100))
    if item.stock_days is not None:
        yield text("ui.supply.stock", days=figures.number(item.stock_days))
    if item.essential is not None:
        yield text("ui.supply.essential" if item.essential else "ui.supply.spare")
    if names := substitutes(atlas, item):
        yield text("ui.supply.substitutes", names=names)


def substitutes(atlas: Atlas, item: Supply) -> str:
    """The enterprises that the customer names as able to supply instead."""
    firms = (atlas.enterprises[id_].label for id_ in item.substitutes if id_ in atlas.enterprises)
    return "、".join(firms)


def cluster_lines(clusters: Iterable[Cluster], day: str) -> Iterator[Line]:
    """One line a cluster, with its honours up to ``day``."""
    for item in clusters:
        remark = joined(item.county, titles(held(item.honours, day)), item.scale, item.note)
        yield Line(item.name, item.year, remark)


def titles(honours: Iterable[Honour]) -> str:
    """Honours with their years."""
    return "、".join(
        text("ui.honour.year", name=h.name, year=h.year[:4]) if h.year else h.name for h in honours
    )
