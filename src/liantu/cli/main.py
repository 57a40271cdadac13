"""``liantu-cli``: what the window computes, as commands."""

from __future__ import annotations

import argparse
import logging
import os
import platform
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from liantu import __version__, paths
from liantu.cli import (
    analyse,
    beside,
    brief,
    chains,
    check,
    closure,
    compare,
    doctor,
    draw,
    drill,
    graph,
    importing,
    layout,
    lists,
    manual,
    merge,
    new,
    options,
    plan,
    portfolio,
    poster,
    projects,
    ranges,
    scenario,
    snapshot,
    spof,
    story,
    survey,
    survey_words,
    work,
)
from liantu.cli.parsing import BAD_USAGE, CANCELLED, FAULT, GOOD, NOT_WRITTEN, Parser, say
from liantu.cli.usage import UsageError
from liantu.jobs import Cancelled
from liantu.logs import records
from liantu.wording import reason, text

Command = Callable[[argparse.Namespace], int]
_log = logging.getLogger(__name__)


def run(argv: Sequence[str] | None = None) -> int:
    """The script ``liantu-cli``: exit codes as in :mod:`liantu.cli.parsing`."""
    _speak_utf8()
    records.start()
    words = survey_words.joined(sys.argv[1:] if argv is None else argv)
    arguments = _parser().parse_args(words)
    command: Command = arguments.command
    try:
        return command(arguments)
    except UsageError as error:
        say(error.words)
        return BAD_USAGE
    except (KeyboardInterrupt, Cancelled):
        say(text("cli.cancelled"))
        return CANCELLED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    except OSError as error:
        say(text("cli.system", reason=reason(error)))
        return NOT_WRITTEN
    except Exception:
        return _tell_fault()


def _tell_fault() -> int:
    """Log the exception that is being handled, on the console and in a file made only now."""
    kept = records.keep(paths.log_folder())
    _log.exception("liantu %s, %s", __version__, platform.platform())
    records.stop()
    say(text("cli.fault", path=kept) if kept else text("cli.fault.unkept"))
    return FAULT


