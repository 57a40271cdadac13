"""``liantu``: opens the window; where there is no display it draws the maps into a folder."""

from __future__ import annotations

import argparse
import gc
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from liantu import outside, paths
from liantu.cli.parsing import BAD_USAGE, FAULT, GOOD, Parser
from liantu.logs import native, records
from liantu.wording import text

if TYPE_CHECKING:
    from liantu.ui.habits.single import Call

OUTPUT = Path("liantu-out")
_log = logging.getLogger(__name__)


def run(argv: Sequence[str] | None = None) -> int:
    """The script ``liantu``; returns its exit code."""
    with outside.lent_streams(text("ui.app")):
        arguments = _parser().parse_args(argv)
    folder = arguments.start or paths.shipped_chains()
    if arguments.smoke is not None:
        from liantu.ui.smoke.run import run as run_smoke  # noqa: PLC0415  as below

        return run_smoke(arguments.smoke, folder, arguments.chain, arguments.date)
    if not has_display():
        return _draw_all(folder, arguments.date)
    gc.disable()  # a tenth of the start; the window's own collector takes over
    records.start()
    records.keep(paths.log_folder())
    crashed = native.watch(paths.log_folder())
    try:
        from liantu.ui.habits.single import Single  # noqa: PLC0415  Qt only where it can be shown

        single = Single()
        if not arguments.new_window and single.hand(_call(arguments)):
            return GOOD
        from liantu.ui.app import run as run_window  # noqa: PLC0415  most of Qt, where it is needed

        wish = (arguments.start, arguments.chain, arguments.date)
        return run_window(*wish, crashed=crashed, single=single)
    except Exception as error:
        return _tell_no_start(error)
    finally:
        records.stop()


def _call(arguments: argparse.Namespace) -> Call:
    """What a window that runs already is asked for: it may stand in another folder."""
    from liantu.ui.habits.single import Call  # noqa: PLC0415  as above

    start = str(arguments.start.absolute()) if arguments.start is not None else ""
    return Call(start, arguments.chain, arguments.date)


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in ("win32", "darwin"):
        return True
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform not in ("offscreen", "minimal")
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="liantu", description=text("entry.description"))
    about = text("entry.folder")
    parser.add_argument("start", nargs="?", type=Path, metavar="DIR|VIEW", help=about)
    parser.add_argument("--chain", default="", metavar="ID", help=text("entry.chain"))
    about = text("entry.date")
    parser.add_argument("--date", default="", type=_date, metavar="D", help=about)
    about = text("entry.new_window")
    parser.add_argument("--new-window", action="store_true", help=about)
    parser.add_argument("--smoke", type=Path, metavar="DIR", help=argparse.SUPPRESS)
    parser.tell_version()
    return parser


def _date(word: str) -> str:
    if not word:
        return word
    from liantu.cli import ranges  # noqa: PLC0415  with all other options of the console

    return ranges.date(word)


def _tell_no_start(error: Exception) -> int:
    """The window cannot be opened, as where a library of Qt is missing: no window can tell it."""
    _log.critical("no start: %r", error, exc_info=error)
    words = text("entry.failed", reason=error, folder=paths.log_folder())
    outside.tell(words, text("ui.app"), bad=True)
    return FAULT


def _draw_all(start: Path, date: str) -> int:
    from liantu.cli.draw import draw_all  # noqa: PLC0415  not needed beside a window
    from liantu.document import view_file  # noqa: PLC0415

    try:
        folder = view_file.read(start).folder if view_file.is_view(start) else start
    except view_file.ViewError as error:
        print(text(error.code, **error.params), file=sys.stderr)  # noqa: T201
        return BAD_USAGE
    print(text("entry.no_display", out=OUTPUT.resolve()), file=sys.stderr)  # noqa: T201
    return draw_all(folder, OUTPUT, date)
