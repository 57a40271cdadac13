"""What a briefing says in sentences: findings, plan, questions to ask, what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.compare import compare
from liantu.analysis.diagnosis import CODES, Diagnosis, Verdict, Word
from liantu.analysis.ranking import Score
from liantu.analysis.state import Maker
from liantu.analysis.summary import ChainSummary
from liantu.briefing.blocks import Block, Heading, Paragraph
from liantu.briefing.prose import tight
from liantu.briefing.tables import count_words, known, ratio
from liantu.diagram.sheet import spoken
from liantu.document.grounds import ground, names
from liantu.document.reasons import class_words, remedy
from liantu.model import Atlas, Chain
from liantu.wording import text

ACTED_ON = (Word.BROKEN, Word.SHORT_UP, Word.SHORT_DOWN, Word.THIN, Word.WEAK, Word.BLANK)
FIRST = 3


def findings(atlas: Atlas, diagnosis: Diagnosis, scores: Sequence[Score]) -> list[str]:
    """The first findings of a chain, each with its reason."""
    found = [
        text(
            "brief.finding",
            product=atlas.products[s.product].name,
            words=class_words(diagnosis.verdicts[s.product]),
            why=tight(ground(atlas, diagnosis, diagnosis.verdicts[s.product])),
        )
        for s in scores[:FIRST]
    ]
    return found or [text("brief.nofinding")]


def summary_lines(
    atlas: Atlas, diagnosis: Diagnosis, chosen: Sequence[Chain], scores: Sequence[Score]
) -> list[str]:
    """Size, the five words and what comes first, over all chosen chains."""
    ids = list(dict.fromkeys(p for c in chosen for p in known(atlas, c)))
    found = count_words(diagnosis, ids)
    local = sum(diagnosis.situation.is_local(p) for p in ids)
    counts = {
        "broken": found["broken"],
        "short": found["short_up"] + found["short_down"],
        "thin": found["thin"],
        "weak": found["weak"],
        "blank": found["blank"],
    }
    lines = [text("brief.summary.size", chains=len(chosen), products=len(ids), local=local)]
    lines.append(text("brief.summary.words", **counts))
    if scores:
        first = "、".join(atlas.products[s.product].name for s in scores[:FIRST])
        lines.append(text("brief.summary.first", names=first))
    return lines


def changes(
    atlas: Atlas, before: Diagnosis, after: Diagnosis, chosen: Sequence[Chain]
) -> list[str]:
    """What is different from an earlier date, for the chosen chains."""
    inside = {p for c in chosen for p in known(atlas, c)}
    found = [c for c in compare(before, after) if c.product in inside]
    date = spoken(before.situation.date)
    if not found:
        return [text("brief.change.none", date=date)]
    lines = [text("brief.change.head", date=date, count=len(found))]
    for kind, hits in (
        ("gained", [c.product for c in found if c.gained]),
        ("lost", [c.product for c in found if c.lost]),
        ("turned", [c.product for c in found if not (c.gained or c.lost)]),
    ):
        if hits:
            words = names(atlas, hits)
            lines.append(text(f"brief.change.{kind}", count=len(hits), names=words))
    return lines


def plan(
    atlas: Atlas,
    diagnosis: Diagnosis,
    chain: Chain,
    summary: ChainSummary,
    scores: Sequence[Score],
) -> Iterator[Block]:
    """一链一策: where the chain stands, what to do word by word, what to verify, free text."""
    yield Heading(3, text("brief.plan.state"))
    yield Paragraph(
        text(
            "brief.plan.state.text",
            products=summary.products,
            local=summary.local,
            coverage=ratio(summary.coverage),
            closure=ratio(summary.closure),
            enterprises=len(summary.enterprises),
        )
    )
    ids = known(atlas, chain)
    for word in ACTED_ON:
        ranked = [s.product for s in scores if word in diagnosis.verdicts[s.product].words]
        hits = ranked + [
            p
            for p in ids
            if p in diagnosis.verdicts
            and word in diagnosis.verdicts[p].words
            and p not in set(ranked)
        ]
        if hits:
            yield Heading(3, remedy(word))
            words = {"count": len(hits), "names": names(atlas, hits)}
            yield Paragraph(text(f"brief.plan.{CODES[word]}", **words))
    yield from _verify(atlas, diagnosis, ids)
    for part in chain.plan:
        yield Heading(3, part.title)
        yield Paragraph(part.text)


def _verify(atlas: Atlas, diagnosis: Diagnosis, ids: Sequence[str]) -> Iterator[Block]:
    """Amounts that nobody stated and that a verdict would need."""
    silent = [
        p
        for p in ids
        if (verdict := diagnosis.verdicts.get(p)) is not None
        and verdict.local
        and verdict.balance is not None
        and verdict.balance.supply_unknown
    ]
    if silent:
        yield Heading(3, text("brief.plan.verify"))
        words = {"count": len(silent), "names": names(atlas, silent)}
        yield Paragraph(text("brief.plan.verify.text", **words))


def questions(
    atlas: Atlas, diagnosis: Diagnosis, ids: Sequence[str], scores: Sequence[Score]
) -> list[str]:
    """What the chief may ask on a visit: from the first gaps, weak links and unknown amounts."""
    lines = [_question(atlas, diagnosis, s.product) for s in scores[:FIRST]]
    weak = [p for p in ids if p in diagnosis.verdicts and _is_weak(diagnosis.verdicts[p])]
    weak.sort(key=lambda p: -len(diagnosis.verdicts[p].stops))
    if weak:
        verdict = diagnosis.verdicts[weak[0]]
        firm = atlas.enterprises[verdict.makers[0]].name
        product = atlas.products[weak[0]].name
        lines.append(text("brief.ask.weak", firm=firm, product=product))
    silent = [
        (m.enterprise.name, atlas.products[p].name)
        for p in ids
        for m in diagnosis.situation.makers(p)
        if m.operating and m.capacity.amount is None and p in diagnosis.verdicts
    ]
    if silent:
        lines.append(text("brief.ask.unknown", firm=silent[0][0], product=silent[0][1]))
    return lines


def _is_weak(verdict: Verdict) -> bool:
    return Word.WEAK in verdict.words and bool(verdict.makers)


def _question(atlas: Atlas, diagnosis: Diagnosis, product: str) -> str:
    verdict = diagnosis.verdicts[product]
    name = atlas.products[product].name
    code = CODES[verdict.worst] if verdict.worst else "blank"
    users = [m.enterprise.short for p in verdict.needed_by for m in _running(diagnosis, p)]
    feeders = [m.enterprise.short for p in verdict.fed_by for m in _running(diagnosis, p)]
    firms = "、".join(list(dict.fromkeys(users or feeders))[:FIRST])
    return text(f"brief.ask.{code}", product=name, firms=firms or text("brief.ask.firms"))


def _running(diagnosis: Diagnosis, product: str) -> Iterator[Maker]:
    return (m for m in diagnosis.situation.makers(product) if m.operating)
