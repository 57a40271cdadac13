"""What follows ``survey`` on the command line, and what may be given to it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

from liantu.cli import ranges
from liantu.cli.survey_loop import declare, sheets, status, take
from liantu.wording import text

Command = Callable[[argparse.Namespace], int]


def joined(argv: Sequence[str]) -> list[str]:
    """``survey sheets …`` with its two words as one, as the parser knows the command."""
    found = list(argv)
    if found[:1] == ["survey"] and found[1:2] and found[1] in {name for name, _, _ in COMMANDS}:
        found[:2] = [f"{found[0]} {found[1]}"]
    return found


def sheets_arguments(parser: argparse.ArgumentParser) -> None:
    """Of ``survey sheets``."""
    parser.add_argument(
        "--out", required=True, type=Path, metavar="DIR", help=text("cli.survey.folder_out")
    )
    parser.add_argument(
        "--county",
        nargs="*",
        action="extend",
        default=[],
        metavar="NAME",
        help=text("cli.survey.counties"),
    )
    parser.add_argument(
        "--due", default="", type=ranges.day, metavar="D", help=text("cli.survey.due")
    )
    parser.add_argument("--office", default="", metavar="W", help=text("cli.survey.office"))
    parser.add_argument("--record", action="store_true", help=text("cli.survey.record"))


def status_arguments(parser: argparse.ArgumentParser) -> None:
    """Of ``survey status``."""
    parser.add_argument("--json", action="store_true", help=text("cli.json"))


def take_arguments(parser: argparse.ArgumentParser) -> None:
    """Of ``survey take``."""
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help=text("cli.survey.files")
    )
    parser.add_argument("--dry-run", action="store_true", help=text("cli.survey.dry"))


def declare_arguments(parser: argparse.ArgumentParser) -> None:
    """Of ``survey declare``."""
    parser.add_argument(
        "--county", required=True, metavar="NAME", help=text("cli.survey.declare.county")
    )
    parser.add_argument("--chain", default="", metavar="ID", help=text("cli.survey.declare.chain"))
    for name in ("since", "until"):
        parser.add_argument(
            f"--{name}",
            default="",
            type=ranges.day,
            metavar="D",
            help=text(f"cli.survey.declare.{name}"),
        )
    for name in ("office", "scope"):
        parser.add_argument(
            f"--{name}", default="", metavar="W", help=text(f"cli.survey.declare.{name}")
        )


COMMANDS: tuple[tuple[str, Command, Callable[[argparse.ArgumentParser], None]], ...] = (
    ("sheets", sheets, sheets_arguments),
    ("status", status, status_arguments),
    ("take", take, take_arguments),
    ("declare", declare, declare_arguments),
)
"""What follows ``survey``: the word, the command, what may be given to it."""
