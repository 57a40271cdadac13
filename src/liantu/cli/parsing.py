"""The command line in Chinese: what both programs share and nothing heavy is needed for."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from liantu import __version__
from liantu.wording import text

GOOD, BAD_DATA, BAD_USAGE, NOT_WRITTEN, FAULT, CANCELLED = 0, 1, 2, 3, 4, 130
"""Exit codes."""
_TOLD = (
    (r"the following arguments are required: (.*)", "missing"),
    (r"one of the arguments (.*) is required", "one_of"),
    (r"unrecognized arguments: (.*)", "unknown"),
    (r"ambiguous option: (.*) could match (.*)", "ambiguous"),
    (r"argument (.*): expected (?:one|at least one|\d+) arguments?", "value"),
    (r"argument (.*): ignored explicit argument (?:.*)", "no_value"),
    (r"argument (.*): not allowed with argument (.*)", "not_both"),
    (r"argument (.*): invalid choice: '(.*)' \(choose from (.*)\)", "choice"),
    (r"argument (.*): invalid .*", "invalid"),
    (r"argument ([^:]*): ((?s:.*))", "said"),
)
"""What argparse says, as it comes, and the sentence that tells it; its groups are ``what``,
``how`` and ``known``. They are made out only where something is said: the window waits for none.
"""
_HEADING = r"(?m)^(\S*[\u4e00-\u9fff]):$"
_GIVEN = "given"
"""Where a call keeps which of its options that take one value were written."""
_MOST = 3
"""Words near a wrong one that are named; where none is near, all are."""


class _Help(argparse.HelpFormatter):
    """The help of argparse with its own few words in Chinese."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """How a call is written."""
        super().add_usage(usage, actions, groups, text("cli.help.usage") if prefix is None else "")

    def format_help(self) -> str:
        """All of it; a heading in Chinese has a colon in Chinese."""
        return re.sub(_HEADING, "\\1：", super().format_help())


class _Once(argparse._StoreAction):
    """What takes one value takes it once: of two, the first would be lost without a word."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: str | Sequence[Any] | None,
        option_string: str | None = None,
    ) -> None:
        """Keep the value; raises ``ArgumentError`` where there is one already."""
        given: set[str] = vars(namespace).setdefault(_GIVEN, set())
        if self.option_strings and self.dest in given:
            raise argparse.ArgumentError(self, text("cli.usage.once"))
        given.add(self.dest)
        super().__call__(parser, namespace, values, option_string)


class Parser(argparse.ArgumentParser):
    """argparse that explains and complains in Chinese."""

    def __init__(self, **options: Any) -> None:
        """With the ``options`` of argparse."""
        super().__init__(**options, formatter_class=_Help, add_help=False)
        self.register("action", None, _Once)
        self.register("action", "store", _Once)
        self._positionals.title = text("cli.help.words")
        self._optionals.title = text("cli.help.options")
        self.add_argument("-h", "--help", action="help", help=text("cli.help"))

    def tell_version(self) -> None:
        """Take ``--version``."""
        version = f"liantu {__version__}"
        self.add_argument("--version", action="version", version=version, help=text("cli.version"))

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong and leave with the code for wrong usage."""
        say(text("cli.usage", problem=_told(message), program=self.prog))
        raise SystemExit(BAD_USAGE)


def _told(message: str) -> str:
    for pattern, code in _TOLD:
        if found := re.fullmatch(pattern, message):
            what, how, known = (*found.groups(), "", "")[:3]
            near = _near(how, known) if known else how.replace(", ", "、")
            return text(f"cli.usage.{code}", what=what, how=how, near=near)
    return message


def _near(wrong: str, known: str) -> str:
    """Of the words that argparse names, with or without quotes, those like ``wrong``, else all."""
    from difflib import get_close_matches  # noqa: PLC0415  as the patterns

    words = [word.strip("'") for word in known.split(", ") if word.strip("'")]
    return "、".join(get_close_matches(wrong, words, _MOST) or words)


def say(words: str) -> None:
    """Tell the user on standard error."""
    print(words, file=sys.stderr)
