"""The map of a chain or of one of its sections: its cards, links and bands."""

from __future__ import annotations

from collections import Counter

from liantu.analysis.reading import Reading
from liantu.analysis.state import Situation, State
from liantu.diagram.views.map_view import BandView, MapView, ViewLink
from liantu.diagram.views.product import product_card
from liantu.model import Chain, Member


def build_view(reading: Reading, chain_id: str, section: str | None = None) -> MapView:
    """The map of a chain, or of one section; raises ``KeyError`` for an unknown chain."""
    atlas = reading.atlas
    chain = atlas.chains[chain_id]
    members = [m for m in chain.members(section) if m.product in atlas.products]
    bands = {stage.id: at for at, stage in enumerate(chain.stages)}
    names = Counter(atlas.products[m.product].name for m in members)
    twins = {name for name, count in names.items() if count > 1}
    cards = tuple(
        product_card(reading, m.product, bands[m.stage], chain=chain_id, twins=twins)
        for m in members
    )
    return MapView(
        title=title(chain, section),
        cards=cards,
        links=_links(reading, members),
        bands=_bands(chain, members, reading.situation),
        chain_id=chain_id,
        section=section,
    )


def title(chain: Chain, section: str | None) -> str:
    """Name of the chain, followed by that of the section."""
    part = next((s.name for s in chain.sections if s.id == section), "") if section else ""
    return f"{chain.name} · {part}" if part else chain.name


def _links(reading: Reading, members: list[Member]) -> tuple[ViewLink, ...]:
    inside = {m.product for m in members}
    found = []
    for member in members:
        for source in reading.atlas.inputs_of(member.product):
            if source in inside and source != member.product:
                ends = (reading.situation.state(source), reading.situation.state(member.product))
                flow = share_of_need(reading, source, member.product)
                absent = State.ABSENT in ends
                found.append(ViewLink(source, member.product, absent, flow))
    return tuple(found)


def share_of_need(reading: Reading, source: str, target: str) -> float | None:
    """Which share of the known need of ``source`` goes into ``target``; ``None`` unknown."""
    balance = reading.diagnosis.balances.get(source)
    if balance is None or not balance.need:
        return None
    terms = [t for t in balance.terms if t.kind == "use" and t.other == target]
    if not terms or any(t.amount is None for t in terms):
        return None
    return min(sum(t.amount or 0.0 for t in terms) / balance.need, 1.0)


def _bands(chain: Chain, members: list[Member], situation: Situation) -> tuple[BandView, ...]:
    found = []
    for stage in chain.stages:
        ids = [m.product for m in members if m.stage == stage.id]
        found.append(BandView(stage.name, len(ids), sum(situation.is_local(p) for p in ids)))
    return tuple(found)
