"""Whom to ask about a product that nobody is on record for: counties, and firms first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from liantu.analysis.akin import Akin
from liantu.analysis.aside import Aside
from liantu.analysis.asking import Question
from liantu.analysis.diagnosis import Verdict
from liantu.analysis.reading import Reading
from liantu.analysis.tracking import is_settled
from liantu.model.boards import Board
from liantu.model.classes import Word
from liantu.model.standing import OPEN
from liantu.model.target import Target
from liantu.model.verification import UNPLACED, Declaration, Reply
from liantu.telling import records
from liantu.telling.line import Line
from liantu.wording import text

MOST = 2
"""Counties that a sentence names."""
_FIRMS = 6
"""Firms of a kind that are named on the sheet."""


def counties_to_ask(reading: Reading, verdict: Verdict, most: int = MOST) -> tuple[str, ...]:
    """Counties of who is building it, then those of the likeliest other firms; without those that
    have answered. Empty: all are to be asked.
    """
    done = {reply.county for reply in replies(reading, verdict.product) if is_settled(reply)}
    known = [
        [c for c in _counties(reading, firms) if c not in done and c != UNPLACED]
        for firms in _groups(reading, verdict)
    ]
    found = [*known[0], *next((counties for counties in known[1:] if counties), ())]
    return tuple(dict.fromkeys(found))[:most]


def knowing(reading: Reading, verdict: Verdict) -> list[str]:
    """Enterprises that may know whether it is made here, the likeliest first."""
    return list(dict.fromkeys(e for firms in _groups(reading, verdict) for e in firms))


def likely(reading: Reading, verdict: Verdict) -> list[str]:
    """Enterprises that may make it, those first who are building it: of the others the likeliest
    only, so that nobody is asked about what he cannot know.
    """
    coming, _, *others, _ = _groups(reading, verdict)
    return list(dict.fromkeys([*coming, *next((firms for firms in others if firms), ())]))


def places(reading: Reading, verdict: Verdict) -> list[str]:
    """Counties of those who are building it and who need it, and of the likeliest others with a
    known county.
    """
    coming, takers, *others, _ = _groups(reading, verdict)
    near = (_placed(reading, firms) for firms in others)
    found = [*_placed(reading, [*coming, *takers]), *next(filter(None, near), ())]
    return list(dict.fromkeys(found))


def _groups(reading: Reading, verdict: Verdict) -> tuple[Sequence[str], ...]:
    """Who is building or planning it; who needs it; who is of the same kind and makes or takes
    what it rests on; who makes that, unless a step lies between; others of the same kind; who
    makes anything that it is made of.
    """
    alike, near, givers = sisters(reading, verdict.product), list[str](), list[str]()
    row = reading.score(verdict.product, Board.EXTEND)
    base = str(row.facts["base"]) if row else ""
    if base in reading.verdicts:
        givers = makers_of(reading, base)
        close = {*givers, *users(reading, reading.verdicts[base])}
        near = [e for e in alike if e in close]
    next_ = (alike, givers) if verdict.worst is Word.BLANK else (givers, alike)
    coming = [m.enterprise.id for m in records.pending(reading, verdict.product)]
    return coming, users(reading, verdict), near, *next_, _feeders(reading, verdict)


def makers_of(reading: Reading, product: str) -> list[str]:
    """Who makes it, else that beside which it comes."""
    situation = reading.situation
    parents = (product, *situation.by_product_of(product))
    return list(dict.fromkeys(e for p in parents for e in situation.firms(p)))


def replies(reading: Reading, product: str) -> list[Reply]:
    """What was asked and answered about it and holds at the date, in the order of time."""
    found = (r for r in reading.atlas.answers if r.product == product)
    return sorted((r for r in found if r.holds(reading.situation.day)), key=lambda r: r.date)


def declarations(reading: Reading, product: str) -> list[Declaration]:
    """Those that hold at the date, of the whole library or of a chain that shows the product."""
    atlas, day = reading.atlas, reading.situation.day
    covering = {"", *atlas.chains_of.get(product, ())}
    return [d for d in atlas.declarations if d.chain in covering and d.holds(day)]


def users(reading: Reading, verdict: Verdict) -> list[str]:
    """Enterprises that make what needs it, the weightiest use first."""
    order = sorted(verdict.uses, key=lambda user: -verdict.uses[user].weight)
    return list(dict.fromkeys(e for user in order for e in reading.situation.firms(user)))


def sisters(reading: Reading, product: str) -> tuple[str, ...]:
    """Enterprises that make something of the same industry class of the same materials; of what
    nobody here needs, else those of the same class and chain.
    """
    verdict = reading.verdicts.get(product)
    needed = verdict is not None and bool(verdict.uses)
    return alike(reading, product) or (() if needed else _akin(reading).standing(product))


def alike(reading: Reading, product: str) -> tuple[str, ...]:
    """Enterprises that make something of the same industry class of the same materials."""
    return _akin(reading).handling(product)


def prepare(reading: Reading) -> None:
    """Work out what all products need, which a worker does before the window asks about one."""
    _akin(reading).prepare()


def _akin(reading: Reading) -> Akin:
    return _AKIN.of(reading, lambda: Akin(reading.atlas, reading.diagnosis))


def _feeders(reading: Reading, verdict: Verdict) -> list[str]:
    return [e for product in verdict.fed_by for e in reading.situation.firms(product)]


def _placed(reading: Reading, firms: Iterable[str]) -> list[str]:
    return [county for county in _counties(reading, firms) if county != UNPLACED]


def _counties(reading: Reading, firms: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(reading.atlas.enterprises[e].county for e in firms))


def ask_lines(reading: Reading, verdict: Verdict) -> Iterator[Line]:
    """Counties, users and firms of the same class that may know whether it is made here."""
    if verdict.standing not in OPEN:
        return
    counties = "、".join(counties_to_ask(reading, verdict)) or text("answer.counties")
    question = question_of(reading, verdict.product)
    yield Line(text("why.ask.counties"), counties, _worth(question) if question else "")
    own = sisters(reading, verdict.product)
    for code, firms in (("user", users(reading, verdict)), ("sister", own)):
        for key in firms[:_FIRMS]:
            firm = reading.atlas.enterprises[key]
            words = text("why.ask.firm", kind=text(f"why.ask.{code}"), name=firm.name)
            yield Line(words, firm.county, target=Target("enterprise", key))


def question_of(reading: Reading, product: str) -> Question | None:
    """Its row of 摸底任务单; ``None`` where it is on none."""
    known = _QUESTIONS.of(reading, lambda: {one.product: one for one in reading.questions})
    return known.get(product)


_QUESTIONS = Aside[Mapping[str, Question]]()
_AKIN = Aside[Akin]()


def _worth(question: Question) -> str:
    return text(
        "why.ask.worth",
        value=f"{question.value:.1f}",
        worth=f"{question.worth:.1f}",
        doubt=f"{question.doubt:.0%}",
    )
