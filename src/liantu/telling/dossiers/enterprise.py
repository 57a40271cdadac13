"""The dossier of an enterprise."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Capacity, Enterprise
from liantu.model.target import Target
from liantu.telling import figures, making
from liantu.telling.dossiers.product import chain_lines
from liantu.telling.line import (
    Dossier,
    Line,
    capacity_remark,
    honesty,
    joined,
    parts,
    source_lines,
)
from liantu.telling.names import product_name
from liantu.telling.relations import (
    project_lines,
    projects_of,
    supplies_of,
    supply_lines,
)
from liantu.wording import text


def enterprise_dossier(reading: Reading, enterprise: str) -> Dossier:
    """Everything known of ``enterprise``; raises ``KeyError`` for an unknown one."""
    atlas = reading.atlas
    item = atlas.enterprises[enterprise]
    return Dossier(
        title=item.name,
        map_of=enterprise if item.capacities else "",
        chip=text(f"ui.kind.{item.kind}"),
        state="",
        subtitle=joined(item.county, "、".join(item.aka)),
        parts=parts(
            ("ui.part.about", _about(atlas, item)),
            ("ui.part.capacities", [_capacity(reading, c) for c in item.capacities]),
            (
                "ui.part.supplies",
                supply_lines(atlas, supplies_of(atlas, enterprise=enterprise), enterprise),
            ),
            (
                "ui.part.projects",
                project_lines(
                    atlas,
                    projects_of(atlas, enterprise=enterprise),
                    {c.product for c in item.capacities},
                ),
            ),
            ("ui.part.honours", _honours(item)),
            (
                "ui.part.chains",
                chain_lines(atlas, reading.chains_of_enterprise(enterprise)),
            ),
            ("ui.part.unmapped", [Line(u.claim, remark=u.reason) for u in item.unmapped]),
            ("ui.part.sources", source_lines(atlas, _sources(atlas, item))),
        ),
    )


def _about(atlas: Atlas, item: Enterprise) -> Iterator[Line]:
    remark, doubt = honesty(atlas, item.as_of, item.inferred, item.why)
    if item.parent:
        found = atlas.enterprises.get(item.parent)
        name = found.name if found else item.parent
        target = Target("enterprise", item.parent) if found else None
        yield Line(text("ui.about.parent", value=name), target=target)
    if item.note:
        yield Line(item.note)
    if remark:
        yield Line(remark, doubt=doubt)


def _capacity(reading: Reading, item: Capacity) -> Line:
    atlas = reading.atlas
    remark, doubt = capacity_remark(atlas, item)
    return Line(
        product_name(atlas, item.product),
        joined(making.standing(reading, item), figures.capacity(item)),
        remark,
        Target("product", item.product) if item.product in atlas.products else None,
        doubt,
    )


def _honours(item: Enterprise) -> Iterator[Line]:
    for honour in item.honours:
        yield Line(honour.name, figure=honour.year)


def _sources(atlas: Atlas, item: Enterprise) -> Iterator[str]:
    yield from item.sources
    for supply in supplies_of(atlas, enterprise=item.id):
        yield from supply.sources
    for project in projects_of(atlas, enterprise=item.id):
        yield from project.sources
    for capacity in item.capacities:
        yield from capacity.sources
