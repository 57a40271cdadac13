"""The dossier of a product."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.analysis.state import Maker, Situation
from liantu.model import Atlas, Basis, Byproduct, Input, Product, Route, RouteKind, Status
from liantu.model.standing import Standing
from liantu.model.target import Target
from liantu.telling import figures, making, memos
from liantu.telling.answer import answer
from liantu.telling.dossiers import gist, outage, work
from liantu.telling.dossiers.judgement import judgement_lines
from liantu.telling.dossiers.nearby import links, near_parts
from liantu.telling.line import (
    Dossier,
    Line,
    Part,
    amend,
    capacity_remark,
    folded,
    how_many,
    joined,
    source_lines,
)
from liantu.telling.mark import mark, marks
from liantu.telling.names import product_name
from liantu.telling.relations import (
    project_lines,
    projects_of,
    supplies_of,
    supply_lines,
)
from liantu.telling.shocks import backup
from liantu.telling.whom import ask_lines
from liantu.telling.why.reasons import reasons, term_text
from liantu.telling.why.taking import input_role
from liantu.wording import text

_TERM = re.compile(r"(?<![\w.])(\d*)([a-z]\w*)")


def product_dossier(reading: Reading, product: str, chain: str = "") -> Dossier:
    """Everything known of ``product``; raises ``KeyError`` for an unknown one."""
    item = reading.atlas.products[product]
    verdict = reading.verdicts.get(product)
    return Dossier(
        title=item.name,
        chip="",
        subtitle=joined(_stage(reading.atlas, product, chain), joined(item.gbt, item.gbt_name)),
        parts=(*near_parts(reading, product), *_folded(reading, item, verdict)),
        conclusion=answer(reading, product) if verdict else "",
        marks=marks(reading, product),
        why_of=product if verdict else "",
        fold_of=product,
    )


def _folded(reading: Reading, item: Product, verdict: Verdict | None) -> Iterator[Part]:
    """The parts of which the head tells the answer."""
    sources = source_lines(reading.atlas, sources_of(reading, item))
    about = tuple(_about(item))
    if verdict is not None:
        yield folded("ui.part.why", gist.why(reading, verdict), _why(reading, verdict))
    yield folded("ui.part.sums", gist.sums(reading, item), _sums(reading, item))
    yield folded("ui.part.routes", gist.routes(item), _routes(reading, item))
    yield folded("ui.part.makers", gist.makers(reading, item), _firms(reading, item, verdict))
    yield from backup.of_product(reading, item.id)
    yield folded("ui.part.projects", *_projects(reading, item))
    yield from outage.of_product(reading, item.id)
    yield from work.of_product(reading, item.id)
    yield from memos.part(reading.base, "product", item.id)
    yield folded("ui.part.sources", how_many(sources), sources)
    if about:
        yield folded("ui.part.about", about[0].words, about)


def _why(reading: Reading, verdict: Verdict) -> Iterator[Line]:
    yield from judgement_lines(reading, verdict)
    for number, reason in enumerate(reasons(reading, verdict.product), 1):
        yield Line(f"{number}  {reason.text}", doubt=reason.doubt)


def _projects(reading: Reading, item: Product) -> tuple[str, list[Line]]:
    found = projects_of(reading.atlas, product=item.id)
    words = text("ui.gist.projects", count=len(found)) if found else text("ui.gist.projects.none")
    return words, list(project_lines(reading, found, {item.id}))


def _sums(reading: Reading, item: Product) -> Iterator[Line]:
    """Supply and need with their terms, then all that is made of it."""
    yield from _supply(reading.situation, item)
    verdict = reading.verdicts.get(item.id)
    balance = verdict.balance if verdict else None
    for term in balance.terms if balance else ():
        doubt = term.amount is None or term.basis is Basis.ESTIMATE
        yield Line(term_text(reading.atlas, term, balance.unit if balance else ""), doubt=doubt)
    below = links(reading, reading.atlas.consumers.get(item.id, ()))
    if below:
        yield Line(text("ui.part.consumers"), head=True)
        yield from below


def _firms(reading: Reading, item: Product, verdict: Verdict | None) -> Iterator[Line]:
    """Who makes it in full, what yields it beside, who supplies whom, and who may know more."""
    for maker in reading.situation.makers(item.id):
        yield _maker(reading, maker)
    yielded = links(reading, reading.situation.by_product_of(item.id))
    supplies = tuple(supply_lines(reading.atlas, supplies_of(reading.atlas, product=item.id)))
    asked = tuple(ask_lines(reading, verdict)) if verdict else ()
    for code, lines in (
        ("ui.part.yielded", yielded),
        ("ui.part.supplies", supplies),
        ("why.part.ask", asked),
    ):
        if lines:
            yield Line(text(code), head=True)
            yield from lines


def _stage(atlas: Atlas, product: str, chain: str) -> str:
    found = atlas.chains.get(chain)
    if found is None:
        return ""
    stage = next((m.stage for m in found.members() if m.product == product), "")
    return next((s.name for s in found.stages if s.id == stage), "")


def _about(item: Product) -> Iterator[Line]:
    if item.definition:
        yield Line(item.definition)
    for code, value in (
        ("ui.about.aka", "、".join(item.aka)),
        ("ui.about.uses", "、".join(item.uses)),
        ("ui.about.formula", item.formula),
        ("ui.about.hs", item.hs),
        ("ui.about.unit", item.unit),
    ):
        if value:
            yield Line(text(code, value=value))
    for flag in item.flags:
        yield Line(text("ui.about.flag", value=flag.text))


def _supply(situation: Situation, item: Product) -> Iterator[Line]:
    shown = figures.supply(situation.supply(item.id))
    if shown:
        yield Line(text("ui.supply.local"), figure=shown)
    elif situation.is_local(item.id):
        group = situation.standing(item.id) is Standing.GROUP
        words = text("ui.supply.group" if group else "ui.supply.byproduct")
        yield Line(words, figure=text("ui.amount.unknown"))


def _routes(reading: Reading, item: Product) -> Iterator[Line]:
    for route in item.routes:
        code = "ui.part.route" if route.kind is RouteKind.MAKE else "ui.part.bought"
        yield Line(text(code, name=route.name or route.id), head=True)
        yield from tuple(_route(reading, item, route)) or (Line(text("ui.route.empty")),)


def _route(reading: Reading, item: Product, route: Route) -> Iterator[Line]:
    shares = reading.situation.recipes.shares(item.id, route)
    for each in route.inputs:
        line = _flow(reading, item, each, each.floor, "ui.input.floor")
        why = text("why.role.reason", reason=each.reason) if each.reason else ""
        said = input_role(each, shares.get(each.product))
        yield replace(line, remark=joined(said, line.remark, why))
    for other in route.byproducts:
        line = _flow(reading, item, other, other.maximum, "ui.byproduct.maximum")
        code = "ui.byproduct.recycle" if other.recycle else "ui.byproduct"
        yield replace(line, words=text(code, name=line.words))
    if route.equation:
        yield Line(text("ui.route.equation", value=_spelt(reading.atlas, route.equation)))


def _spelt(atlas: Atlas, equation: str) -> str:
    """The equation with names for the ids that the data files use."""

    def name(found: re.Match[str]) -> str:
        product = atlas.products.get(found[2])
        if product is None:
            return found[0]
        return f"{found[1]} {product.name}" if found[1] else product.name

    return _TERM.sub(name, equation)


def _flow(
    reading: Reading, item: Product, flow: Input | Byproduct, bound: float | None, code: str
) -> Line:
    known = flow.product in reading.atlas.products
    figure = text(
        "ui.input.amount", number=figures.number(flow.per_unit), unit=flow.unit, per=item.base_unit
    )
    limit = text(code, number=figures.number(bound)) if bound is not None else ""
    return Line(
        product_name(reading.atlas, flow.product),
        figure,
        joined(text(f"ui.basis.{flow.basis}"), limit),
        Target("product", flow.product) if known else None,
        doubt=flow.basis is Basis.ESTIMATE,
        mark=mark(reading, flow.product) if known else None,
    )


def _maker(reading: Reading, maker: Maker) -> Line:
    item = maker.capacity
    not_yet = item.status is Status.OPERATING and not (maker.operating or item.contested)
    waiting = text("ui.not_operating") if not_yet else ""
    remark, doubt = capacity_remark(reading.atlas, item, waiting)
    return Line(
        maker.enterprise.name,
        joined(making.standing(reading, item), figures.capacity(item)),
        remark,
        Target("enterprise", maker.enterprise.id),
        doubt,
        faded=not maker.operating,
        amend=amend(reading.base, maker.enterprise.id, item),
    )


def sources_of(reading: Reading, item: Product) -> Iterator[str]:
    """The ids of all sources of what is said of a product, the makers first; some come twice."""
    atlas = reading.atlas
    for maker in reading.situation.makers(item.id):
        yield from maker.capacity.sources or maker.enterprise.sources
    for supply in supplies_of(atlas, product=item.id):
        yield from supply.sources
    for project in projects_of(atlas, product=item.id):
        yield from project.sources
    for flag in item.flags:
        yield from flag.sources
    for route in item.routes:
        for need in route.inputs:
            yield from need.sources
        for other in route.byproducts:
            yield from other.sources
