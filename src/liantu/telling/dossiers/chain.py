"""The dossier of a chain: its numbers, what speaks for it, its sources."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.completeness import numbers_in_full
from liantu.telling.line import Dossier, Line, joined, parts, source_lines
from liantu.telling.relations import cluster_lines
from liantu.telling.standing import coverage_sentence, standing_word
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
            ("ui.part.keys", _keys(reading, item)),
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
    for words in numbers_in_full(reading, chain, section).splitlines():
        yield Line(words)
    closure = summary.closure
    share = figures.percent(closure) if closure.whole else ""
    figure = joined(figures.ratio(closure), share)
    yield Line(text("ui.closure"), figure, text("ui.closure.meaning"))
    yield Line(text("ui.chain.enterprises"), str(len(summary.enterprises)))
    yield Line(coverage_sentence(reading))


def _keys(reading: Reading, item: Chain) -> Iterator[Line]:
    """关键环节 with their standing; why they are that is a judgement where it is inferred."""
    for link in item.key:
        verdict = reading.verdicts.get(link.product)
        if verdict is not None:
            why = text("why.role.reason", reason=link.why) if link.inferred else link.why
            name = reading.atlas.products[link.product].name
            target = Target("product", link.product)
            yield Line(name, standing_word(verdict), joined(link.kind, why), target)


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
