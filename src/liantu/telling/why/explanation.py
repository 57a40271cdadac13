"""The sheet “为什么”: all that stands behind the class, the numbers and the score of a product."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from liantu.analysis.balance import Balance, Term
from liantu.analysis.closure import Step, close
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.proof import Proof, prove
from liantu.analysis.reading import Reading
from liantu.model import Basis, Product, Route, RouteKind
from liantu.model.target import Target
from liantu.telling import figures
from liantu.telling.answer import answer
from liantu.telling.assumed import assumed
from liantu.telling.classes import action
from liantu.telling.line import Dossier, Line, joined, parts, source_lines
from liantu.telling.mark import mark, marks
from liantu.telling.standing import class_words, coverage_sentence
from liantu.telling.whom import ask_lines
from liantu.telling.why.reason import Reason
from liantu.telling.why.reasons import changes, reasons, term_text
from liantu.telling.why.scoring import score_lines
from liantu.telling.why.taking import input_role, through
from liantu.wording import text

INDENT = "　"


def explain(reading: Reading, product: str, chain: str = "") -> Dossier:
    """The answer, facts, sums, routes, way to make it, score, doubts, limits, whom to ask, sources.

    ``chain`` is the one among whose rows its place on the boards counts, else its home. Raises
    ``KeyError`` for an unknown product or a utility, which has no verdict.
    """
    item, verdict = reading.atlas.products[product], reading.verdicts[product]
    found = reasons(reading, product)
    limits = list(changes(reading.diagnosis, verdict))
    facts = [reason for reason in found if reason.text not in limits]
    cited = list(dict.fromkeys(s for reason in found for s in reason.sources))
    return Dossier(
        title=text("why.sheet", name=item.name),
        chip=class_words(verdict),
        subtitle=joined(
            action(verdict),
            text("why.date", date=reading.date or text("ui.unknown")),
            assumed(reading),
        ),
        parts=parts(
            ("why.part.facts", _facts(facts, cited)),
            ("why.part.sums", _sums(reading, verdict.balance)),
            ("why.part.routes", _routes(reading, product)),
            ("why.part.way", _way(reading, verdict)),
            ("why.part.score", score_lines(reading, product, chain or item.home)),
            ("why.part.unknown", _unknown(facts)),
            ("why.part.limits", (Line(words) for words in limits)),
            ("why.part.ask", ask_lines(reading, verdict)),
            ("why.part.sources", source_lines(reading.atlas, cited)),
            ("why.part.coverage", (Line(coverage_sentence(reading)),)),
        ),
        conclusion=answer(reading, product),
        marks=marks(reading, product),
    )


def plain(dossier: Dossier) -> str:
    """The sheet as text, for the clipboard and the command line."""
    lines = [joined(dossier.title, dossier.chip), dossier.subtitle, "", dossier.conclusion]
    for part in dossier.parts:
        lines += ["", part.title]
        for line in part.lines:
            lines.append(joined(line.words, line.figure, line.remark))
    return "\n".join(lines)


def _facts(found: Sequence[Reason], cited: Sequence[str]) -> Iterator[Line]:
    numbers = {key: at for at, key in enumerate(cited, start=1)}
    for at, reason in enumerate(found, start=1):
        marks = "".join(f"[{numbers[s]}]" for s in reason.sources)
        yield Line(f"{at}  {reason.text} {marks}".rstrip(), doubt=reason.doubt)


def _sums(reading: Reading, balance: Balance | None) -> Iterator[Line]:
    if balance is None:
        return
    for term in balance.terms:
        yield Line(
            term_text(reading.atlas, term, balance.unit),
            remark=_factor(reading, balance.product, term),
            target=Target("enterprise", term.enterprise) if term.enterprise else None,
            doubt=term.amount is None or term.basis is Basis.ESTIMATE,
        )


def _factor(reading: Reading, product: str, term: Term) -> str:
    other = reading.atlas.products.get(term.other)
    if term.per_unit is None or term.basis is None or other is None:
        return ""
    return text(
        "why.factor",
        number=figures.number(term.per_unit),
        per=other.base_unit,
        basis=text(f"ui.basis.{term.basis}"),
        through=_through(reading, product, other, term.route),
    )


def _through(reading: Reading, product: str, user: Product, route: str) -> str:
    """By way of which captive product a plant takes it."""
    for each in user.routes:
        if each.id == route:
            for flow in reading.situation.recipes.flows(user.id, each):
                if flow.product == product:
                    return through(reading.atlas, flow)
    return ""


def _routes(reading: Reading, product: str) -> Iterator[Line]:
    for route in reading.atlas.products[product].routes:
        if route.kind is RouteKind.MAKE:
            yield Line(route.name or route.id, head=True)
            yield from _inputs(reading, product, route)


def _inputs(reading: Reading, product: str, route: Route) -> Iterator[Line]:
    shares = reading.situation.recipes.shares(product, route)
    for item in route.inputs:
        needed, share = reading.atlas.products[item.product], shares.get(item.product)
        if reading.situation.is_local(needed.id):
            stand = "local"
        else:
            stand = "bought" if reading.switches.buys(needed) else "lacking"
        amount = f"{figures.number(item.per_unit)} {item.unit}"
        why = text("why.role.reason", reason=item.reason) if item.reason else ""
        yield Line(
            f"{INDENT}{needed.name}",
            text(f"why.stand.{stand}"),
            joined(amount, text(f"ui.basis.{item.basis}"), input_role(item, share), why),
            Target("product", needed.id),
            item.basis is Basis.ESTIMATE,
            mark=mark(reading, needed.id),
        )


def _way(reading: Reading, verdict: Verdict) -> Iterator[Line]:
    """The proof that it can be made from what is local or bought, or the tree of what blocks it."""
    steps = [
        Step(p.id, route)
        for p in reading.atlas.products.values()
        for route in p.routes
        if route.kind is RouteKind.MAKE and route.inputs
    ]
    had = {p for p in reading.atlas.products if reading.situation.is_local(p)} - {verdict.product}
    had |= reading.switches.outside(reading.atlas.products.values()) - {verdict.product}
    tree = prove(steps, close(steps, had), verdict.product)
    if tree.step is None:
        yield Line(text("why.way.none"))
        return
    yield Line(text("why.way.open" if tree.reached else "why.way.blocked"))
    yield from _branches(reading, steps, tree, 1)


def _branches(reading: Reading, steps: Sequence[Step], tree: Proof, depth: int) -> Iterator[Line]:
    for part in tree.parts:
        item = reading.atlas.products[part.product]
        if part.seen:
            stand = "seen"
        elif part.step is not None:
            stand = "made" if part.reached else "stuck"
        elif reading.situation.is_local(item.id):
            stand = "local"
        else:
            stand = "bought" if part.reached else "lacking"
        route = steps[part.step].route.name if part.step is not None else ""
        words = text(f"why.stand.{stand}", route=route)
        yield Line(
            f"{INDENT * depth}{item.name}",
            words,
            target=Target("product", item.id),
            mark=mark(reading, item.id),
        )
        yield from _branches(reading, steps, part, depth + 1)


def _unknown(found: Sequence[Reason]) -> Iterator[Line]:
    doubts = [reason for reason in found if reason.doubt]
    for reason in doubts:
        yield Line(reason.text, doubt=True)
    if not doubts:
        yield Line(text("why.unknown.none"))
