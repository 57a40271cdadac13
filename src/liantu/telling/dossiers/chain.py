"""The dossier of a chain: its numbers, what speaks for it, its sources."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.model import Chain
from liantu.model.standing import Certainty
from liantu.model.target import Target
from liantu.telling import completeness, figures, memos
from liantu.telling.dossiers import work
from liantu.telling.line import (
    Dossier,
    Line,
    Part,
    folded,
    how_many,
    joined,
    parts,
    source_lines,
)
from liantu.telling.mark import mark
from liantu.telling.overall import overall
from liantu.telling.relations import cluster_lines
from liantu.telling.standing import coverage_sentence, standing_word
from liantu.telling.trust import chain_trust
from liantu.wording import text


def chain_dossier(reading: Reading, chain: str, section: str | None = None) -> Dossier:
    """Everything known of ``chain``; raises ``KeyError`` for an unknown one."""
    item = reading.atlas.chains[chain]
    return Dossier(
        title=item.name,
        chip=item.field or text("ui.chains.nofield"),
        subtitle=next((s.name for s in item.sections if s.id == section), ""),
        parts=(
            *parts(
                ("ui.part.jobs", _jobs(reading, item)),
                ("ui.part.leads", _leads(reading, item)),
                ("ui.part.numbers", _numbers(reading, chain, section)),
            ),
            *(part for part in _folded(reading, item, section) if part.lines),
        ),
        conclusion=_conclusion(reading, item, section),
    )


def _conclusion(reading: Reading, item: Chain, section: str | None) -> str:
    """Where the chain stands; of a 板块 key links, what of the mains is local, and what lacks."""
    if section is None:
        return text("ui.chain.judged", name=item.label, words=overall(reading, item.id))
    summary = reading.summary(item.id, section)
    mains = summary.mains
    lacking = completeness.lacking_in_full(reading.atlas, mains)
    said = (
        completeness.keys(summary),
        text("ui.numbers.mains", value=completeness.secured(mains)) if mains.made else "",
        *(lacking[:1] if mains.materials or mains.parts else ()),
    )
    return text("ui.chain.sentence", name=item.label, words="；".join(filter(None, said)))


def _jobs(reading: Reading, item: Chain) -> Iterator[Line]:
    """先办三件事 with their scores; what is not confirmed is to be verified first."""
    for row in reading.jobs(item.id):
        doubtful = reading.verdicts[row.product].certainty is Certainty.SUSPECTED
        yield Line(
            reading.atlas.products[row.product].name,
            text("ui.gist.score", score=f"{row.total:.0f}"),
            joined(
                text(f"standing.board.{row.board}"),
                text("ui.gist.why.suspected") if doubtful else "",
            ),
            Target("product", row.product),
            mark=mark(reading, row.product),
        )


def _folded(reading: Reading, item: Chain, section: str | None) -> Iterator[Part]:
    clusters = [c for c in reading.atlas.clusters.values() if c.chain == item.id]
    cited = [source for cluster in clusters for source in cluster.sources]
    summary = reading.summary(item.id, section)
    stages = text("ui.chains.counts", local=summary.local, all=summary.products)
    yield from work.of_chain(reading, item.id)
    yield from memos.part(reading.base, "chain", item.id)
    yield folded("ui.part.stages", stages, _stages(reading, item.id, section))
    for code, lines in (
        ("ui.part.keys", list(_keys(reading, item))),
        ("ui.part.clusters", list(cluster_lines(clusters, reading.situation.day))),
        ("ui.part.trust", list(_trust(reading, item.id))),
        ("ui.part.evidence", list(_evidence(item))),
        ("ui.part.sources", source_lines(reading.atlas, (*item.sources, *cited))),
    ):
        yield folded(code, how_many(lines), lines)


def _numbers(reading: Reading, chain: str, section: str | None) -> Iterator[Line]:
    summary = reading.summary(chain, section)
    for words in completeness.numbers_in_full(reading, chain, section).splitlines():
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
            yield Line(
                name,
                standing_word(verdict),
                joined(link.kind, why),
                target,
                mark=mark(reading, link.product),
            )


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
