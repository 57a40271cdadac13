"""摸底任务单: what to ask first, whom, and in which counties, with room for the answers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from liantu.analysis.asking import AT_MOST, FIRST, Question, settled
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.analysis.tracking import Step, counties, is_settled, live, step
from liantu.jobs import each
from liantu.model import Product
from liantu.model.classes import Word
from liantu.model.verification import WHOLE, Reply
from liantu.telling import figures
from liantu.telling.answer import answer
from liantu.telling.lists.column import Column, Mark, Scope, amount, count, listed
from liantu.telling.lists.fill import Fill
from liantu.telling.lists.office import blank
from liantu.telling.standing import certainty_word, class_words, standing_word
from liantu.telling.whom import likely, places
from liantu.wording import text

ANSWERS = ("answer", "answer_firm", "answer_amount", "answer_year", "answer_proof")
"""Columns that the counties fill in."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class AskRow:
    """A question with its place; ``counties`` are those that get it, empty where all of them have
    their lines already. ``known``: product and county → what was asked or answered last.
    """

    reading: Reading
    question: Question
    rank: int
    counties: tuple[str, ...] = ()
    known: Mapping[tuple[str, str], Reply] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id of the product."""
        return self.question.product

    @property
    def product(self) -> Product:
        """The product."""
        return self.reading.atlas.products[self.id]

    @property
    def verdict(self) -> Verdict:
        """Its verdict."""
        return self.reading.verdicts[self.id]

    @property
    def users(self) -> tuple[str, ...]:
        """Enterprises that make what needs it, each once."""
        situation = self.reading.situation
        return tuple(dict.fromkeys(e for p in self.verdict.uses for e in situation.firms(p)))

    @property
    def ask(self) -> tuple[str, ...]:
        """Enterprises to ask first: who may make it."""
        return tuple(likely(self.reading, self.verdict))

    @property
    def chains(self) -> str:
        """Every chain that shows it."""
        atlas = self.reading.atlas
        return "、".join(atlas.chains[c].label for c in atlas.chains_of.get(self.id, ()))

    @property
    def steps(self) -> Mapping[str, Step]:
        """What became of it in each county that gets it or was asked about it."""
        every = counties(self.reading.atlas)
        asked = every if WHOLE in self.counties else self.counties
        day = self.reading.situation.day
        told = {c: self.known.get((self.id, c)) for c in every}
        return {c: step(told[c], day) for c in every if c in asked or told[c] is not None}

    def named(self, firms: Sequence[str]) -> str:
        """Names of enterprises."""
        return "、".join(self.reading.atlas.enterprises[e].label for e in firms)


def _asked(reading: Reading, scope: Scope) -> tuple[Question, ...]:
    wanted = scope.listed(reading)
    return tuple(q for q in reading.questions if wanted is None or q.product in wanted)


def survey_rows(reading: Reading, scope: Scope) -> list[AskRow]:
    """The questions, the most worth asking first; a county gets at most forty, and none that it
    has answered with 有 or 无. Where no firm gives a hint, those counties are asked that have firms
    in a chain of the product: all where there are none.
    """
    every = list(counties(reading.atlas))
    known = live(reading.atlas, reading.situation.day)
    lines: Counter[str] = Counter()
    chains = _counties_of_chains(reading)
    found = []
    for place, question in enumerate(each(_asked(reading, scope)), 1):
        row = AskRow(reading=reading, question=question, rank=place, known=known)
        whom = set(places(reading, row.verdict))
        among = {c for chain in reading.atlas.chains_of.get(row.id, ()) for c in chains[chain]}
        unsettled = [c for c in every if not is_settled(known.get((row.id, c)))]
        hinted = ([c for c in unsettled if c in hint] for hint in (whom, among))
        named = next(filter(None, hinted), unsettled)
        sent = [c for c in named if lines[c] < AT_MOST]
        lines.update(sent)
        told = (WHOLE,) if sent == every and named is unsettled else tuple(sent)
        found.append(replace(row, counties=told))
    return found


def _counties_of_chains(reading: Reading) -> Mapping[str, set[str]]:
    """Chain → counties of the firms that make, build or plan what it owns."""
    found = defaultdict[str, set[str]](set)
    products = reading.atlas.products
    for firm in each(reading.atlas.enterprises.values()):
        for item in firm.capacities:
            found[products[item.product].home].add(firm.county)
    return found


def _settled(reading: Reading, scope: Scope) -> str:
    """How much the first questions settle."""
    asked = _asked(reading, scope)
    share = settled(asked)
    if share is None:
        return ""
    told = figures.share(share).replace("%", " %")
    return text("ui.survey.settled", count=min(FIRST, len(asked)), share=told)


def _why(row: AskRow) -> str:
    """Why it may be made here after all, each reason with its chance."""
    reasons = row.question.reasons
    return "、".join(
        text("ui.survey.reason", why=text(f"ui.doubt.{why}"), share=figures.share(chance))
        for why, chance in reasons.items()
    )


def _marks(row: AskRow) -> tuple[Mark, ...]:
    return tuple((word, word is not Word.OPEN) for word in row.verdict.words)


_ORDER = (Step.LATE, Step.SENT, Step.UNSENT, Step.ANSWERED)
"""What asks for something first stands first."""


def _steps(row: AskRow) -> str:
    """How far the asking has come in any county."""
    found = set(row.steps.values()) or {Step.UNSENT}
    return "、".join(text(f"ui.survey.step.{one}") for one in _ORDER if one in found)


def _step_places(row: AskRow) -> str:
    """The same with the counties."""
    found = row.steps
    places = {one: "、".join(c for c in found if found[c] is one) for one in _ORDER}
    told = (
        text("ui.survey.step.in", step=text(f"ui.survey.step.{one}"), counties=places[one])
        for one in _ORDER
        if places[one]
    )
    return "；".join(told) or _steps(row)


def _step_code(row: AskRow) -> str:
    """The step that asks for something first."""
    found = set(row.steps.values()) or {Step.UNSENT}
    return next(one for one in _ORDER if one in found)


def _firm(row: AskRow) -> str:
    return next(iter((*row.ask, *row.users)), "")


COLUMNS: tuple[Column[AskRow], ...] = (
    count("rank", lambda r: r.rank, 56),
    Column(
        "ask_step",
        _steps,
        _step_places,
        code=_step_code,
        pill=_step_code,
        tip=_step_places,
        width=130,
    ),
    Column("product", lambda r: r.product.name, number=lambda r: r.rank, width=186),
    Column("class", lambda r: class_words(r.verdict), marks=_marks, width=134),
    Column("certainty", lambda r: certainty_word(r.verdict), width=70),
    Column("standing", lambda r: standing_word(r.verdict), width=90),
    Column("gbt", lambda r: r.product.gbt or text("ui.unknown"), width=80),
    Column("ask", lambda r: r.named(r.ask) or text("ui.none"), width=260),
    Column("asked_users", lambda r: r.named(r.users) or text("ui.none"), width=240),
    Column(
        "county",
        lambda r: "、".join(r.counties) or text("ui.none"),
        title="ui.column.sent",
        width=200,
    ),
    amount("worth", lambda r: f"{r.question.worth:.1f}", lambda r: r.question.worth, 1, width=80),
    amount(
        "doubt",
        lambda r: figures.share(r.question.doubt),
        lambda r: r.question.doubt,
        4,
        percent=True,
        width=80,
    ),
    amount("value", lambda r: f"{r.question.value:.1f}", lambda r: r.question.value, 1, width=80),
    Column("why", _why, title="ui.column.doubt_why", width=320),
    Column("chains", lambda r: r.chains, title="ui.column.chain", width=180),
    *(blank(id_, Fill.ANSWER if id_ == "answer" else Fill.WORDS) for id_ in ANSWERS),
)

_ASKED = "product class standing gbt ask asked_users county value doubt why"

LISTS = (
    listed(
        "survey",
        "product",
        COLUMNS,
        survey_rows,
        "product value ask_step class why ask asked_users county doubt standing gbt chains",
        f"{_ASKED} {' '.join(ANSWERS)}",
        "class ask_step standing county chains",
        remark=_settled,
        why=lambda row: answer(row.reading, row.id),
        firm=_firm,
    ),
)
