"""What ``drill`` prints as JSON: intervals for what is not known exactly, ``null`` for no bound."""

from __future__ import annotations

from dataclasses import asdict

from liantu.analysis.reading import Reading
from liantu.analysis.shocks.backup import Backup
from liantu.analysis.shocks.outage import Hit, Outage, Span, Step, Term
from liantu.analysis.shocks.timeline import Day
from liantu.analysis.shocks.weaving import Node
from liantu.cli.documents import rounded
from liantu.telling.shocks import backup, summary, words
from liantu.telling.standing import coverage_sentence

Document = dict[str, object]


def document(reading: Reading) -> Document:
    """The drill of the scenario of a reading; empty where nothing fails."""
    found = reading.outage
    if found is None:
        return {}
    return {
        "date": reading.date,
        "drill": asdict(found.drill),
        "headline": summary.headline(reading, found),
        "sentences": [*summary.sentences(reading, found)],
        "counts": _counts(found),
        "stopped": [
            {**_node(reading, found.woven.nodes[at]), "lost": rounded(share)}
            for at, share in found.failing.items()
        ],
        "hits": [_hit(reading, hit) for hit in found.hits],
        "short": [
            {**_node(reading, found.woven.nodes[at]), "loss": _span(span)}
            for at, span in found.short.items()
        ],
        "demand": {firm: _span(span) for firm, span in found.demand.items()},
        "maybe": [*found.maybe],
        "closed": found.closed,
        "days": _days(reading, found),
        "backups": [
            _backup(reading, each)
            for product, firms in backup.concerned(found).items()
            for each in reading.backups(product, firms)
        ],
        "coverage": coverage_sentence(reading),
    }


def _counts(found: Outage) -> Document:
    """``direct`` and ``total`` count lacking main materials alone, ``all`` every unit."""
    mains = found.mains
    recorded = sum(hit.recorded for hit in mains)
    return {
        "direct": sum(hit.step == 1 for hit in mains),
        "total": len(mains),
        "all": len(found.hits),
        "recorded": recorded,
        "deduced": len(mains) - recorded,
        "firms": len({hit.enterprise for hit in mains}),
        "steps": found.steps,
    }


def _hit(reading: Reading, hit: Hit) -> Document:
    return {
        "enterprise": hit.enterprise,
        "product": hit.product,
        "name": words.unit(reading, hit.enterprise, hit.product),
        "step": hit.step,
        "loss": _span(hit.loss),
        "structural": hit.structural,
        "days": _term(hit.days),
        "recorded": hit.recorded,
        "main": hit.main,
        "path": [_step(reading, step) for step in hit.path],
    }


def _step(reading: Reading, step: Step) -> Document:
    return {
        "supplier": _node(reading, step.supplier),
        "customer": _node(reading, step.customer),
        "product": step.product,
        "supply": step.supply or None,
    }


def _node(reading: Reading, node: Node) -> Document:
    return {
        "kind": node.kind.value,
        "enterprise": node.enterprise or None,
        "product": node.product or None,
        "name": words.node(reading, node),
    }


def _span(span: Span) -> Document:
    return {"low": rounded(span.low), "high": rounded(span.high)}


def _term(term: Term) -> Document:
    return {"low": rounded(term.low), "high": rounded(term.high)}


def _days(reading: Reading, found: Outage) -> list[Document]:
    return [_day(found, day) for day in reading.timeline.days] if reading.timeline else []


def _day(found: Outage, day: Day) -> Document:
    nodes = found.woven.nodes
    return {
        "day": day.day,
        "still": {"low": day.still[0], "high": day.still[1]},
        "loss": _span(day.loss),
        "begins": [
            {"enterprise": nodes[at].enterprise, "product": nodes[at].product} for at in day.begins
        ],
        "measures": [asdict(measure) for measure in day.measures],
    }


def _backup(reading: Reading, each: Backup) -> Document:
    return {
        "product": each.product,
        "enterprise": each.enterprise or None,
        "way": each.way.value,
        "trust": each.trust.value,
        "reliable": each.reliable,
        "basis": [*each.basis],
        "shared": [*each.shared],
        "share": rounded(each.share),
        "missing": [*each.missing],
        "spare": rounded(each.spare),
        "supplies": [*each.supplies],
        "reason": backup.reason(reading, each),
        "ask": backup.whom(reading, each),
    }