def _speak_utf8() -> None:
    """JSON and messages are UTF-8 whatever the console's code page."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _parser() -> Parser:
    parser = Parser(prog="liantu-cli", description=text("cli.description"))
    parser.tell_version()
    commands = parser.add_subparsers(
        required=True, metavar=text("cli.command"), parser_class=Parser
    )
    _check(_command(commands, "check", check.run))
    _json(_scenario(_command(commands, "chains", chains.run)))
    _layout(_scenario(_command(commands, "layout", layout.run)))
    options.draw(_scenario(_command(commands, "draw", draw.run)))
    _switches(_scope(_command(commands, "analyse", analyse.analyse)))
    _survey(_json(_scenario(_command(commands, "survey", survey.survey))))
    for name, run_, arguments in survey_words.COMMANDS:
        has_folder = name != "take"
        made = _command(commands, f"survey {name}", run_, folder=has_folder)
        arguments(_scenario(made))
    _work(_switches(_scope(_command(commands, "work", work.run))))
    projects.arguments(_switches(_scope(_command(commands, "projects", projects.run))))
    _product(_switches(_command(commands, "why", analyse.why)))
    _poster(_switches(_scope(_command(commands, "poster", poster.run))))
    portfolio.options(_switches(_scope(_command(commands, "portfolio", portfolio.run))))
    _switches(_command(commands, "balance", analyse.balance))
    spof.options(_switches(_scope(_command(commands, "spof", spof.run))))
    drill.options(_switches(_command(commands, "drill", drill.run)))
    _closure(_command(commands, "closure", closure.run))
    plan.options(_switches(_command(commands, "plan", plan.run)))
    _graph(_switches(_scope(_command(commands, "graph", graph.run))))
    options.office(_paper(_command(commands, "brief", brief.brief)))
    _lists(_json(_paper(_command(commands, "lists", lists.lists), must=False)))
    options.import_(_json(_command(commands, "import", importing.run, folder=False)))
    options.template(_command(commands, "template", importing.template, folder=False))
    options.new(_command(commands, "new", new.run, folder=False))
    _snapshot(_json(_command(commands, "snapshot", snapshot.snapshot, folder=False)))
    beside.options(_switches(_command(commands, "beside", beside.run)))
    _compare(_json(_command(commands, "compare", compare.compare, folder=False)))
    story.options(_command(commands, "story", story.run, folder=False))
    _scenarios(_json(_command(commands, "scenario", scenario.run, folder=False)))
    _merge(_json(_command(commands, "merge", merge.run, folder=False)))
    manual.options(_command(commands, "manual", manual.run, folder=False))
    _json(_command(commands, "doctor", doctor.run, folder=False))
    return parser


def _command(
    commands: argparse._SubParsersAction[Parser], name: str, run_: Command, *, folder: bool = True
) -> Parser:
    about = text(f"cli.{name.replace(' ', '_')}")
    made = commands.add_parser(name, help=about, description=about)
    made.set_defaults(command=run_)
    if folder:
        made.add_argument("folder", nargs="?", type=Path, metavar="DIR", help=text("cli.folder"))
    return made


def _poster(parser: Parser) -> None:
    parser.add_argument("--city", action="store_true", help=text("cli.poster.city"))


def _json(parser: Parser) -> Parser:
    parser.add_argument("--json", action="store_true", help=text("cli.json"))
    return parser


def _date(parser: Parser) -> None:
    parser.add_argument("--date", default="", type=ranges.date, metavar="D", help=text("cli.date"))


def _chain(parser: Parser) -> None:
    parser.add_argument("--chain", required=True, metavar="ID", help=text("cli.chain"))
    parser.add_argument("--section", default="", metavar="ID", help=text("cli.section"))


def _check(parser: Parser) -> None:
    _json(parser)
    parser.add_argument("--all", action="store_true", help=text("cli.check.all"))


def _layout(parser: Parser) -> None:
    _chain(parser)
    _json(parser)
    options.picture(parser)
    for side, usual in (("width", layout.WIDTH), ("height", layout.HEIGHT)):
        parser.add_argument(
            f"--{side}",
            type=ranges.number("side"),
            default=usual,
            metavar="N",
            help=text(f"cli.layout.{side}"),
        )


def _scope(parser: Parser) -> Parser:
    parser.add_argument("--chain", default="", metavar="ID", help=text("cli.chain"))
    return parser


def _switches(parser: Parser) -> Parser:
    _json(parser)
    return _scenario(parser)


def _scenario(parser: Parser) -> Parser:
    _date(parser)
    parser.add_argument("--scenario", default="", metavar="S", help=text("cli.under"))
    ranges.several(parser, "--external", "cli.external")
    for name in ("thin", "utilisation"):
        parser.add_argument(
            f"--{name}", type=ranges.number(name), metavar="X", help=text(f"cli.{name}")
        )
    parser.add_argument(
        "--weight",
        action="append",
        default=[],
        type=ranges.weight,
        metavar="W",
        help=text("cli.weight"),
    )
    return parser


def _chains(parser: Parser) -> None:
    parser.add_argument(
        "--chain",
        nargs="*",
        action="extend",
        default=[],
        metavar="ID",
        help=text("cli.paper.chain"),
    )


def _survey(parser: Parser) -> None:
    parser.add_argument("--county", default="", metavar="NAME", help=text("cli.survey.county"))
    _chains(parser)
    parser.add_argument("--out", type=Path, metavar="F", help=text("cli.survey.out"))


def _work(parser: Parser) -> None:
    parser.add_argument(
        "--month", default="", type=ranges.month, metavar="M", help=text("cli.work.month")
    )


def _product(parser: Parser) -> None:
    """DIR may be left out before PRODUCT, as in ``why bpa``."""
    parser.add_argument("product", metavar="PRODUCT", help=text("cli.product"))


def _closure(parser: Parser) -> None:
    _json(parser)
    ranges.several(parser, "--have", "cli.have", required=True)
    ranges.several(parser, "--external", "cli.external")
    ranges.several(parser, "--prove", "cli.prove")
    parser.add_argument("--bare", action="store_true", help=text("cli.bare"))


def _graph(parser: Parser) -> None:
    parser.add_argument("--product", default="", metavar="ID", help=text("cli.graph.product"))
    parser.add_argument("--out", default=None, type=Path, metavar="F", help=text("cli.graph.out"))


def _paper(parser: Parser, *, must: bool = True) -> Parser:
    parser.add_argument("--out", required=must, type=Path, metavar="F", help=text("cli.paper.out"))
    _chains(parser)
    return _scenario(parser)


def _lists(parser: Parser) -> None:
    parser.add_argument("--list", default="", metavar="ID", help=text("cli.lists.list"))
    parser.add_argument("--county", default="", metavar="NAME", help=text("cli.lists.county"))
    parser.add_argument("--template", default="", metavar="NAME", help=text("cli.lists.template"))


def _snapshot(parser: Parser) -> None:
    parser.add_argument(
        "action", choices=snapshot.ACTIONS, metavar="ACTION", help=text("cli.snapshot.action")
    )
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="DIR", help=text("cli.snapshot.folder")
    )
    parser.add_argument("--name", default="", metavar="W", help=text("cli.snapshot.name"))
    parser.add_argument("--note", default="", metavar="W", help=text("cli.snapshot.note"))
    _of(parser)


def _of(parser: Parser) -> None:
    parser.add_argument("--of", type=Path, metavar="DIR", help=text("cli.snapshot.of"))


def _compare(parser: Parser) -> None:
    for name in ("before", "after"):
        parser.add_argument(name, nargs="?", metavar=name.upper(), help=text(f"cli.compare.{name}"))
    parser.add_argument(
        "--from", dest="since", default="", metavar="A", help=text("cli.compare.from")
    )
    parser.add_argument("--to", default="", metavar="B", help=text("cli.compare.to"))
    _scope(parser)
    parser.add_argument("--out", type=Path, metavar="F", help=text("cli.compare.out"))
    _date(parser)
    _of(parser)


def _scenarios(parser: Parser) -> None:
    parser.add_argument("words", nargs="+", metavar="W", help=text("cli.scenario.words"))
    _date(parser)


def _merge(parser: Parser) -> None:
    parser.add_argument("source", metavar="FROM", help=text("cli.merge.source"))
    parser.add_argument(
        "--into", required=True, type=Path, metavar="DIR", help=text("cli.merge.into")
    )
    parser.add_argument("--base", default="", metavar="V", help=text("cli.merge.base.help"))
    sides = parser.add_mutually_exclusive_group()
    for side in ("mine", "theirs"):
        sides.add_argument(f"--{side}", action="store_true", help=text(f"cli.merge.{side}"))
    parser.add_argument("--dry-run", action="store_true", help=text("cli.merge.dry"))
