"""The dossier of an enterprise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from liantu.analysis.reading import Reading
from liantu.model import Atlas, Capacity, Enterprise
from liantu.model.statements import held
from liantu.model.target import Target
from liantu.telling import figures, making, memos
from liantu.telling.dossiers import outage, work
from liantu.telling.line import (
    Dossier,
    Line,
    Part,
    amend,
    capacity_remark,
    counted,
    folded,
    honesty,
    how_many,
    joined,
    source_lines,
)
from liantu.telling.making import Made, When
from liantu.telling.mark import mark
from liantu.telling.names import brief, product_name
from liantu.telling.relations import (
    project_lines,
    projects_of,
    supplies_of,
    supply_lines,
)
from liantu.telling.shocks import backup
from liantu.wording import text

MOST = 12
"""Products that are named at once; all of them stand with their capacities below."""
MOST_SUPPLIES = 2


def enterprise_dossier(reading: Reading, enterprise: str) -> Dossier:
    """Everything known of ``enterprise``; raises ``KeyError`` for an unknown one."""
    atlas = reading.atlas
    item = atlas.enterprises[enterprise]
    found = making.made(reading, item)
    return Dossier(
        title=item.name,
        chip=text(f"ui.kind.{item.kind}"),
        subtitle=joined(item.county, "、".join(item.aka)),
        parts=tuple(p for p in _parts(reading, item, found) if p.lines),
        conclusion=_conclusion(reading, item, found),
        map_of=enterprise if item.capacities else "",
    )


def _conclusion(reading: Reading, item: Enterprise, found: tuple[Made, ...]) -> str:
    """How much it makes at the date, what comes, and in how many chains it stands."""
    now = {m.product for m in found if m.when is When.NOW}
    coming = {m.product for m in found if m.when in (When.LATER, When.NOT)} - now
    words = [text("ui.firm.now" if now else "ui.firm.nothing", count=len(now))]
    if coming:
        words.append(text("ui.firm.coming", count=len(coming)))
    words.append(text("ui.firm.chains", count=len(reading.chains_of_enterprise(item.id))))
    return text(
        "ui.firm.sentence",
        name=brief(item),
        date=reading.date or text("ui.unknown"),
        words="，".join(words),
    )


def _parts(reading: Reading, item: Enterprise, found: tuple[Made, ...]) -> Iterator[Part]:
    atlas = reading.atlas
    supplies = supplies_of(atlas, enterprise=item.id)
    chains = reading.chains_of_enterprise(item.id)
    now = list(dict.fromkeys(m.product for m in found if m.when is When.NOW))
    yield counted("ui.part.does", _does(reading, now), len(now), pills=True)
    pills = [Line(atlas.chains[c].label, target=Target("chain", c)) for c in chains]
    yield counted("ui.part.chains", pills, len(chains), pills=True)
    dealt = list(supply_lines(atlas, supplies, item.id))
    shown = [replace(line, remark="") for line in dealt[:MOST_SUPPLIES]]
    if len(dealt) > MOST_SUPPLIES:
        shown.append(Line(text("ui.supply.more", count=len(dealt) - MOST_SUPPLIES)))
    yield counted("ui.part.deals", shown, len(dealt))
    yield from outage.of_firm(reading, item.id)
    yield folded("ui.part.capacities", _gist(found), _capacities(reading, item))
    yield folded("ui.part.supplies", how_many(dealt), dealt)
    yield from backup.of_firm(reading, item.id)
    yield from work.of_firm(reading, item)
    yield from memos.part(reading.base, "enterprise", item.id)
    yield from _rest(reading, item)


def _rest(reading: Reading, item: Enterprise) -> Iterator[Part]:
    atlas = reading.atlas
    found = projects_of(atlas, enterprise=item.id)
    own = {c.product for c in item.capacities}
    about = tuple(_about(atlas, item))
    for code, lines in (
        ("ui.part.projects", list(project_lines(reading, found, own))),
        ("ui.part.honours", list(_honours(reading, item))),
        ("ui.part.unmapped", [Line(u.claim, remark=u.reason) for u in item.unmapped]),
        ("ui.part.sources", source_lines(atlas, sources_of(atlas, item))),
    ):
        yield folded(code, how_many(lines), lines)
    if about:
        yield folded("ui.part.about", about[0].words, about)


def _does(reading: Reading, products: list[str]) -> Iterator[Line]:
    for product in products[:MOST]:
        name = reading.atlas.products[product].label
        yield Line(name, target=Target("product", product), mark=mark(reading, product))
    if len(products) > MOST:
        yield Line(text("ui.firm.more", count=len(products) - MOST))


def _gist(found: tuple[Made, ...]) -> str:
    """How many statements hold now, later, not yet and no more."""
    counts = ((when, sum(m.when is when for m in found)) for when in When)
    return joined(*(text(f"ui.gist.made.{when}", count=n) for when, n in counts if n))


def _capacities(reading: Reading, item: Enterprise) -> Iterator[Line]:
    """What runs at the date, then what runs later, is planned and has ended, each under its head;
    what another source contests comes last.
    """
    groups: dict[str, list[Capacity]] = {f"ui.part.made.{when}": [] for when in When}
    groups["ui.made.contested"] = []
    for each in item.capacities:
        groups[_group(reading, each)].append(each)
    for code, found in groups.items():
        if found:
            yield Line(text(code, date=reading.date or text("ui.unknown")), head=True)
            now = code == f"ui.part.made.{When.NOW}"
            yield from (_capacity(reading, item.id, each, faded=not now) for each in found)


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


def _group(reading: Reading, item: Capacity) -> str:
    """The head under which it stands."""
    if item.contested:
        return "ui.made.contested"
    return f"ui.part.made.{making.when(reading, item)}"


def _capacity(reading: Reading, firm: str, item: Capacity, *, faded: bool) -> Line:
    atlas = reading.atlas
    known = item.product in atlas.products
    remark, doubt = capacity_remark(atlas, item)
    return Line(
        product_name(atlas, item.product),
        joined(making.standing(reading, item), figures.capacity(item)),
        remark,
        Target("product", item.product) if known else None,
        doubt,
        faded=faded,
        mark=mark(reading, item.product) if known and not faded else None,
        amend=amend(reading.base, firm, item),
    )


def _honours(reading: Reading, item: Enterprise) -> Iterator[Line]:
    """A title that was given after the date is faded, as what runs only then."""
    had = held(item.honours, reading.situation.day)
    for honour in item.honours:
        yield Line(honour.name, figure=honour.year, faded=honour not in had)


def sources_of(atlas: Atlas, item: Enterprise) -> Iterator[str]:
    """The ids of all sources of what is said of an enterprise; some come twice."""
    yield from item.sources
    for supply in supplies_of(atlas, enterprise=item.id):
        yield from supply.sources
    for project in projects_of(atlas, enterprise=item.id):
        yield from project.sources
    for capacity in item.capacities:
        yield from capacity.sources
