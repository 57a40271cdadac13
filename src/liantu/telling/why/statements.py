"""What clusters, figures, counties and gates say of a product, each as a sentence with sources."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.reading import Reading
from liantu.analysis.state import told_by
from liantu.model import Atlas, Cluster
from liantu.model.gates import Gate
from liantu.model.verification import Answer, Declaration, Reply
from liantu.telling.local import told_of
from liantu.telling.whom import declarations, replies
from liantu.telling.why.reason import Reason
from liantu.wording import text


def statement_reasons(reading: Reading, product: str) -> Iterator[Reason]:
    """Clusters and figures that say it is made here, then what the counties answered."""
    for told in told_of(reading, product):
        if isinstance(told, Cluster):
            name, place, said = told.name, told.county, told.scale
        else:
            name, place, said = told.item, told.subject, told.text
        words = text(
            "why.statement",
            name=name,
            year=told_by(reading.atlas, told),
            place=place or reading.atlas.library.region.name,
            said=said or text("why.statement.bare"),
        )
        yield Reason(words, told.sources)
    for reply in replies(reading, product):
        yield Reason(
            text(
                "why.reply",
                county=reply.county,
                date=reply.date,
                answer=text(f"why.answer.{reply.answer}"),
                more=_more(reply.firms, reply.note, _until(reply)),
            ),
            reply.sources,
        )
    if product in reading.verdicts and not reading.verdicts[product].local:
        for one in declarations(reading, product):
            yield Reason(declaration_words(reading.atlas, one), one.sources)


def declaration_words(atlas: Atlas, told: Declaration) -> str:
    """Who declared on which day that all makers are on record, and until when that holds."""
    chain = atlas.chains.get(told.chain)
    return text(
        "why.declared",
        county=told.county,
        date=told.date,
        chain=chain.label if chain else text("ui.declare.all"),
        more=_more(told.office, told.scope, text("why.until", date=told.last)),
    )


def _until(reply: Reply) -> str:
    """By when an answer is awaited, or until when one holds."""
    if reply.answer is Answer.ASKED:
        return text("why.due", date=reply.due) if reply.due else ""
    return text("why.until", date=reply.last)


def _more(*words: str) -> str:
    found = "；".join(word for word in words if word)
    return text("why.more_told", words=found) if found else ""


def gate_reasons(gates: tuple[Gate, ...]) -> Iterator[Reason]:
    """Every gate in force with what it says, where and from when; what is inferred asks only."""
    for gate in gates:
        yield Reason(gate_text(gate), gate.sources, doubt=gate.inferred)


def gate_text(gate: Gate) -> str:
    """``两高名单：焦化列入两高…（鲁政办字〔2021〕57号，2021 起）：新增产能无路``."""
    kind = text(f"standing.gate.{gate.kind}")
    numbered = "".join(part for part in (gate.catalogue or "", gate.item) if part)
    since = text("ui.since", date=gate.since) if gate.since else ""
    where = "，".join(part for part in (gate.edition, numbered, since) if part)
    code = "why.gate.inferred" if gate.inferred else "why.gate"
    return text(
        code,
        kind=kind,
        text=gate.text or gate.note,
        where=where or text("ui.unknown"),
        effect=text(f"standing.effect.{gate.effect}"),
        why=gate.why,
    )
