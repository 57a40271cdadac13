"""``beside``: two chains or two counties side by side."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.briefing import sides
from liantu.cli.parsing import Parser
from liantu.cli.usage import (
    UsageError,
    data_code,
    emit,
    known_chain,
    known_county,
    reading_of,
    tell_scenario,
)
from liantu.cli.writing import known_suffix, written
from liantu.telling.beside.figures import Figure, Value
from liantu.telling.beside.pair import CHAIN, COUNTY, Pair
from liantu.telling.beside.plain import lines
from liantu.telling.beside.told import Beside, beside
from liantu.wording import text


def options(parser: Parser) -> None:
    """Of ``beside``: which two, and where to."""
    both = parser.add_mutually_exclusive_group(required=True)
    both.add_argument("--chains", nargs=2, metavar="ID", help=text("cli.beside.chains"))
    both.add_argument("--counties", nargs=2, metavar="NAME", help=text("cli.beside.counties"))
    parser.add_argument("--on", default="", metavar="ID", help=text("cli.beside.on"))
    parser.add_argument("--out", type=Path, metavar="F", help=text("cli.beside.out"))


def run(arguments: argparse.Namespace) -> int:
    """Print or write what both have, what differs, what they share and what passes."""
    loaded, reading = reading_of(arguments)
    pair = _pair(reading, arguments)
    found = beside(reading, pair)
    if arguments.out is not None:
        on = known_chain(reading.atlas, arguments.on)
        return _write(found, arguments.out, on) or data_code(loaded)
    if arguments.json:
        emit(document(found), reading)
    else:
        tell_scenario(reading)
        print("\n".join(lines(found)))
    return data_code(loaded)


def _pair(reading: Reading, arguments: argparse.Namespace) -> Pair:
    """Raises :class:`UsageError` for an unknown side, or twice the same."""
    know = known_chain if arguments.chains else known_county
    left, right = (know(reading.atlas, one) for one in arguments.chains or arguments.counties)
    if left == right:
        raise UsageError("beside.alone")
    return Pair(CHAIN if arguments.chains else COUNTY, left, right)


def _write(found: Beside, path: Path, chain: str) -> int:
    known_suffix(path, sides.suffixes(found))
    return written(path, partial(sides.write, found, path, chain))


def document(found: Beside) -> dict[str, object]:
    """The pair for JSON; what is not known is ``null``."""
    return {
        "date": found.reading.date,
        "kind": found.pair.kind,
        "sides": [
            {"id": id_, "name": name}
            for id_, name in zip((found.pair.left, found.pair.right), found.names, strict=True)
        ],
        "sentence": found.sentence,
        "notes": list(found.notes),
        "figures": [_figure(figure) for figure in found.figures],
        "groups": {
            group.code: {
                "count": group.count,
                "rows": [
                    {
                        "id": tie.id,
                        "name": tie.name,
                        "left": tie.left,
                        "right": tie.right,
                        "words": tie.words,
                    }
                    for tie in group.ties
                ],
            }
            for group in found.groups
        },
    }


def _figure(figure: Figure) -> dict[str, object]:
    return {
        "key": figure.key,
        "name": figure.words,
        "unit": figure.unit,
        "left": _value(figure.left),
        "right": _value(figure.right),
        "difference": figure.difference,
    }


def _value(value: Value) -> dict[str, object]:
    span = None if value.span is None else list(value.span)
    numbers = {"number": value.number, "whole": value.whole, "share": value.share}
    return {"told": value.told, "span": span, **numbers}
