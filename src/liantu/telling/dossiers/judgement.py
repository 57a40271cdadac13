"""What the dossier of a product says of the judgement: standing, certainty, tags, gates, needs."""

from __future__ import annotations

from collections.abc import Iterator

from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.model import Chain, KeyLink
from liantu.model.gates import Effect
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.classes import action
from liantu.telling.line import Line, joined
from liantu.telling.standing import certainty_word, standing_word, tag_words
from liantu.telling.why.taking import role
from liantu.wording import text


def judgement_lines(reading: Reading, verdict: Verdict) -> Iterator[Line]:
    """Standing first, then what limits it, who needs it and what speaks for it as a key link."""
    yield Line(text("ui.judged.standing"), joined(standing_word(verdict), certainty_word(verdict)))
    if verdict.worst is not None:
        yield Line(text("ui.judged.remedy"), action(verdict))
    if verdict.tags:
        yield Line(text("ui.judged.tags"), "、".join(tag_words(verdict)))
    yield from _key(reading, verdict.product)
    yield from _gates(verdict)
    yield from _shares(reading, verdict)
    yield from _uses(reading, verdict)


def _key(reading: Reading, product: str) -> Iterator[Line]:
    for chain in reading.atlas.chains.values():
        for link in chain.key:
            if link.product == product:
                yield _link(chain, link)


def _link(chain: Chain, link: KeyLink) -> Line:
    why = text("why.role.reason", reason=link.why) if link.inferred and link.why else link.why
    return Line(text("ui.judged.key", chain=chain.label), link.kind, why, Target("chain", chain.id))


def _gates(verdict: Verdict) -> Iterator[Line]:
    """Gates that do more than inform; what they say stands with the reasons."""
    for gate in verdict.gates:
        if gate.effect is not Effect.NOTE:
            words = joined(text(f"standing.gate.{gate.kind}"), gate.edition)
            effect = text(f"standing.effect.{gate.effect}")
            yield Line(text("ui.judged.gate"), effect, words, doubt=gate.inferred)


def _shares(reading: Reading, verdict: Verdict) -> Iterator[Line]:
    products = reading.atlas.products
    if verdict.main_share is not None:
        lacking = "、".join(
            text("why.weighed", name=products[q].label, share=figures.share(weight))
            for q, weight in verdict.missing.items()
        )
        remark = text("ui.judged.missing", names=lacking) if lacking else ""
        yield Line(text("ui.judged.main_share"), figures.share(verdict.main_share), remark)
    elif verdict.fed:
        fed = "、".join(
            text("why.weighed", name=products[q].label, share=figures.share(verdict.fed[q]))
            for q in verdict.fed_by
        )
        yield Line(text("ui.judged.fed"), figures.share(verdict.fed_share), fed)


def _uses(reading: Reading, verdict: Verdict) -> Iterator[Line]:
    """Local products that need it, with role and weight."""
    for user, share in verdict.uses.items():
        name = reading.atlas.products[user].name
        words = text("ui.judged.use", name=name)
        yield Line(words, role(share), target=Target("product", user))
