"""``portfolio``: which projects to take under quotas of land, capital, energy and emissions."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from liantu.analysis.portfolio.answer import Answer, Wishes, basis, explained, solved
from liantu.analysis.portfolio.candidates import candidates
from liantu.analysis.portfolio.nouns import Limits, Resource
from liantu.analysis.portfolio.plan import Plan
from liantu.analysis.portfolio.question import Told
from liantu.analysis.reading import Reading
from liantu.briefing import portfolio as paper
from liantu.cli import ranges
from liantu.cli.filling import filled
from liantu.cli.parsing import BAD_USAGE, Parser
from liantu.cli.usage import UsageError, data_code, emit, known, known_chain, reading_of
from liantu.cli.writing import known_suffix, written
from liantu.model import Atlas
from liantu.telling import naming
from liantu.telling.portfolio import headline, missing, swaps
from liantu.telling.portfolio.chart import tradeoff
from liantu.telling.portfolio.projects import Row, State, rows
from liantu.telling.portfolio.troubles import NO_BUDGET
from liantu.wording import text


def options(parser: Parser) -> None:
    """What can be asked for."""
    parser.add_argument(
        "--budget",
        action="append",
        type=ranges.budget,
        default=[],
        metavar="W",
        help=text("cli.portfolio.budget"),
    )
    for name in ("must", "never"):
        ranges.several(parser, f"--{name}", f"cli.portfolio.{name}")
    for name, of, sample in (("exclude", ranges.group, "A+B"), ("requires", ranges.needs, "A>B")):
        parser.add_argument(
            f"--{name}",
            action="append",
            type=of,
            default=[],
            metavar=sample,
            help=text(f"cli.portfolio.{name}"),
        )
    parser.add_argument("--fill", type=Path, metavar="FILE", help=text("cli.portfolio.fill.help"))
    parser.add_argument(
        "--seconds",
        type=ranges.number("seconds"),
        default=10.0,
        metavar="N",
        help=text("cli.portfolio.seconds"),
    )
    for name in ("begun", "front", "goals"):
        parser.add_argument(f"--{name}", action="store_true", help=text(f"cli.portfolio.{name}"))
    parser.add_argument("--out", type=Path, metavar="F", help=text("cli.portfolio.out"))


def run(arguments: argparse.Namespace) -> int:
    """Print or write the portfolio; 2 where the question has no answer."""
    known_suffix(arguments.out, paper.SUFFIXES)
    loaded, asked = reading_of(arguments)
    wishes = _wishes(asked.base, arguments)
    reading = basis(asked)
    answer = solved(candidates(reading), wishes)
    answer = explained(answer, None if arguments.goals else wishes.limited[0])
    if arguments.out is not None:
        out = arguments.out
        if code := written(out, partial(paper.write, reading, answer, out)):
            return code
    elif arguments.json:
        emit(document(reading, answer))
    else:
        print("\n".join(_lines(reading, answer, arguments.front)))
    if not isinstance(answer.plan, Plan):
        return BAD_USAGE
    return data_code(loaded)


# -- what is asked


def _wishes(atlas: Atlas, arguments: argparse.Namespace) -> Wishes:
    if not arguments.budget:
        raise UsageError(NO_BUDGET)
    chain = known_chain(atlas, arguments.chain)
    requires: dict[str, tuple[str, ...]] = {}
    for one, other in arguments.requires:
        requires[_known(atlas, one)] = (*requires.get(one, ()), _known(atlas, other))
    told = Told(
        needs=filled(atlas, arguments.fill) if arguments.fill else {},
        requires=requires,
        exclusive=tuple(frozenset(_all(atlas, group)) for group in arguments.exclude),
        inside=frozenset(_all(atlas, arguments.must)),
        outside=frozenset(_all(atlas, arguments.never)),
    )
    limits = Limits(seconds=arguments.seconds)
    return Wishes(
        budgets={r: most for part in arguments.budget for r, most in part.items()},
        told=told,
        begun=arguments.begun,
        chain=chain,
        limits=limits,
    )


def _all(atlas: Atlas, ids: Iterable[str]) -> list[str]:
    return [_known(atlas, one) for one in ids]


def _known(atlas: Atlas, asked: str) -> str:
    return known("project", asked, naming.projects(atlas))


# -- what is answered


def _lines(reading: Reading, answer: Answer, front: bool) -> Iterator[str]:
    atlas = reading.atlas
    yield from headline.summary(atlas, answer)
    yield from swaps.swaps(atlas, answer)
    yield from swaps.shared(atlas, answer.problem)
    yield from swaps.doubled(atlas, answer)
    if front and answer.front is not None:
        found = tradeoff(atlas, answer)
        yield from (found.finding, *(dot.tip for dot in found.dots))
    asks = missing.missings(atlas, answer.pool, answer.problem)
    yield missing.sentence(asks, headline.among(answer))
    yield missing.known(answer.pool, answer.problem, headline.among(answer))
    for row in rows(atlas, answer):
        if row.state is not State.LACKS:
            yield "\t".join((row.told, row.project, row.name, row.gains, row.why))
    for one in asks:
        yield "\t".join(
            (text("portfolio.state.lacks"), one.project, one.name, one.figures, one.said, one.whom)
        )
    yield headline.weights(answer.wishes.worth)


def document(reading: Reading, answer: Answer) -> dict[str, object]:
    """The answer for JSON: codes and numbers, the sentences beside."""
    atlas, plan = reading.atlas, answer.plan
    found: dict[str, object] = {
        "date": reading.date,
        "sentence": headline.headline(atlas, answer),
        "budgets": {str(r): answer.wishes.budgets[r] for r in answer.wishes.limited},
        "among": len(headline.competing(answer)),
        "projects": [_project(answer, row) for row in rows(atlas, answer)],
        "missing": [_asked(one) for one in missing.missings(atlas, answer.pool, answer.problem)],
        "overlaps": [*swaps.shared(atlas, answer.problem), *swaps.doubled(atlas, answer)],
        "troubles": [],
    }
    if not isinstance(plan, Plan):
        return found | {"troubles": [str(one.code) for one in plan.troubles], "chosen": []}
    return found | {
        "chosen": list(plan.chosen),
        "value": plan.value,
        "bound": plan.bound,
        "gap": plan.gap,
        "goals": list(plan.reached),
        "used": {str(r): plan.used[r] for r in answer.wishes.limited},
        "left": {str(r): plan.left[r] for r in answer.wishes.limited},
        "swings": [
            {
                "resource": str(s.resource),
                "factor": s.factor,
                "value": s.value,
                "joined": list(s.joined),
                "dropped": list(s.dropped),
            }
            for s in answer.swings
        ],
        "swaps": list(swaps.swaps(atlas, answer)),
        "front": _front(answer),
    }


def _project(answer: Answer, row: Row) -> dict[str, object]:
    block = next((b for b in answer.blocks if b.bid == row.project), None)
    turned = answer.regrets.get(row.project)
    needs = answer.problem.by_id[row.project].needs
    return {
        "id": row.project,
        "name": row.name,
        "state": str(row.state),
        "points": row.points,
        "needs": {str(r): needs.get(r) for r in Resource},
        "block": str(block.why) if block else None,
        "short": {str(r): more for r, more in block.short.items()} if block else {},
        "others": list(block.others) if block else [],
        "regret": turned.loss if turned else None,
        "why": row.why,
    }


def _asked(one: missing.Missing) -> dict[str, object]:
    return {
        "id": one.project,
        "name": one.name,
        "figures": [str(r) for r in one.resources] + (["product"] if one.value else []),
        "said": one.said,
        "whom": one.whom,
        "points": one.points,
    }


def _front(answer: Answer) -> dict[str, object] | None:
    front = answer.front
    if front is None:
        return None
    return {
        "against": str(front.against) if front.against else "goals",
        "whole": front.whole,
        "points": [
            {"value": p.plan.value, "aim": p.aim, "chosen": list(p.plan.chosen)}
            for p in front.points
        ],
    }
