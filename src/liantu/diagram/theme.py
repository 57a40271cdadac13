"""Colours of the picture by role (``#RRGGBB``). Light, dark, and always-light paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from liantu.diagram import faces
from liantu.diagram.faces import Faces
from liantu.model.classes import Word


@dataclass(frozen=True, slots=True)
class Tone:
    """Colours of a class: badge and border, face of the card, letter on the badge."""

    color: str
    tint: str
    letter: str = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Theme:
    """Tokens of one look.

    ``ground`` lies behind the map, ``paper`` is the face of a card, ``band`` that of a stage.
    ``local`` marks what the city makes, ``absent``/``absent_tint`` what it does not, ``policy``
    what policy closes, which is no gap and stays quiet, ``stop`` what fails and ``hit`` what
    that leaves without material. ``segments`` are those of the segment map. ``faded``
    is what stays of what gives way to something else; with a ``faded_ink`` its words are in that,
    to be read from afar.
    """

    text: str
    secondary: str
    line: str
    ground: str
    paper: str
    accent: str
    band: str
    edge: str
    card_line: str
    local: str
    absent: str
    absent_tint: str
    raw_tint: str
    tones: Mapping[Word, Tone]
    policy: Tone
    stop: Tone
    hit: Tone
    segments: Faces
    faded: float = 0.25
    faded_ink: str = ""


_LIGHT_TONES = {
    Word.BROKEN: Tone("#C2410C", "#FFF1EA"),
    Word.SHORT_UP: Tone("#B45309", "#FFF7E6"),
    Word.SHORT_DOWN: Tone("#0F766E", "#E9F8F5"),
    Word.THIN: Tone("#7C3AED", "#F4EEFE"),
    Word.WEAK: Tone("#1D4ED8", "#EDF3FE"),
    Word.BLANK: Tone("#5F6B79", "#F4F6F8"),
}
_DARK_TONES = {
    Word.BROKEN: Tone("#FF8A5C", "#3A241C", "#1B1410"),
    Word.SHORT_UP: Tone("#F0B050", "#352A17", "#1B1710"),
    Word.SHORT_DOWN: Tone("#4FD0BF", "#16302D", "#0E1C1A"),
    Word.THIN: Tone("#B794FF", "#2B2342", "#17131F"),
    Word.WEAK: Tone("#8FB4FF", "#1E2B47", "#10161F"),
    Word.BLANK: Tone("#94A1B0", "#212A34", "#12171D"),
}

LIGHT = Theme(
    text="#1D2733",
    secondary="#5B6875",
    line="#D5DCE4",
    ground="#FAFBFD",
    paper="#FFFFFF",
    accent="#1657A8",
    band="#F1F4F9",
    edge="#A9B4C0",
    card_line="#B8C2D0",
    local="#1F4E79",
    absent="#8A5A12",
    absent_tint="#FFFDF8",
    raw_tint="#F4F6F9",
    tones=_LIGHT_TONES,
    policy=Tone("#586472", "#ECEFF3"),
    stop=Tone("#B91C1C", "#FDECEC"),
    hit=Tone("#B45309", "#FFF7E6"),
    segments=faces.LIGHT,
)

DARK = Theme(
    text="#E6EBF1",
    secondary="#9FACBA",
    line="#35414F",
    ground="#141B23",
    paper="#202A36",
    accent="#6FA8F0",
    band="#1A232E",
    edge="#5A6878",
    card_line="#4A5868",
    local="#7FB2EA",
    absent="#D8A860",
    absent_tint="#1B232D",
    raw_tint="#1A222C",
    tones=_DARK_TONES,
    policy=Tone("#A3AFBC", "#2A3440", "#12171D"),
    stop=Tone("#FF8080", "#3D1F22", "#1B1010"),
    hit=Tone("#F0B050", "#352A17", "#1B1710"),
    segments=faces.DARK,
)

PRINT = replace(
    LIGHT,
    ground="#FFFFFF",
    band="#F3F5F8",
    edge="#8C98A5",
    card_line="#8F9BA8",
    segments=faces.PRINT,
)


def blend(one: str, other: str, share: float) -> str:
    """``share`` of a colour over another, both and the result ``#RRGGBB``."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02X}" for a, b in pairs)
