"""What the commands print as JSON: products with their judgement, boards, questions, numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict

from liantu.analysis.asking import Question, settled
from liantu.analysis.balance import Balance
from liantu.analysis.concentration import concentration
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.analysis.summary import ChainSummary, Mains, Span
from liantu.model import Atlas
from liantu.model.boards import Board
from liantu.model.gates import Gate
from liantu.telling.answer import answer
from liantu.telling.classes import action, word
from liantu.telling.lists.boards import board_rows
from liantu.telling.lists.column import Scope
from liantu.telling.lists.row import GapRow
from liantu.telling.standing import coverage_sentence
from liantu.telling.whom import counties_to_ask, likely
from liantu.telling.why.reason import Reason
from liantu.telling.why.reasons import reasons, term_text

ALL = 99
"""More counties than a city has."""


def rounded(value: float | None) -> float | None:
    """Six digits after the point; ``None`` stays unknown."""
    return None if value is None else round(value, 6)


def _map(values: Mapping[str, float]) -> dict[str, float]:
    return {key: round(value, 6) for key, value in values.items()}


def product_document(reading: Reading, product: str, chain: str) -> dict[str, object]:
    """Classes, standing and certainty of a product with all that decided them."""
    verdict, item = reading.verdicts[product], reading.atlas.products[product]
    balance = verdict.balance
    supply, need = (balance.supply, balance.need) if balance else (0.0, 0.0)
    unknown = (balance.supply_unknown, balance.need_unknown) if balance else (0, 0)
    return {
        "id": product,
        "name": item.name,
        "answer": answer(reading, product),
        "stage": _stage(reading.atlas, product, chain or item.home),
        "state": "local" if verdict.local else "absent",
        "raw": item.raw,
        "classes": [word(code) for code in verdict.words],
        "remedy": action(verdict),
        "needed_by": list(verdict.needed_by),
        "fed_by": list(verdict.fed_by),
        "ready": verdict.ready,
        "supply": {"known": rounded(supply), "unknown_makers": unknown[0], "unit": item.unit},
        "need": {"known": rounded(need), "unknown_users": unknown[1], "unit": item.unit},
        "cover": rounded(balance.cover) if balance else None,
        "concentration": _concentration(balance) if verdict.local else None,
        "score": _score(reading.score(product)),
        "facts": [_fact(reason) for reason in reasons(reading, product)],
        **judgement(verdict),
    }


def judgement(verdict: Verdict) -> dict[str, object]:
    """What is known of it here, how sure that is, and what binds it."""
    return {
        "standing": verdict.standing,
        "certainty": verdict.certainty,
        "tags": list(verdict.tags),
        "gate": gate_document(verdict.gate),
        "gates": [gate_document(gate) for gate in verdict.gates],
        "main_share": rounded(verdict.main_share),
        "missing": _map(verdict.missing),
        "fed_share": rounded(verdict.fed_share),
        "distance": verdict.distance,
        "merged": verdict.merged,
        "uses": {
            user: {"role": share.role, "key": share.key, "weight": rounded(share.weight)}
            for user, share in verdict.uses.items()
        },
    }


def gate_document(gate: Gate | None) -> dict[str, object] | None:
    """A gate with what was read of it; ``None`` where none binds."""
    if gate is None:
        return None
    return {
        "kind": gate.kind,
        "effect": gate.effect,
        "class": gate.catalogue,
        "item": gate.item,
        "text": gate.text,
        "edition": gate.edition,
        "since": gate.since,
        "inferred": gate.inferred,
        "source": list(gate.sources),
    }


def _concentration(balance: Balance | None) -> dict[str, object] | None:
    found = concentration(balance)
    if found is None:
        return None
    return {
        "suppliers": found.makers,
        "hhi": rounded(found.hhi),
        "largest_share": rounded(found.largest),
    }


def _stage(atlas: Atlas, product: str, chain: str) -> str:
    found = atlas.chains.get(chain)
    members = found.members() if found else ()
    return next((m.stage for m in members if m.product == product), "")


def _score(score: Score | None) -> dict[str, object] | None:
    if score is None:
        return None
    raw = _map(score.values)
    return {
        "board": score.board,
        "total": rounded(score.total),
        "raw": raw,
        "parts": _map(score.parts),
        "facts": dict(score.facts),
    }


def _fact(reason: Reason) -> dict[str, object]:
    basis = str(reason.basis) if reason.basis else ""
    return {"text": reason.text, "source": list(reason.sources), "basis": basis}


def balance_document(atlas: Atlas, item: Balance) -> dict[str, object]:
    """Supply and need with their terms."""
    return {
        "id": item.product,
        "name": atlas.products[item.product].name,
        "unit": item.unit,
        "supply": rounded(item.supply),
        "supply_unknown": item.supply_unknown,
        "need": rounded(item.need),
        "need_unknown": item.need_unknown,
        "cover": rounded(item.cover),
        "surplus": rounded(item.surplus),
        "terms": [term_text(atlas, term, item.unit) for term in item.terms],
    }


# -- the city or a chain


def scope_of(chain: str) -> Scope:
    """A chain, or the whole city where none is named."""
    return Scope(chains=(chain,) if chain else (), city=not chain)


def boards_document(reading: Reading, chain: str) -> dict[str, object]:
    """The three boards; each gap once, what is confirmed first."""
    scope = scope_of(chain)
    return {b: [_row(row) for row in board_rows(b)(reading, scope)] for b in Board}


def _row(row: GapRow) -> dict[str, object]:
    score = row.score
    return {
        "place": row.rank,
        "product": row.id,
        "name": row.name,
        "beside": [other.product for other in row.beside],
        "answer": answer(row.reading, row.id),
        "classes": [word(code) for code in row.verdict.words],
        "remedy": action(row.verdict),
        "standing": row.verdict.standing,
        "certainty": row.verdict.certainty,
        "tags": list(row.verdict.tags),
        "gate": gate_document(row.verdict.gate),
        "chains": list(row.reading.atlas.chains_of.get(row.id, ())),
        "score": rounded(score.total) if score else None,
        "parts": _map(score.parts) if score else {},
        "values": _map(score.values) if score else {},
        "facts": dict(score.facts) if score else {},
    }


def survey_document(reading: Reading, chain: str) -> dict[str, object]:
    """摸底任务单: what to ask first, and what the first rows settle."""
    wanted = scope_of(chain).listed(reading)
    rows = tuple(q for q in reading.questions if wanted is None or q.product in wanted)
    share = settled(rows)
    return {"settled": rounded(share), "rows": [_question(reading, q) for q in rows]}


def _question(reading: Reading, question: Question) -> dict[str, object]:
    verdict = reading.verdicts[question.product]
    return {
        "product": question.product,
        "name": reading.atlas.products[question.product].name,
        "value": rounded(question.value),
        "worth": rounded(question.worth),
        "doubt": rounded(question.doubt),
        "reasons": _map(question.reasons),
        "ask": likely(reading, verdict),
        "counties": list(counties_to_ask(reading, verdict, ALL)),
    }


def shortlist_document(reading: Reading, chain: str) -> list[str]:
    """短板清单 of a chain, or of all chains with each product once."""
    chains = (chain,) if chain else tuple(reading.atlas.chains)
    return list(dict.fromkeys(p for c in chains for p in reading.shortlist(c)))


def coverage_document(reading: Reading) -> dict[str, object]:
    """How much of the city the data hold, in numbers and as the sentence."""
    found = reading.coverage
    return {
        **asdict(found),
        "share": rounded(found.share),
        "sentence": coverage_sentence(reading),
    }


def numbers_document(reading: Reading, chain: str) -> dict[str, object]:
    """关键环节, 环节覆盖 and 主材本地保障率 of a chain; of the city each chain has its own."""
    chains = (chain,) if chain else tuple(reading.atlas.chains)
    summaries = [reading.summary(c) for c in chains]
    spans = [s.span for s in summaries]
    whole = Span(*(sum(getattr(s, name) for s in spans) for name in ("seen", "most", "own")))
    return {
        "keys": _keys(reading, chains),
        "span": asdict(whole),
        "mains": _mains(summaries[0].mains) if chain else None,
        "chains": [summary_document(s) for s in summaries],
    }


def _keys(reading: Reading, chains: tuple[str, ...]) -> dict[str, object]:
    links = [
        {
            "chain": chain,
            "product": link.product,
            "standing": reading.situation.standing(link.product),
            "kind": link.kind,
            "why": link.why,
            "inferred": link.inferred,
        }
        for chain in chains
        for link in reading.atlas.chains[chain].key
        if link.product in reading.atlas.products
    ]
    once = {str(link["product"]): str(link["standing"]) for link in links}
    return {"counts": dict(Counter(once.values())), "links": links}


def _mains(found: Mains) -> dict[str, object]:
    return {**asdict(found), "share": rounded(found.share), "tells": found.tells}


def summary_document(summary: ChainSummary) -> dict[str, object]:
    """The numbers of one chain; 严格闭合 stays for those who know it."""
    closure = summary.closure
    return {
        "id": summary.chain_id,
        "keys": {str(standing): count for standing, count in summary.keys.items()},
        "span": asdict(summary.span),
        "mains": _mains(summary.mains),
        "distances": {str(d): count for d, count in sorted(summary.distances.items())},
        "closure": {"part": closure.part, "whole": closure.whole, "value": rounded(closure.value)},
    }
