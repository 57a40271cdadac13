"""``draw``: the map of a chain as PNG, SVG or PDF; and all maps at once."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from liantu.analysis.state import Situation, survey
from liantu.cli.usage import (
    BAD_DATA,
    GOOD,
    NOT_WRITTEN,
    UsageError,
    data_code,
    date_of,
    known_chain,
    read,
    say,
)
from liantu.diagram.drawing import Drawing
from liantu.diagram.sheet import PAPERS as SIZES
from liantu.diagram.sheet import SheetOptions, Window, draw_sheet
from liantu.diagram.view import arrange, build_view
from liantu.document.naming import picture_stem
from liantu.model import Atlas
from liantu.wording import text

PAPERS = (*SIZES, "fit")
_LARGE = ("A1", "A0")


def run(arguments: argparse.Namespace) -> int:
    """Draw one chain or section into a file."""
    from liantu.render.export import SUFFIXES, ExportError  # noqa: PLC0415

    if arguments.out.suffix.casefold() not in SUFFIXES:
        raise UsageError("render.suffix", suffix=arguments.out.suffix or arguments.out.name)
    window = _window(arguments.window)
    date = date_of(arguments.date)
    loaded = read(arguments.folder)
    chain, section = known_chain(loaded.atlas, arguments.chain, arguments.section)
    options = SheetOptions(arguments.paper, "" if arguments.background == "none" else "#FFFFFF")
    situation = survey(loaded.atlas, date)
    drawing = _drawing(loaded.atlas, situation, (chain, section), options, window)
    try:
        write(drawing, arguments.out, arguments.dpi or default_dpi(arguments.paper))
    except ExportError as error:
        say(text(error.code, **error.params))
        return NOT_WRITTEN
    say(text("cli.draw.done", path=arguments.out))
    return data_code(loaded)


def draw_all(folder: Path, out: Path, date: str = "") -> int:
    """Draw every chain as PNG and PDF into ``out`` and tell how far it is."""
    from liantu.render.export import ExportError  # noqa: PLC0415

    loaded = read(folder)
    chains = list(loaded.atlas.chains)
    situation = survey(loaded.atlas, date)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for at, chain in enumerate(chains, 1):
            drawing = _drawing(loaded.atlas, situation, (chain, None), SheetOptions())
            stem = f"{at:02d}_{picture_stem(loaded.atlas, chain)}"
            for suffix in (".png", ".pdf"):
                write(drawing, out / f"{stem}{suffix}", 150)
            say(text("cli.draw.step", at=at, all=len(chains), name=stem))
    except ExportError as error:
        say(text(error.code, **error.params))
        return NOT_WRITTEN
    say(text("cli.draw.all", count=len(chains), path=out.resolve()))
    return GOOD if chains else BAD_DATA


def write(drawing: Drawing, path: Path, dpi: int) -> None:
    """Export with the bundled font, without needing a screen. Raises ``ExportError``."""
    if sys.platform != "win32":
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415  checking data needs no Qt

    from liantu.render.export import export  # noqa: PLC0415
    from liantu.render.painter import register_fonts  # noqa: PLC0415

    application = QGuiApplication.instance() or QGuiApplication([])
    register_fonts()
    export(drawing, path, dpi=dpi)
    del application


def default_dpi(paper: str) -> int:
    """300 for desk sizes, 200 for wall maps, screen pixels for slides."""
    return 200 if paper in _LARGE else 144 if paper in ("16:9", "fit") else 300


def _drawing(
    atlas: Atlas,
    situation: Situation,
    which: tuple[str, str | None],
    options: SheetOptions,
    window: Window | None = None,
) -> Drawing:
    view = build_view(atlas, situation, *which)
    return draw_sheet(atlas, view, arrange(view), situation, options, window=window)


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
