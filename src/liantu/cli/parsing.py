"""The command line in Chinese: what both programs share and nothing heavy is needed for."""

from __future__ import annotations

import argparse
import re
import sys
from typing import NoReturn

from liantu.wording import text

GOOD, BAD_DATA, BAD_USAGE, NOT_WRITTEN, FAULT, CANCELLED = 0, 1, 2, 3, 4, 130
"""Exit codes."""
_TOLD = (
    (re.compile(r"the following arguments are required: (.*)"), "cli.usage.missing"),
    (re.compile(r"unrecognized arguments: (.*)"), "cli.usage.unknown"),
    (re.compile(r"argument (.*): expected one argument"), "cli.usage.value"),
    (re.compile(r"argument (.*): invalid .*"), "cli.usage.invalid"),
)
_RANGE = re.compile(r"argument ([^:]*): (.*)", re.DOTALL)


class Parser(argparse.ArgumentParser):
    """argparse that complains in Chinese."""

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong and leave with the code for wrong usage."""
        for pattern, code in _TOLD:
            if found := pattern.fullmatch(message):
                message = text(code, what=found[1])
                break
        else:
            if said := _RANGE.fullmatch(message):
                message = text("cli.usage.said", what=said[1], how=said[2])
        say(text("cli.usage", problem=message, program=self.prog))
        raise SystemExit(BAD_USAGE)


def say(words: str) -> None:
    """Tell the user on standard error."""
    print(words, file=sys.stderr)
