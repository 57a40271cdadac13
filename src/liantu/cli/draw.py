"""``draw``: the map of a chain as PNG, SVG or PDF; and all maps at once."""

from __future__ import annotations

import argparse
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.cli.usage import (
    BAD_DATA,
    GOOD,
    NOT_WRITTEN,
    UsageError,
    data_code,
    known_chain,
    read,
    reading_of,
    say,
)
from liantu.diagram.city import PICTURES
from liantu.diagram.drawing import Drawing
from liantu.diagram.lenses import LENSES
from liantu.diagram.plate import on_paper
from liantu.diagram.sheet import PAPERS as SIZES
from liantu.diagram.sheet import SheetOptions, Window, draw_sheet
from liantu.diagram.theme import PRINT
from liantu.diagram.views.detail import build_view
from liantu.diagram.views.map_view import arrange
from liantu.model.scenario import Scenario
from liantu.render.errors import ExportError
from liantu.render.export import SUFFIXES, export
from liantu.telling.filenames import picture_stem
from liantu.wording import text

PAPERS = (*SIZES, "fit")
CITY = tuple(PICTURES)
_LARGE = ("A1", "A0")


def run(arguments: argparse.Namespace) -> int:
    """Draw one chain or section, or a picture of the whole city, into a file."""
    if arguments.out.suffix.casefold() not in SUFFIXES:
        raise UsageError("render.suffix", suffix=arguments.out.suffix or arguments.out.name)
    window = _window(arguments.window)
    if bool(arguments.chain) == bool(arguments.picture):
        raise UsageError("cli.usage.picture")
    background = "" if arguments.background == "none" else "#FFFFFF"
    options = SheetOptions(arguments.paper, background, LENSES[arguments.lens])
    loaded, reading = reading_of(arguments)
    if arguments.picture:
        drawing = _city(reading, arguments.picture, options)
    else:
        which = known_chain(loaded.atlas, arguments.chain, arguments.section)
        drawing = _drawing(reading, which, options, window)
    try:
        write(drawing, arguments.out, arguments.dpi or default_dpi(arguments.paper))
    except ImportError as error:
        say(text("cli.no_qt", reason=error))
        return NOT_WRITTEN
    except ExportError as error:
        say(text(error.code, **error.params))
        return NOT_WRITTEN
    say(text("cli.draw.done", path=arguments.out))
    return data_code(loaded)


def draw_all(folder: Path, out: Path, date: str = "") -> int:
    """Draw every chain as PNG and PDF into ``out`` and tell how far it is.

    Where Qt cannot be loaded (bare servers) the pictures are SVG and PDF.
    """
    loaded = read(folder)
    chains = list(loaded.atlas.chains)
    reading = Reading.of(loaded.atlas, Scenario.starting(loaded.atlas.library, date))
    suffixes = (".png", ".pdf") if _has_qt() else (".svg", ".pdf")
    try:
        out.mkdir(parents=True, exist_ok=True)
        for at, chain in enumerate(chains, 1):
            drawing = _drawing(reading, (chain, None), SheetOptions())
            stem = f"{at:02d}_{picture_stem(loaded.atlas, chain)}"
            for suffix in suffixes:
                write(drawing, out / f"{stem}{suffix}", 150)
            say(text("cli.draw.step", at=at, all=len(chains), name=stem))
    except ExportError as error:
        say(text(error.code, **error.params))
        return NOT_WRITTEN
    kinds = "、".join(s[1:].upper() for s in suffixes)
    say(text("cli.draw.all", count=len(chains), kinds=kinds, path=out.resolve()))
    return GOOD if chains else BAD_DATA


def _has_qt() -> bool:
    try:
        import PySide6.QtGui  # noqa: F401, PLC0415
    except ImportError as error:
        say(text("cli.no_qt", reason=error))
        return False
    return True


def write(drawing: Drawing, path: Path, dpi: int) -> None:
    """Export with the bundled font, without needing a screen. Raises ``ExportError``."""
    if path.suffix.casefold() == ".png":
        _prepare_qt()
    export(drawing, path, dpi=dpi)


def _prepare_qt() -> None:
    """An application object and the bundled font, kept for the rest of the process."""
    from liantu.render.headless import prepare  # noqa: PLC0415  checking data needs no Qt

    prepare()


def default_dpi(paper: str) -> int:
    """300 for desk sizes, 200 for wall maps, screen pixels for slides."""
    return 200 if paper in _LARGE else 144 if paper in ("16:9", "fit") else 300


def _drawing(
    reading: Reading,
    which: tuple[str, str | None],
    options: SheetOptions,
    window: Window | None = None,
) -> Drawing:
    view = build_view(reading, *which)
    return draw_sheet(reading, view, arrange(view), options, window=window)


def _city(reading: Reading, name: str, options: SheetOptions) -> Drawing:
    plate = PICTURES[name](reading, PRINT)
    paper, background = options.paper, options.background
    return on_paper(reading.atlas, plate, reading.date, PRINT, paper=paper, background=background)


def _window(value: str) -> Window | None:
    if not value:
        return None
    try:
        x, y, width, height = (float(part) for part in value.split(","))
    except ValueError:
        raise UsageError("cli.usage.window", value=value) from None
    if width <= 0 or height <= 0:
        raise UsageError("cli.usage.window", value=value)
    return x, y, width, height
