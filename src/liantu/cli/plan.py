"""``plan``: closing plans of a product, or of the 关键环节 of a chain that nobody here makes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from liantu.analysis.plans.city import Reach
from liantu.analysis.plans.closing import COUNT, closing_plans, ladder
from liantu.analysis.plans.plan import Plans, Wish
from liantu.analysis.plans.problem import ProblemError
from liantu.analysis.plans.targets import key_gaps
from liantu.analysis.reading import Reading
from liantu.briefing import plans as paper
from liantu.cli import ranges
from liantu.cli.parsing import Parser
from liantu.cli.plan_costs import read_costs
from liantu.cli.plan_document import document
from liantu.cli.usage import (
    UsageError,
    data_code,
    emit,
    known_chain,
    known_product,
    reading_of,
)
from liantu.cli.writing import known_suffix, written
from liantu.telling.plans import buying, heading, links, none, proof
from liantu.wording import text


def options(parser: Parser) -> None:
    """What can be asked for, and what JSON has to say of it."""
    parser.epilog = text("cli.plan.keys")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--target", default="", metavar="PRODUCT", help=text("cli.plan.target"))
    what.add_argument("--chain", default="", metavar="ID", help=text("cli.plan.chain"))
    parser.add_argument(
        "--k", type=ranges.whole("plans"), default=COUNT, metavar="N", help=text("cli.plan.k")
    )
    parser.add_argument("--ladder", action="store_true", help=text("cli.plan.ladder"))
    parser.add_argument(
        "--allow", type=ranges.whole("allow"), default=0, metavar="N", help=text("cli.plan.allow")
    )
    parser.add_argument("--within", default="", metavar="ID", help=text("cli.plan.within"))
    reaches = [str(reach) for reach in Reach]
    parser.add_argument("--reach", choices=reaches, help=text("cli.plan.reach"))
    ranges.several(parser, "--buy", "cli.plan.buy")
    parser.add_argument("--demand", type=float, metavar="X", help=text("cli.plan.demand"))
    parser.add_argument("--cost", type=Path, metavar="F", help=text("cli.plan.cost"))
    parser.add_argument("--out", type=Path, metavar="F", help=text("cli.plan.out"))


def run(arguments: argparse.Namespace) -> int:
    """Print or write the plans."""
    out = arguments.out
    known_suffix(out, paper.SUFFIXES)
    loaded, reading = reading_of(arguments)
    found = list(_found(reading, arguments))
    if out is not None:
        if code := written(out, partial(paper.write, reading, found, out)):
            return code
    elif arguments.json:
        chain = arguments.chain
        told = [document(reading, one) for one in found]
        emit({"date": reading.date, "chain": chain, "targets": told} if chain else told[0])
    else:
        for one in found:
            print("\n".join(_lines(reading, one)))
    return data_code(loaded)


def _found(reading: Reading, arguments: argparse.Namespace) -> Iterator[Plans]:
    """The plans of every target; raises :class:`UsageError` for figures that cannot be."""
    chain = known_chain(reading.base, arguments.chain)
    within = known_chain(reading.base, arguments.within) or chain
    costs = read_costs(reading.base, arguments.cost) if arguments.cost else {}
    wanted = frozenset(known_product(reading.base, p) for p in arguments.buy)
    targets = key_gaps(reading, chain) if chain else [known_product(reading.base, arguments.target)]
    for target in targets:
        wish = Wish(
            target=target,
            reach=Reach(arguments.reach) if arguments.reach else None,
            allowed=arguments.allow,
            costs=costs,
            demand=arguments.demand,
            within=within,
            buying=wanted - {target},
        )
        ask = ladder if arguments.ladder else closing_plans
        try:
            yield ask(reading, wish, 1 if chain and not arguments.ladder else arguments.k)
        except ProblemError as error:
            code, name = none.refusal(reading, error)
            raise UsageError(code, product=name) from error


def _lines(reading: Reading, found: Plans) -> Iterator[str]:
    yield heading.judgement(reading, found)
    yield "；".join(heading.asked(reading, found))
    yield from none.block_lines(reading, found)
    built = [plan for plan in found.plans if plan.links or plan.imports]
    for at, plan in enumerate(built, 1):
        yield ""
        yield f"{at}. {heading.title(plan)}\t{heading.cost(plan)}"
        for link in links.link_rows(reading, plan):
            yield "\t" + "\t".join(links.cells(link))
        for row in buying.buy_rows(reading, plan):
            yield "\t" + "\t".join(buying.cells(row))
        yield from (f"\t{'  ' * n.depth}{n.words}" for n in proof.proof_lines(reading, plan))
        yield from (f"\t{note}" for note in heading.notes(reading, plan))
    if built and (len(built) > 1 or found.complete or found.stopped):
        yield ""
        yield heading.ending(found)
    yield ""
