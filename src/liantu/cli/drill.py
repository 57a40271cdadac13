"""``drill``: what stops if this stops, in sentences or as one JSON document."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.briefing import drill as paper
from liantu.cli import ranges
from liantu.cli.drill_document import document
from liantu.cli.drill_words import measure, shock
from liantu.cli.parsing import Parser
from liantu.cli.usage import (
    UsageError,
    data_code,
    emit,
    known_chain,
    reading_of,
    tell_scenario,
)
from liantu.cli.writing import known_suffix, written
from liantu.model import Atlas
from liantu.model.drill import DAYS, Drill, Shock, ShockKind
from liantu.telling.names import plain_name
from liantu.telling.shocks import backup, days, summary
from liantu.telling.standing import coverage_sentence
from liantu.wording import text

SHOCKS = {
    "stop": ShockKind.ENTERPRISE,
    "county": ShockKind.COUNTY,
    "product": ShockKind.PRODUCT,
    "outside": ShockKind.OUTSIDE,
}
"""Option → what fails."""


def options(parser: Parser) -> None:
    """What fails, what is done, and how it is reckoned."""
    parser.epilog = text("cli.drill.keys")
    for name in SHOCKS:
        parser.add_argument(
            f"--{name}", action="append", default=[], metavar="W", help=text(f"cli.drill.{name}")
        )
    parser.add_argument(
        "--restore", action="append", default=[], metavar="W", help=text("cli.drill.restore")
    )
    parser.add_argument(
        "--days",
        nargs="?",
        const=DAYS,
        type=ranges.whole("ahead"),
        metavar="N",
        help=text("cli.drill.days"),
    )
    parser.add_argument(
        "--stock", type=ranges.number("stock"), metavar="N", help=text("cli.drill.stock")
    )
    for name in ("substitution", "buy", "no-deduced"):
        words = text(f"cli.drill.{name.replace('-', '_')}")
        parser.add_argument(f"--{name}", action="store_true", help=words)
    parser.add_argument("--out", type=Path, metavar="F", help=text("cli.drill.out"))
    parser.add_argument("--chain", default="", metavar="C", help=text("cli.drill.chain"))


def run(arguments: argparse.Namespace) -> int:
    """Print what a drill brings about, or write it."""
    out = arguments.out
    known_suffix(out, paper.SUFFIXES)
    loaded, start = reading_of(arguments)
    drill = _drill(start.atlas, start.scenario.drill, arguments)
    reading = start.under(replace(start.scenario, drill=drill))
    if out is not None:
        return _write(reading, out, arguments.chain) or data_code(loaded)
    if arguments.json:
        emit(document(reading), reading)
        return data_code(loaded)
    tell_scenario(reading)
    for line in _lines(reading, daily=arguments.days is not None or bool(drill.measures)):
        print(line)
    print(coverage_sentence(reading))
    return data_code(loaded)


def _write(reading: Reading, out: Path, chain: str) -> int:
    found = reading.outage
    assert found is not None  # without a stop nothing is asked
    shown = known_chain(reading.base, chain)
    return written(out, partial(paper.write, reading, found, out, shown))


def _drill(atlas: Atlas, start: Drill, arguments: argparse.Namespace) -> Drill:
    """The drill of the scenario with what was asked for besides; raises :class:`UsageError` for
    names that there are not, and where nothing fails.
    """
    told = [
        shock(atlas, kind, each) for name, kind in SHOCKS.items() for each in vars(arguments)[name]
    ]
    shocks = (*start.shocks, *told)
    if not shocks:
        raise UsageError("cli.usage.drill")
    measures = tuple(measure(atlas, shocks, each) for each in arguments.restore)
    return replace(
        start,
        shocks=_once(shocks),
        measures=(*start.measures, *measures),
        days=arguments.days or start.days,
        stock=start.stock if arguments.stock is None else arguments.stock,
        deduced=start.deduced and not arguments.no_deduced,
        substitution=start.substitution or arguments.substitution,
        outside=start.outside or arguments.buy,
    )


def _once(shocks: tuple[Shock, ...]) -> tuple[Shock, ...]:
    """Each thing once; the last word about it holds."""
    return tuple({(each.kind, each.id): each for each in shocks}.values())


def _lines(reading: Reading, *, daily: bool) -> Iterator[str]:
    found = reading.outage
    if found is None:
        return
    yield from summary.sentences(reading, found)
    for line in summary.hit_lines(reading, found):
        yield line.words if line.head else "\t".join(("", line.words, line.figure, line.remark))
    if daily and reading.timeline is not None:
        yield text("cli.drill.course")
        heads = (text(f"shock.drill.days.{id_}") for id_ in days.COLUMNS)
        yield "\t".join(("", *heads))
        for row in days.day_rows(reading, found, reading.timeline):
            yield "\t".join(("", *row.cells))
    for product, firms in backup.concerned(found).items():
        name = plain_name(reading, product)
        words = backup.headline(reading, product, firms)
        yield text("cli.drill.backup", product=name, words=words)
