"""``doctor``: whether this machine has what the program needs."""

from __future__ import annotations

import argparse
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from liantu.cli.parsing import GOOD, NOT_WRITTEN
from liantu.cli.usage import emit
from liantu.doctor.finding import as_json, lines
from liantu.doctor.report import findings
from liantu.jobs import Progress
from liantu.render.errors import ExportError

if TYPE_CHECKING:
    from liantu.render.facts import Facts


def run(arguments: argparse.Namespace) -> int:
    """Report versions, screen, fonts, folders, data and a small self-test."""
    facts, trouble = _qt()
    found = findings(facts, Progress(), trouble=trouble, here=Path.cwd())
    if arguments.json:
        emit(as_json(found))
    else:
        print("\n".join(lines(found)))
    return GOOD if all(item.good for item in found) else NOT_WRITTEN


def _qt() -> tuple[Facts | None, str]:
    """What Qt found, or why it cannot be loaded."""
    try:
        from liantu.render.facts import look  # noqa: PLC0415  Qt may be missing
        from liantu.render.headless import prepare  # noqa: PLC0415
    except ImportError as error:
        return None, str(error)
    with suppress(ExportError):  # a missing font is found by itself
        prepare()
    return look(), ""
