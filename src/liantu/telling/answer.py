"""The one sentence that answers first: how a product stands, on what figures, and who is to be
asked.
"""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.analysis.state import Maker
from liantu.model import Status
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.gates import Gate
from liantu.model.standing import ABSENT, Remedy, Standing, Tag
from liantu.telling import amounts, records
from liantu.telling.local import local_facts
from liantu.telling.names import brief, of_products
from liantu.telling.standing import class_word, remedy_word, standing_word, tag_words
from liantu.telling.whom import counties_to_ask
from liantu.wording import text

_SAID = {Tag.BELOW_SCALE, Tag.CARRIED}
"""Tags that the body of the sentence tells with their figures."""


def answer(reading: Reading, product: str) -> str:
    """``苯酚：疑似短链·向上（上游延伸）。…年需 17 万吨，…，待高新区核实。``

    Raises ``KeyError`` for an unknown product or a utility, which has no verdict.
    """
    verdict = reading.verdicts[product]
    facts = local_facts if verdict.standing not in ABSENT else _absent_facts
    return text(
        "answer.sentence",
        name=reading.atlas.products[product].label,
        standing=head(verdict),
        body="；".join(facts(reading, verdict)),
    )


def head(verdict: Verdict) -> str:
    """The class with what is to be done, or how a product stands, with its tags."""
    words = zip(verdict.tags, tag_words(verdict), strict=True)
    tags = "、".join(word for tag, word in words if tag not in _SAID)
    said = _class(verdict)
    return text("answer.tagged", standing=said, tags=tags) if tags else said


def _class(verdict: Verdict) -> str:
    worst = verdict.worst
    if worst in (None, Word.STEADY):
        return standing_word(verdict)
    word = "、".join(class_word(verdict, one) for one in verdict.words)
    if verdict.weakness is not None:
        evidence = text(f"standing.weakness.{verdict.weakness}")
        return text("answer.class.weak", word=word, evidence=evidence)
    remedy = remedy_word(verdict)
    if not remedy:
        return word
    policy = verdict.standing is Standing.SHUT
    return text("answer.class.policy" if policy else "answer.class", word=word, remedy=remedy)


def _absent_facts(reading: Reading, verdict: Verdict) -> Iterator[str]:
    if verdict.standing is Standing.SHUT:
        yield from _shut(reading, verdict)
    elif verdict.worst in (Word.BROKEN, Word.SHORT_UP):
        yield from _needed(reading, verdict)
    elif verdict.worst is Word.SHORT_DOWN:
        yield _followed(reading, verdict)
        yield in_absence(reading, verdict)
    elif verdict.worst is Word.BLANK:
        yield _blank(reading, verdict)
        yield in_absence(reading, verdict)
    else:
        yield text("answer.open", feed=_feed(verdict))


def _followed(reading: Reading, verdict: Verdict) -> str:
    """What it rests on; of what is put together of parts that any works buys, that it rests on
    nothing.
    """
    if verdict.product not in reading.boards.groundless:
        return amounts.base(reading, verdict)
    names = of_products(reading.atlas, verdict.fed_by)
    return text("answer.unbased", names=names, share=f"{verdict.fed_share:.0%}")


def _shut(reading: Reading, verdict: Verdict) -> Iterator[str]:
    gate = verdict.gate
    if gate is not None:
        yield gate_words(gate)
    yield amounts.needed(reading, verdict) if verdict.uses else text("answer.unneeded")
    yield text("answer.supply.shut")


def gate_words(gate: Gate) -> str:
    """What a gate says, and where."""
    return text("answer.gate", text=gate.text, edition=gate.edition)


def _needed(reading: Reading, verdict: Verdict) -> Iterator[str]:
    """Need first, with what comes beside it; then why it is no gap, or who is to be asked."""
    need = amounts.needed(reading, verdict)
    if verdict.remedy is Remedy.SUPPLY:
        yield need
        yield text(f"answer.supply.{'common' if is_common(reading, verdict) else 'bought'}")
        return
    beside = amounts.beside(reading, verdict)
    balance = verdict.balance
    bought = text("answer.bought") if balance is None or balance.supply <= 0 else ""
    yield "，".join(part for part in (need, *beside, bought) if part)
    if verdict.merged:
        yield text("answer.merged", product=reading.atlas.products[verdict.merged].label)
    if verdict.worst is Word.BROKEN:
        names = of_products(reading.atlas, verdict.fed_by)
        yield text("answer.fed", names=names, share=f"{verdict.fed_share:.0%}")
    barrier = reading.atlas.products[verdict.product].barrier
    if barrier is not None:
        yield text("answer.barrier", text=barrier.text)
    yield in_absence(reading, verdict)


def is_common(reading: Reading, verdict: Verdict) -> bool:
    """Whether it is a material of no chain."""
    return not reading.atlas.products[verdict.product].home


def _blank(reading: Reading, verdict: Verdict) -> str:
    chains = [
        chain.label
        for chain in reading.atlas.chains.values()
        if any(key.product == verdict.product for key in chain.key)
    ]
    two = reading.score(verdict.product, Board.EXTEND) is not None
    feed = amounts.base(reading, verdict) if two else _feed(verdict)
    if not chains:
        return text("answer.wanted", feed=feed)
    return text("answer.blank", chains="、".join(chains), feed=feed)


def _feed(verdict: Verdict) -> str:
    """How little of its mains and parts is local."""
    if not verdict.fed:
        return text("answer.unfed")
    return text("answer.part_fed", share=f"{verdict.fed_share:.0%}")


def in_absence(reading: Reading, verdict: Verdict) -> str:
    """How sure its absence is, and which counties are to be asked."""
    if verdict.standing is Standing.NONE:
        declared = reading.situation.replies.is_declared(verdict.product)
        return text(f"answer.absent.{'declared' if declared else 'none'}")
    asked = "asked" if verdict.standing is Standing.ASKED else "unseen"
    counties = "、".join(counties_to_ask(reading, verdict)) or text("answer.counties")
    return text(f"answer.absent.{asked}", coming=_coming(reading, verdict), county=counties)


def _coming(reading: Reading, verdict: Verdict) -> str:
    found = coming(reading, verdict.product)
    if found is None:
        return ""
    status = text(f"ui.status.{found.capacity.status}")
    return text("answer.coming", firm=brief(found.enterprise), status=status)


def coming(reading: Reading, product: str) -> Maker | None:
    """The first record that is not in operation: what is being built or planned as far as it was
    known at the date, or was stopped.
    """
    day = reading.situation.day
    for maker in reading.situation.makers(product):
        item = maker.capacity
        if item.status in records.COMING:
            if records.holds(reading, maker):
                return maker
            continue
        in_time = item.since <= day and (not item.until or day < item.until)
        if in_time and not item.contested and item.status is not Status.OPERATING:
            return maker
    return None
