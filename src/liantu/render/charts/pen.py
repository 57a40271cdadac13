"""One figure to draw on, in points from the upper left corner."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from liantu.diagram import measure
from liantu.diagram.theme import Theme
from liantu.render.charts.setup import matplotlib
from liantu.telling.charts.model import Aim

if TYPE_CHECKING:
    from matplotlib.figure import Figure

BODY, SMALL = 8.5, 7.5
"""Type of names and numbers, and the smallest there is, pt."""
INCH = 72.0
HAIR = 0.6
"""Width of a thin line, pt."""
ASCENT, DESCENT = 0.88, 0.22
"""Of a line of type above and below its baseline, in type sizes."""

Point = tuple[float, float]
Rect = tuple[float, float, float, float]
"""x, y, width, height."""


@dataclass(frozen=True, slots=True)
class Written:
    """A line of type with its extent, for whoever looks whether lines meet."""

    x: float
    y: float
    width: float
    height: float
    size: float
    words: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An area (a patch of the figure) that tells more and leads somewhere."""

    artist: Any
    tip: str
    aim: Aim | None


class Pen:
    """Draws on a :class:`Figure` without pyplot. ``hits`` are the areas that can be pointed at,
    in reading order; ``written`` is all that was written.
    """

    def __init__(self, width: float, height: float, theme: Theme, ground: str = "") -> None:
        matplotlib()
        from matplotlib.figure import Figure  # noqa: PLC0415  large; only charts need it
        from matplotlib.transforms import Affine2D  # noqa: PLC0415

        self.width, self.height, self.theme = width, height, theme
        self.figure: Figure = Figure(figsize=(width / INCH, height / INCH))
        self.figure.patch.set_facecolor(ground or "none")
        down = Affine2D().scale(1 / INCH, -1 / INCH).translate(0, height / INCH)
        self._transform = down + self.figure.dpi_scale_trans
        self._left, self._top = 0.0, 0.0
        self._above = 0
        self.hits: list[Hit] = []
        self.written: list[Written] = []

    def move(self, left: float, top: float, width: float) -> None:
        """Draw what follows from another corner, as wide as that."""
        self._left, self._top, self.width = left, top, width

    def box(
        self,
        area: Rect,
        fill: str = "",
        edge: str = "",
        line: float = HAIR,
        *,
        dash: Sequence[float] = (),
        hatch: str = "",
        opacity: float = 1.0,
    ) -> Any:
        """A rectangle; returns its patch."""
        from matplotlib.patches import Rectangle  # noqa: PLC0415

        x, y, width, height = area
        patch = Rectangle((x + self._left, y + self._top), width, height)
        return self._put(patch, fill, edge, line, dash, hatch, opacity)

    def shape(
        self, points: Sequence[Point], fill: str = "", edge: str = "", *, opacity: float = 1.0
    ) -> Any:
        """A polygon; returns its patch."""
        from matplotlib.patches import Polygon  # noqa: PLC0415

        corners = [(x + self._left, y + self._top) for x, y in points]
        patch = Polygon(corners, closed=True)
        return self._put(patch, fill, edge, HAIR, (), "", opacity)

    def band(self, start: Point, end: Point, height: float, fill: str, opacity: float) -> Any:
        """A ribbon from the upper left ``start`` to the upper right ``end``; returns its patch."""
        from matplotlib.patches import PathPatch  # noqa: PLC0415
        from matplotlib.path import Path  # noqa: PLC0415

        (x0, y0), (x1, y1) = start, end
        x0, x1, y0, y1 = x0 + self._left, x1 + self._left, y0 + self._top, y1 + self._top
        half = (x0 + x1) / 2
        points = [
            *((x0, y0), (half, y0), (half, y1), (x1, y1), (x1, y1 + height)),
            *((half, y1 + height), (half, y0 + height), (x0, y0 + height), (x0, y0)),
        ]
        curve, line = [Path.CURVE4] * 3, [Path.LINETO]
        path = Path(points, [Path.MOVETO, *curve, *line, *curve, Path.CLOSEPOLY])
        return self._put(PathPatch(path), fill, "", HAIR, (), "", opacity)

    def line(
        self,
        start: Point,
        end: Point,
        color: str,
        width: float = HAIR,
        *,
        dash: Sequence[float] = (),
    ) -> None:
        """A straight line."""
        from matplotlib.lines import Line2D  # noqa: PLC0415

        xs = [start[0] + self._left, end[0] + self._left]
        ys = [start[1] + self._top, end[1] + self._top]
        drawn = Line2D(xs, ys, color=color, linewidth=width, solid_capstyle="butt")
        if dash:
            drawn.set_linestyle((0, tuple(dash)))
        drawn.set_transform(self._transform)
        drawn.set_zorder(self._next())
        self.figure.add_artist(drawn)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float = BODY,
        color: str = "",
        *,
        bold: bool = False,
        anchor: str = "left",
    ) -> None:
        """One line with its baseline at ``y``; ``anchor`` is ``left``, ``center`` or ``right``.

        What the font lacks becomes 〓.
        """
        lacking = {ord(c): measure.GETA for c in measure.missing(words)}
        words = words.translate(lacking)
        wide = measure.width(words, size, bold=bold)
        left = x - {"left": 0.0, "center": wide / 2, "right": wide}[anchor]
        place = (left + self._left, y + self._top - ASCENT * size)
        self.written.append(Written(*place, wide, (ASCENT + DESCENT) * size, size, words))
        self.figure.text(
            x + self._left,
            y + self._top,
            words,
            fontsize=size,
            color=color or self.theme.text,
            fontweight="bold" if bold else "normal",
            ha=anchor,
            va="baseline",
            zorder=self._next(),
            transform=self._transform,
        )

    def lines(
        self, x: float, y: float, words: Sequence[str], size: float, color: str = "", **how: Any
    ) -> float:
        """Lines below each other from the baseline ``y``; returns that of the next."""
        for line in words:
            self.text(x, y, line, size, color, **how)
            y += size * LEADING
        return y

    def hit(self, patch: Any, tip: str, aim: Aim | None) -> None:
        """Let a patch be pointed at."""
        self.hits.append(Hit(patch, tip, aim))

    def spot(self, area: Rect, tip: str, aim: Aim | None) -> None:
        """Let an area be pointed at; nothing is seen of it."""
        patch = self.box(area)
        patch.set_visible(False)
        self.hit(patch, tip, aim)

    def _put(
        self,
        patch: Any,
        fill: str,
        edge: str,
        line: float,
        dash: Sequence[float],
        hatch: str,
        opacity: float,
    ) -> Any:
        patch.set_facecolor(fill or "none")
        patch.set_edgecolor(edge or "none")
        patch.set_linewidth(line if edge else 0.0)
        patch.set_alpha(opacity if opacity < 1 else None)
        if dash:
            patch.set_linestyle((0, tuple(dash)))
        if hatch:
            patch.set_hatch(hatch)
        patch.set_transform(self._transform)
        patch.set_zorder(self._next())
        self.figure.add_artist(patch)
        return patch

    def _next(self) -> int:
        """What is drawn later lies above."""
        self._above += 1
        return self._above


LEADING = 1.35
"""Pitch of lines, in type sizes."""


def fitted(words: str, size: float, room: float, lines: int = 2) -> tuple[str, ...]:
    """A name in at most ``lines`` lines; what is too long loses its middle, for names often differ
    in their ends only.
    """
    found = measure.wrap(words, size, room, lines)
    if not found or not found[-1].endswith("…") or words.endswith("…"):
        return found
    head = measure.wrap(words, size, room, 99)[: lines - 1]
    rest = words[sum(len(line) for line in head) :]
    return (*head, measure.cut_inside(rest.strip(), size, room))
