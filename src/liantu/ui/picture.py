"""What a picture of the map should be, and the job that makes it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from liantu.diagram.city import PICTURES
from liantu.diagram.drawing import Drawing
from liantu.diagram.lenses import STRUCTURE, Lens
from liantu.diagram.plate import on_paper
from liantu.diagram.sheet import SheetOptions, draw_sheet
from liantu.diagram.theme import PRINT
from liantu.diagram.views.map_view import MapView
from liantu.document.session import Session
from liantu.jobs import Progress
from liantu.layout.geometry import Layout
from liantu.telling.assumed import assumed

PAPERS = ("A3", "A4", "A2", "A1", "A0", "16:9", "fit")
SUFFIXES = ("png", "svg", "pdf")
RESOLUTIONS = (300, 200, 150, 96)


@dataclass(frozen=True, slots=True)
class Wish:
    """The choices of the export dialog; ``window`` is a part of the map or ``None`` for all,
    ``picture`` the name of a picture of the city instead of a map.
    """

    path: Path
    paper: str = "A3"
    dpi: int = 300
    background: str = "#FFFFFF"
    window: tuple[float, float, float, float] | None = None
    lens: Lens = STRUCTURE
    picture: str = ""


def draw(workspace: Session, view: MapView, layout: Layout, wish: Wish) -> Drawing:
    """The finished sheet."""
    options = SheetOptions(
        paper=wish.paper,
        background=wish.background,
        lens=wish.lens,
    )
    return draw_sheet(
        workspace.reading,
        view,
        layout,
        options,
        window=wish.window,
    )


def draw_city(workspace: Session, wish: Wish) -> Drawing:
    """A picture of the city on its sheet."""
    reading = workspace.reading
    return on_paper(
        reading.atlas,
        PICTURES[wish.picture](reading, PRINT),
        reading.date,
        PRINT,
        paper=wish.paper,
        background=wish.background,
        assumed=assumed(reading),
    )


def write(drawing: Drawing, wish: Wish, progress: Progress) -> Path:
    """Write the file; returns its path."""
    from liantu.render.export import export  # noqa: PLC0415  not needed before the first export

    export(drawing, wish.path, dpi=wish.dpi, progress=progress)
    return wish.path
