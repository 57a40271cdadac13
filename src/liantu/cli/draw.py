"""``draw``: the map of a chain as PNG, SVG or PDF; and all maps at once."""

from __future__ import annotations

import argparse
from pathlib import Path

from liantu.analysis.diagnosis import Diagnosis, diagnose
from liantu.analysis.switches import starting
from liantu.cli.usage import (
    BAD_DATA,
    NOT_WRITTEN,
    UsageError,
    data_code,
    known_chain,
    read,
    say,
)
from liantu.diagram.cards import Lens
from liantu.diagram.city import PICTURES
from liantu.diagram.drawing import Drawing
from liantu.diagram.plate import on_paper
from liantu.diagram.sheet import PAPERS as SIZES
from liantu.diagram.sheet import SheetOptions, Window, draw_sheet
from liantu.diagram.theme import PRINT
from liantu.diagram.view import arrange, build_view
from liantu.document.naming import picture_stem
from liantu.model import Atlas
from liantu.render.errors import ExportError
from liantu.render.export import SUFFIXES, export
from liantu.render.limits import most_dpi
from liantu.wording import reason, text

PAPERS = (*SIZES, "fit")
LENSES = tuple(Lens)
CITY = tuple(PICTURES)
_LARGE = ("A1", "A0")


def run(arguments: argparse.Namespace) -> int:
    """Draw one chain or section, or a picture of the whole city, into a file."""
    if arguments.out.suffix.casefold() not in SUFFIXES:
        raise UsageError("render.suffix", suffix=arguments.out.suffix or arguments.out.name)
    loaded = read(arguments.folder)
    if bool(arguments.chain) == bool(arguments.picture):
        raise UsageError("cli.usage.picture")
    if arguments.picture and (arguments.section or arguments.window):
        raise UsageError("cli.usage.picture_whole")
    background = "" if arguments.background == "none" else "#FFFFFF"
    options = SheetOptions(arguments.paper, background, Lens(arguments.lens))
    found = diagnose(loaded.atlas, arguments.date, starting(loaded.atlas))
    if arguments.picture:
        drawing = _city(loaded.atlas, found, arguments.picture, options)
    else:
        which = known_chain(loaded.atlas, arguments.chain, arguments.section)
        drawing = _drawing(loaded.atlas, found, which, options, arguments.window)
    try:
        write(drawing, arguments.out, arguments.dpi or _fitting_dpi(drawing, arguments))
    except ImportError as error:
        say(text("cli.no_qt", reason=error))
        return NOT_WRITTEN
    except ExportError as error:
        say(text(error.code, **error.params))
        return NOT_WRITTEN
    say(text("cli.draw.done", path=arguments.out))
    return data_code(loaded)


def _fitting_dpi(drawing: Drawing, arguments: argparse.Namespace) -> int:
    """The resolution where none was asked for; a lower one for very large pictures is told."""
    usual, most = default_dpi(arguments.paper), most_dpi(drawing)
    if most < usual and arguments.out.suffix.casefold() == ".png":
        say(text("cli.draw.lowered", dpi=most))
    return min(usual, most)


def draw_all(folder: Path, out: Path, date: str = "") -> int:
    """Draw every chain as PNG and PDF into ``out`` and tell how far it is.

    Where Qt cannot be loaded (bare servers) the pictures are SVG and PDF.
    """
    loaded = read(folder)
    chains = list(loaded.atlas.chains)
    situation = diagnose(loaded.atlas, date, starting(loaded.atlas))
    suffixes = (".png", ".pdf") if _has_qt() else (".svg", ".pdf")
    try:
        out.mkdir(parents=True, exist_ok=True)
        for at, chain in enumerate(chains, 1):
            drawing = _drawing(loaded.atlas, situation, (chain, None), SheetOptions())
            stem = f"{at:02d}_{picture_stem(loaded.atlas, chain)}"
            for suffix in suffixes:
                write(drawing, out / f"{stem}{suffix}", min(150, most_dpi(drawing)))
            say(text("cli.draw.step", at=at, all=len(chains), name=stem))
    except ExportError as error:
        say(text(error.code, **error.params))
        return NOT_WRITTEN
    except OSError as error:
        say(text("cli.system", reason=reason(error)))
        return NOT_WRITTEN
    kinds = "、".join(s[1:].upper() for s in suffixes)
    say(text("cli.draw.all", count=len(chains), kinds=kinds, path=out.resolve()))
    return data_code(loaded) if chains else BAD_DATA


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
    atlas: Atlas,
    found: Diagnosis,
    which: tuple[str, str | None],
    options: SheetOptions,
    window: Window | None = None,
) -> Drawing:
    view = build_view(atlas, found.situation, *which, found)
    return draw_sheet(atlas, view, arrange(view), found.situation, options, window=window)


def _city(atlas: Atlas, found: Diagnosis, name: str, options: SheetOptions) -> Drawing:
    plate = PICTURES[name](atlas, found, PRINT)
    date = found.situation.date
    paper, background = options.paper, options.background
    return on_paper(atlas, plate, date, PRINT, paper=paper, background=background)
