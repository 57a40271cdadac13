"""What a briefing says in sentences: findings, plan, questions to ask, what has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.compare import compare
from liantu.analysis.ranking import Score
from liantu.analysis.reading import Reading
from liantu.analysis.state import Maker
from liantu.analysis.summary import ChainSummary
from liantu.briefing.blocks import Block, Heading, Paragraph
from liantu.briefing.prose import tight
from liantu.briefing.tables import known
from liantu.model import Chain
from liantu.model.classes import ACTED_ON, ASKED, Word
from liantu.telling import classes
from liantu.telling.classes import remedy
from liantu.telling.classes import words as class_words
from liantu.telling.dates import spoken
from liantu.telling.grounds import ground, names
from liantu.telling.lists.places import ratio
from liantu.wording import text

FIRST = 3


def findings(reading: Reading, scores: Sequence[Score]) -> list[str]:
    """The first findings of a chain, each with its reason."""
    found = [
        text(
            "brief.finding",
            product=reading.atlas.products[s.product].name,
            words=class_words(reading.verdicts[s.product].words),
            why=tight(ground(reading, reading.verdicts[s.product])),
        )
        for s in scores[:FIRST]
    ]
    return found or [text("brief.nofinding")]


def summary_lines(reading: Reading, chosen: Sequence[Chain], scores: Sequence[Score]) -> list[str]:
    """Size, the five words and what comes first, over all chosen chains."""
    ids = list(dict.fromkeys(p for c in chosen for p in known(reading.atlas, c)))
    local = sum(reading.situation.is_local(p) for p in ids)
    lines = [text("brief.summary.size", chains=len(chosen), products=len(ids), local=local)]
    counts = "，".join(classes.counted(reading.counts(ids), "spoken"))
    lines.append(text("brief.summary.words", words=counts))
    if scores:
        first = "、".join(reading.atlas.products[s.product].name for s in scores[:FIRST])
        lines.append(text("brief.summary.first", names=first))
    return lines


def changes(before: Reading, after: Reading, chosen: Sequence[Chain]) -> list[str]:
    """What is different from an earlier date, for the chosen chains."""
    atlas = after.atlas
    inside = {p for c in chosen for p in known(atlas, c)}
    found = [c for c in compare(before.diagnosis, after.diagnosis) if c.product in inside]
    date = spoken(before.date)
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
    reading: Reading,
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
    ids = known(reading.atlas, chain)
    for word in ACTED_ON:
        ranked = [s.product for s in scores if word in reading.verdicts[s.product].words]
        hits = ranked + [
            p
            for p in ids
            if p in reading.verdicts and word in reading.verdicts[p].words and p not in set(ranked)
        ]
        if hits:
            yield Heading(3, remedy(word))
            words = {"count": len(hits), "names": names(reading.atlas, hits)}
            yield Paragraph(text(f"class.plan.{word}", **words))
    yield from _verify(reading, ids)
    for part in chain.plan:
        yield Heading(3, part.title)
        yield Paragraph(part.text)


def _verify(reading: Reading, ids: Sequence[str]) -> Iterator[Block]:
    """Amounts that nobody stated and that a verdict would need."""
    silent = [
        p
        for p in ids
        if (verdict := reading.verdicts.get(p)) is not None
        and verdict.local
        and verdict.balance is not None
        and verdict.balance.supply_unknown
    ]
    if silent:
        yield Heading(3, text("brief.plan.verify"))
        words = {"count": len(silent), "names": names(reading.atlas, silent)}
        yield Paragraph(text("brief.plan.verify.text", **words))


def questions(reading: Reading, ids: Sequence[str], scores: Sequence[Score]) -> list[str]:
    """What the chief may ask on a visit: of the first gaps, of one local product of each class,
    and an unknown amount.
    """
    lines = [_question(reading, s.product) for s in scores[:FIRST]]
    for word in ASKED:
        lines += _asked(reading, ids, word)
    silent = [
        (m.enterprise.name, reading.atlas.products[p].name)
        for p in ids
        for m in reading.situation.makers(p)
        if m.operating and m.capacity.amount is None and p in reading.verdicts
    ]
    if silent:
        lines.append(text("brief.ask.unknown", firm=silent[0][0], product=silent[0][1]))
    return lines


def _asked(reading: Reading, ids: Sequence[str], word: Word) -> list[str]:
    """The question about the product of a class on which most others hang; none without one."""
    found = [v for v in map(reading.verdicts.get, ids) if v and v.makers and word in v.words]
    if not found:
        return []
    verdict = min(found, key=lambda v: -len(v.stops))
    firms = [reading.atlas.enterprises[e].name for e in verdict.makers[:FIRST]]
    product = reading.atlas.products[verdict.product].name
    return [text(f"class.ask.{word}", firm=firms[0], firms="、".join(firms), product=product)]


def _question(reading: Reading, product: str) -> str:
    verdict = reading.verdicts[product]
    name = reading.atlas.products[product].name
    users = [m.enterprise.short for p in verdict.needed_by for m in _running(reading, p)]
    feeders = [m.enterprise.short for p in verdict.fed_by for m in _running(reading, p)]
    firms = "、".join(list(dict.fromkeys(users or feeders))[:FIRST])
    return text(f"class.ask.{verdict.worst}", product=name, firms=firms or text("brief.ask.firms"))


def _running(reading: Reading, product: str) -> Iterator[Maker]:
    return (m for m in reading.situation.makers(product) if m.operating)
