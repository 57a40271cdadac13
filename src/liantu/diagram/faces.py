"""Colours, borders and widths of the segment map by role, for light, dark and paper.

Text reads at 4.5:1 on its ground, lines and the borders of gaps at 3:1 on what they run over; on a
greyscale print a kind is told by its border, the shape of its badge and its letter.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

LONG_DASH, SHORT_DASH, DOTTED = (5.0, 3.0), (4.5, 2.5), (2.5, 2.5)
FINE_DASH = (1.8, 2.4)
"""Of lines that could be: also without colours none takes them for lines of what lacks."""


@dataclass(frozen=True, slots=True)
class Face:
    """A card or chip: face and border, inks of its name and of what stands below, and its badge
    (``badge`` fills a sure one and outlines a suspected one, ``letter`` is the ink on a full one).
    """

    fill: str
    stroke: str
    name: str
    detail: str
    badge: str
    letter: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line."""

    color: str
    width: float
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Faces:
    """Tokens of the segment map.

    ``kinds`` and ``lines`` are keyed by the codes of the kinds of its products and the ranks of its
    lines (``live``, ``lack``, ``open``, ``plain``); ``absent`` is every gap where classes are not
    painted. ``bar`` marks what is made here, ``rail`` lies under bars. ``lack`` is the ink of what
    a product has to buy, ``job`` and ``job_ink`` mark what to do first. ``panels`` are the grounds
    of the stages in turn. ``casing`` keeps curves off what they cross.
    """

    kinds: Mapping[str, Face]
    absent: Face
    thin: tuple[str, str]
    weak: tuple[str, str]
    lines: Mapping[str, Stroke]
    box_live: Stroke
    box_plain: Stroke
    every: Stroke
    bar: str
    rail: str
    box: str
    box_edge: str
    strip: str
    strip_edge: str
    header: str
    count: str
    panels: tuple[str, ...]
    panel_ink: str
    panel_detail: str
    lack: str
    input: str
    job: str
    job_ink: str
    ring: str
    casing: str
    short: str
    enough: str


LIGHT = Faces(
    kinds={
        "local": Face("#D6E4F4", "#8FB0D4", "#14304F", "#1F4E79", "#FFFFFF", "#1F4E79"),
        "broken": Face(
            "#FFECE3", "#C2410C", "#1D2733", "#4F5B67", "#C2410C", "#FFFFFF", 1.8, LONG_DASH
        ),
        "up": Face(
            "#FFF6E3", "#B45309", "#2B3541", "#56626E", "#B45309", "#FFFFFF", 1.1, LONG_DASH
        ),
        "down": Face(
            "#FFFFFF", "#4E9A91", "#2B3541", "#56626E", "#0F766E", "#FFFFFF", 1.1, LONG_DASH
        ),
        "blank": Face(
            "#FFFFFF", "#7F8B99", "#3A4653", "#56626E", "#5F6B79", "#FFFFFF", 1.0, DOTTED
        ),
        "open": Face("#FFFFFF", "#B3BECA", "#56626E", "#56626E", "#5F6B79", "#FFFFFF", 1.0, DOTTED),
        "steady": Face("#F1F4F7", "#98A5B3", "#4B5764", "#56626E", "#E3E8EE", "#44505D"),
        "bought": Face("#E8ECF1", "", "#54606D", "#54606D", "#D5DCE4", "#44505D"),
    },
    absent=Face("#FFFFFF", "#7F8B99", "#2B3541", "#56626E", "#FFFFFF", "#56626E", 1.0, LONG_DASH),
    thin=("#7C3AED", "#FFFFFF"),
    weak=("#1D4ED8", "#FFFFFF"),
    lines={
        "live": Stroke("#2C6FB7", 2.0),
        "lack": Stroke("#B9700F", 1.4, SHORT_DASH),
        "open": Stroke("#36857B", 1.1, FINE_DASH),
        "plain": Stroke("#84909D", 1.0),
    },
    box_live=Stroke("#5C88BC", 2.6),
    box_plain=Stroke("#808E9D", 1.6),
    every=Stroke("#84909D", 0.7),
    bar="#1F4E79",
    rail="#DDE4EC",
    box="#F7F9FB",
    box_edge="#C9D2DC",
    strip="#FBFCFD",
    strip_edge="#E1E6EC",
    header="#1D2733",
    count="#1F4E79",
    panels=("#1B4A7A", "#245F96", "#2F6FA3"),
    panel_ink="#FFFFFF",
    panel_detail="#EAF3FC",
    lack="#A8400A",
    input="#1657A8",
    job="#1D2733",
    job_ink="#FFFFFF",
    ring="#1657A8",
    casing="#FFFFFF",
    short="#C2410C",
    enough="#0F766E",
)

DARK = Faces(
    kinds={
        "local": Face("#20344C", "#4D78A8", "#E6EBF1", "#9CC3EE", "#12202F", "#A9CDF3"),
        "broken": Face(
            "#3A2419", "#FF8A5C", "#F4E4DB", "#D3BBAE", "#FF8A5C", "#1B1410", 1.8, LONG_DASH
        ),
        "up": Face(
            "#332815", "#DFA043", "#EFE3CE", "#CFBFA2", "#F0B050", "#1B1710", 1.1, LONG_DASH
        ),
        "down": Face(
            "#19232D", "#4FA89E", "#DCE3EA", "#AAB6C2", "#4FD0BF", "#0E1C1A", 1.1, LONG_DASH
        ),
        "blank": Face(
            "#19222C", "#76848F", "#C3CDD7", "#AAB6C2", "#A3AFBC", "#12171D", 1.0, DOTTED
        ),
        "open": Face("#19222C", "#55626F", "#A6B2BF", "#A6B2BF", "#94A1B0", "#12171D", 1.0, DOTTED),
        "steady": Face("#222D38", "#5F6E7D", "#BAC5D0", "#AAB6C2", "#34414F", "#C5CFD9"),
        "bought": Face("#2A3542", "", "#B4C0CC", "#B4C0CC", "#3A4757", "#C5CFD9"),
    },
    absent=Face("#19222C", "#76848F", "#DCE3EA", "#AAB6C2", "#19222C", "#AAB6C2", 1.0, LONG_DASH),
    thin=("#B794FF", "#17131F"),
    weak=("#8FB4FF", "#10161F"),
    lines={
        "live": Stroke("#6FB0F5", 2.0),
        "lack": Stroke("#E0A040", 1.4, SHORT_DASH),
        "open": Stroke("#4DB3A5", 1.1, FINE_DASH),
        "plain": Stroke("#728191", 1.0),
    },
    box_live=Stroke("#5580B0", 2.6),
    box_plain=Stroke("#6B7A8A", 1.6),
    every=Stroke("#728191", 0.7),
    bar="#7FB2EA",
    rail="#313E4B",
    box="#1A232E",
    box_edge="#35424F",
    strip="#171F28",
    strip_edge="#2A3541",
    header="#E6EBF1",
    count="#9CC3EE",
    panels=("#1E4A76", "#275C8C", "#2F6897"),
    panel_ink="#FFFFFF",
    panel_detail="#E3EEF9",
    lack="#FF9F75",
    input="#7FB2EA",
    job="#E6EBF1",
    job_ink="#12171D",
    ring="#8FC1FA",
    casing="#141B23",
    short="#FF8A5C",
    enough="#4FD0BF",
)

PRINT = replace(LIGHT, box="#F8FAFB", box_edge="#B5C0CB", strip_edge="#C9D2DC")
