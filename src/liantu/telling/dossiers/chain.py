"""The dossier of a chain: its numbers, what speaks for it, its sources."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.line import Dossier, Line, parts, source_lines
from liantu.telling.relations import cluster_lines
from liantu.telling.trust import chain_trust
from liantu.wording import text


def chain_dossier(reading: Reading, chain: str, section: str | None = None) -> Dossier:
    """Everything known of ``chain``; raises ``KeyError`` for an unknown one."""
    item = reading.atlas.chains[chain]
    clusters = [c for c in reading.atlas.clusters.values() if c.chain == chain]
    cited = [source for cluster in clusters for source in cluster.sources]
    return Dossier(
        title=item.name,
        chip=item.field or text("ui.chains.nofield"),
        state="",
        subtitle=next((s.name for s in item.sections if s.id == section), ""),
        parts=parts(
            ("ui.part.numbers", _numbers(reading, chain, section)),
            ("ui.part.stages", _stages(reading, chain, section)),
            ("ui.part.leads", _leads(reading, item)),
            ("ui.part.clusters", cluster_lines(clusters)),
            ("ui.part.trust", _trust(reading, chain)),
            ("ui.part.evidence", _evidence(item)),
            ("ui.part.sources", source_lines(reading.atlas, (*item.sources, *cited))),
        ),
    )


def _numbers(reading: Reading, chain: str, section: str | None) -> Iterator[Line]:
    summary = reading.summary(chain, section)
    for code, ratio in (("coverage", summary.coverage), ("closure", summary.closure)):
        share = figures.percent(ratio) if ratio.whole else ""
        figure = " · ".join(filter(None, (figures.ratio(ratio), share)))
        yield Line(text(f"ui.{code}"), figure, text(f"ui.{code}.meaning"))
    yield Line(text("ui.chain.enterprises"), str(len(summary.enterprises)))


def _stages(reading: Reading, chain: str, section: str | None) -> Iterator[Line]:
    for stage in reading.summary(chain, section).stages:
        figure = text("ui.chains.counts", local=stage.local, all=stage.products)
        yield Line(stage.name, figure)


def _trust(reading: Reading, chain: str) -> Iterator[Line]:
    found = chain_trust(reading.atlas, chain)
    for name in ("sourced", "inferred", "stale", "unknown"):
        figure = f"{getattr(found, name)}/{found.capacities}"
        yield Line(text(f"ui.trust.{name}"), figure)
    yield Line(text("ui.trust.estimates"), f"{found.estimates}/{found.coefficients}")


def _leads(reading: Reading, item: Chain) -> Iterator[Line]:
    for key in item.leads:
        yield Line(reading.atlas.enterprises[key].name, target=Target("enterprise", key))


def _evidence(item: Chain) -> Iterator[Line]:
    if item.evidence:
        yield Line(item.evidence)
    if item.confidence:
        yield Line(text("ui.chain.confidence", value=item.confidence))
    if item.inferred:
        yield Line(text("ui.inferred.why", why=item.why), doubt=True)
