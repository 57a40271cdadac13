"""The dossier of a product."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.analysis.state import Maker, Situation, State
from liantu.model import Atlas, Basis, Byproduct, Input, Product, Route, RouteKind, Status
from liantu.model.classes import Word
from liantu.model.standing import Certainty, Standing
from liantu.model.target import Target
from liantu.telling import figures, making
from liantu.telling.answer import answer
from liantu.telling.dossiers.judgement import judgement_lines
from liantu.telling.line import (
    Dossier,
    Line,
    Part,
    capacity_remark,
    joined,
    parts,
    source_lines,
)
from liantu.telling.names import product_name
from liantu.telling.reasons import reasons
from liantu.telling.relations import (
    project_lines,
    projects_of,
    supplies_of,
    supply_lines,
)
from liantu.telling.standing import class_words
from liantu.telling.taking import input_role
from liantu.wording import text

_TERM = re.compile(r"(?<![\w.])(\d*)([a-z]\w*)")


def product_dossier(reading: Reading, product: str, chain: str = "") -> Dossier:
    """Everything known of ``product``; raises ``KeyError`` for an unknown one."""
    item = reading.atlas.products[product]
    situation = reading.situation
    verdict = reading.verdicts.get(product)
    state = situation.state(product)
    makers = situation.makers(product)
    return Dossier(
        title=item.name,
        suspected=verdict is not None and verdict.certainty is Certainty.SUSPECTED,
        chip=class_words(verdict) if verdict else text(f"ui.state.{state}"),
        state=_look(verdict, state),
        why_of=product if verdict else "",
        subtitle=joined(_stage(reading.atlas, product, chain), joined(item.gbt, item.gbt_name)),
        parts=(
            *parts(
                ("why.part.answer", _answer(reading, verdict)),
                ("ui.part.about", _about(item)),
                ("ui.part.supply", _supply(situation, item)),
                ("ui.part.judged", judgement_lines(reading, verdict) if verdict else ()),
                ("ui.part.why", _why(reading, product)),
            ),
            *_routes(reading, item),
            *parts(
                ("ui.part.makers", [_maker(reading, maker) for maker in makers]),
                (
                    "ui.part.consumers",
                    _links(reading.atlas, reading.atlas.consumers.get(product, ())),
                ),
                ("ui.part.yielded", _links(reading.atlas, situation.by_product_of(product))),
                (
                    "ui.part.supplies",
                    supply_lines(reading.atlas, supplies_of(reading.atlas, product=product)),
                ),
                (
                    "ui.part.projects",
                    project_lines(
                        reading.atlas, projects_of(reading.atlas, product=product), {product}
                    ),
                ),
                (
                    "ui.part.chains",
                    chain_lines(reading.atlas, reading.atlas.chains_of.get(product, ())),
                ),
                (
                    "ui.part.sources",
                    source_lines(reading.atlas, _sources(reading.atlas, item, makers)),
                ),
            ),
        ),
    )


def _look(verdict: Verdict | None, state: State) -> str:
    """How the chip is coloured: as the badge on the map, else by state."""
    worst = verdict.worst if verdict else None
    return state.value if worst in (None, Word.STEADY) else worst.value


def _answer(reading: Reading, verdict: Verdict | None) -> Iterator[Line]:
    if verdict is not None:
        yield Line(answer(reading, verdict.product))


def _why(reading: Reading, product: str) -> Iterator[Line]:
    if product in reading.verdicts:
        for number, reason in enumerate(reasons(reading, product), 1):
            yield Line(f"{number}  {reason.text}", doubt=reason.doubt)


def chain_lines(atlas: Atlas, chains: Iterable[str]) -> list[Line]:
    """One line that leads to each chain."""
    return [Line(atlas.chains[c].name, target=Target("chain", c)) for c in chains]


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


def _routes(reading: Reading, item: Product) -> Iterator[Part]:
    for route in item.routes:
        code = "ui.part.route" if route.kind is RouteKind.MAKE else "ui.part.bought"
        lines = tuple(_route(reading, item, route)) or (Line(text("ui.route.empty")),)
        yield Part(text(code, name=route.name or route.id), lines)


def _route(reading: Reading, item: Product, route: Route) -> Iterator[Line]:
    atlas = reading.atlas
    shares = reading.situation.recipes.shares(item.id, route)
    for each in route.inputs:
        line = _flow(atlas, item, each, each.floor, "ui.input.floor")
        why = text("why.role.reason", reason=each.reason) if each.reason else ""
        said = input_role(each, shares.get(each.product))
        yield replace(line, remark=joined(said, line.remark, why))
    for other in route.byproducts:
        line = _flow(atlas, item, other, other.maximum, "ui.byproduct.maximum")
        code = "ui.byproduct.recycle" if other.recycle else "ui.byproduct"
        yield Line(text(code, name=line.words), line.figure, line.remark, line.target, line.doubt)
    if route.equation:
        yield Line(text("ui.route.equation", value=_spelt(atlas, route.equation)))


def _spelt(atlas: Atlas, equation: str) -> str:
    """The equation with names for the ids that the data files use."""

    def name(found: re.Match[str]) -> str:
        product = atlas.products.get(found[2])
        if product is None:
            return found[0]
        return f"{found[1]} {product.name}" if found[1] else product.name

    return _TERM.sub(name, equation)


def _flow(
    atlas: Atlas, item: Product, flow: Input | Byproduct, bound: float | None, code: str
) -> Line:
    figure = text(
        "ui.input.amount", number=figures.number(flow.per_unit), unit=flow.unit, per=item.base_unit
    )
    limit = text(code, number=figures.number(bound)) if bound is not None else ""
    return Line(
        product_name(atlas, flow.product),
        figure,
        joined(text(f"ui.basis.{flow.basis}"), limit),
        Target("product", flow.product) if flow.product in atlas.products else None,
        doubt=flow.basis is Basis.ESTIMATE,
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
    )


def _links(atlas: Atlas, products: Iterable[str]) -> list[Line]:
    return [
        Line(product_name(atlas, p), target=Target("product", p) if p in atlas.products else None)
        for p in products
    ]


def _sources(atlas: Atlas, item: Product, makers: Iterable[Maker]) -> Iterator[str]:
    for maker in makers:
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
