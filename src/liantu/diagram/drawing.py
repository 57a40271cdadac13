"""The display list: a picture as plain shapes, painted alike on screen, PNG, SVG and PDF.

Lengths are in drawing units (1 unit = 1 px at 100 % zoom); y grows downwards; colours are
``#RRGGBB``; an empty colour means "none".
"""

from __future__ import annotations

from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle with optional rounded corners, border and dashes (on, off lengths)."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Curve:
    """A poly-Bézier: ``points`` is a start followed by 3 points a piece (1 + 3n in all)."""

    points: tuple[Point, ...]
    stroke: str
    stroke_width: float = 1.2
    dash: tuple[float, ...] = ()
    arrow: bool = True
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; ``(x, y)`` is the baseline at the left, centre or right (``anchor``)."""

    x: float
    y: float
    text: str
    size: float
    color: str
    bold: bool = False
    anchor: str = "start"
    opacity: float = 1.0


Shape = Box | Curve | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A finished picture. ``title`` and ``language`` go into file metadata."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    background: str = "#FFFFFF"
    title: str = ""
