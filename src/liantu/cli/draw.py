"""``draw``: a map or a picture of the city as PNG, SVG or PDF; and all maps at once."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from liantu.analysis.reading import Reading
from liantu.briefing.pictures import OF_CHAIN, Wish, draw, pages, suited, write
from liantu.cli.drill_words import shock
from liantu.cli.parsing import BAD_DATA, GOOD, NOT_WRITTEN, say
from liantu.cli.usage import (
    UsageError,
    data_code,
    known,
    known_chain,
    known_county,
    known_enterprise,
    known_product,
    known_section,
    read,
    reading_of,
)
from liantu.diagram.failing import failure_of
from liantu.diagram.lenses import COMPARE, LENSES, OUTAGE, Lens, comparing, failing
from liantu.diagram.segment.mapping import graph_of
from liantu.diagram.segment.model import Graph
from liantu.model import Atlas
from liantu.model.drill import ShockKind
from liantu.model.focus import SEGMENTS
from liantu.model.scenario import Scenario
from liantu.render.errors import ExportError
from liantu.render.export import SUFFIXES
from liantu.render.limits import most_dpi
from liantu.render.vector import Picture
from liantu.telling import naming
from liantu.telling.filenames import picture_stem
from liantu.telling.versions.comparison import compared
from liantu.telling.versions.sides import near, pair, scenario_of
from liantu.wording import reason, text

STOPS = {
    "stop": ShockKind.ENTERPRISE,
    "product": ShockKind.PRODUCT,
    "outside": ShockKind.OUTSIDE,
}
"""Option → what fails; a county, and all else of a drill, comes with a scenario."""
DRAFT = 150
"""Dots an inch of the pictures of all chains."""


def run(arguments: argparse.Namespace) -> int:
    """Draw a chain or section, an enterprise, or a picture of the whole city into a file."""
    if arguments.out.suffix.casefold() not in SUFFIXES:
        raise UsageError("render.suffix", suffix=arguments.out.suffix or arguments.out.name)
    _check_asked(arguments)
    if arguments.window and arguments.chain and arguments.view == SEGMENTS:
        raise UsageError("cli.usage.window")
    loaded, reading = reading_of(arguments)
    reading = _stopped(reading, arguments)
    return _written(reading, _wish(arguments, reading)) or data_code(loaded)


def _check_asked(arguments: argparse.Namespace) -> None:
    """Raises :class:`UsageError` unless one thing is asked for, and with it what it needs."""
    if arguments.picture in OF_CHAIN:
        if not arguments.chain or arguments.firm:
            raise UsageError("cli.usage.chart", name=arguments.picture)
    elif sum(map(bool, (arguments.chain, arguments.firm, arguments.picture))) != 1:
        raise UsageError("cli.usage.picture")
    stops = any(vars(arguments)[name] for name in STOPS) or arguments.step is not None
    if arguments.lens != OUTAGE and stops:
        raise UsageError("cli.draw.stop.lens")
    if arguments.picture and (arguments.section or arguments.window):
        raise UsageError("cli.usage.picture_whole")


def _wish(arguments: argparse.Namespace, reading: Reading) -> Wish:
    """What is asked for; raises :class:`UsageError` for ids that the data do not have."""
    section, box, fold, selected = None, "", arguments.fold, arguments.select
    chain = known_chain(reading.atlas, arguments.chain)
    if chain and not arguments.picture:
        section = known_section(reading.atlas, chain, arguments.section)
        graph = graph_of(reading, chain, section)
        box = _known_box(graph, arguments.box)
        fold, selected = (_known_product(reading.atlas, graph, one) for one in (fold, selected))
    return Wish(
        path=arguments.out,
        paper=arguments.paper,
        dpi=arguments.dpi or 0,
        background="" if arguments.background == "none" else "#FFFFFF",
        window=arguments.window,
        lens=_lens(arguments, reading),
        chain=chain,
        section=section,
        firm=known_enterprise(reading.atlas, arguments.firm),
        picture=arguments.picture,
        view=arguments.view,
        fold=fold,
        box=box,
        selected=selected,
        county=known_county(reading.atlas, arguments.county),
        detail=arguments.detail,
        every=arguments.every,
        trunk=arguments.trunk,
        lines=not arguments.no_lines,
    )


def _lens(arguments: argparse.Namespace, reading: Reading) -> Lens:
    """The lens; 对比 with what is asked for, else with what it offers by itself, 断供 as far as the
    step that is asked for. Raises :class:`UsageError` for a side that there is not.
    """
    if arguments.against and arguments.lens != COMPARE:
        raise UsageError("cli.draw.against.lens")
    if arguments.lens == OUTAGE:
        return failing(replace(failure_of(reading), step=arguments.step))
    if arguments.lens != COMPARE:
        return LENSES[arguments.lens]
    asked = arguments.against
    if asked and scenario_of(reading.base, asked) is None:
        raise UsageError("version.side.unknown", name=asked, near=near(reading.base, asked))
    found = compared(*pair(reading, asked))
    return comparing(found.turns, found.before.title)


def _stopped(reading: Reading, arguments: argparse.Namespace) -> Reading:
    """The reading with what is to fail beside what its drill has; raises :class:`UsageError`."""
    told = [
        shock(reading.atlas, kind, each)
        for name, kind in STOPS.items()
        for each in vars(arguments)[name]
    ]
    if not told:
        return reading
    drill = reading.scenario.drill
    drill = replace(drill, shocks=(*drill.shocks, *told))
    return reading.under(replace(reading.scenario, drill=drill))


def _written(reading: Reading, wish: Wish) -> int:
    try:
        drawings = pages(reading, wish)
        _tell_lowered(drawings[0], wish)
        found = write(drawings, wish)
    except ImportError as error:
        say(text("cli.no_qt", reason=error))
        return NOT_WRITTEN
    except ExportError as error:
        say(text(error.code, **error.params))
        return NOT_WRITTEN
    say(text("cli.draw.done", path=found))
    if len(drawings) > 1:
        say(text("cli.draw.sheets", count=len(drawings)))
    return GOOD


def _tell_lowered(drawing: Picture, wish: Wish) -> None:
    """Where no resolution was asked for, a lower one for a very large picture is told."""
    most = most_dpi(drawing)
    if not wish.dpi and most < suited(wish.paper) and wish.path.suffix.casefold() == ".png":
        say(text("cli.draw.lowered", dpi=most))


def draw_all(folder: Path, out: Path, date: str = "") -> int:
    """Draw every chain as PNG and PDF into ``out`` and tell how far it is.

    Where Qt cannot be loaded (bare servers) the pictures are SVG and PDF.
    """
    loaded = read(folder)
    chains = list(loaded.atlas.chains)
    reading = Reading.of(loaded.atlas, Scenario(date=date))
    suffixes = (".png", ".pdf") if _has_qt() else (".svg", ".pdf")
    try:
        out.mkdir(parents=True, exist_ok=True)
        for at, chain in enumerate(chains, 1):
            drawing = draw(reading, Wish(chain=chain))
            stem = f"{at:02d}_{picture_stem(loaded.atlas, chain, reading.date)}"
            for suffix in suffixes:
                write(drawing, Wish(out / f"{stem}{suffix}", dpi=min(DRAFT, most_dpi(drawing))))
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


def _known_product(atlas: Atlas, graph: Graph, asked: str) -> str:
    """What the map has of that name, before what the city has."""
    shown = naming.meant(asked, naming.products(atlas, graph.by_id)).id
    if not asked or shown:
        return shown
    product = atlas.products[known_product(atlas, asked)]
    chain = atlas.chains[graph.chain].label
    raise UsageError("cli.usage.outside", product=product.label, chain=chain)


def _known_box(graph: Graph, name: str) -> str:
    """The key of the segment of that name (or key)."""
    called = {segment.key: (segment.name,) for segment in graph.segments}
    return name and known("box", name, called, here=True)
