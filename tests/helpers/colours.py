"""How well colours can be told apart."""

from __future__ import annotations


def luminance(color: str) -> float:
    """Relative luminance of ``#RRGGBB`` (WCAG 2.2)."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


Rgb = tuple[float, float, float]

SIGHTS: dict[str, tuple[Rgb, Rgb, Rgb]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""How who lacks one kind of cones sees linear RGB (Machado, Oliveira and Fernandes 2009,
severity 1.0).
"""
GREY = "grey"
"""A print or copy without colours."""
_TO_XYZ: tuple[Rgb, Rgb, Rgb] = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
_WHITE: Rgb = (0.95047, 1.0, 1.08883)


def seen(color: str, sight: str) -> Rgb:
    """Linear RGB as it is seen in one of :data:`SIGHTS`, in grey, or (empty) as it is."""
    linear = _linear(color)
    if sight == GREY:
        return (luminance(color),) * 3
    if not sight:
        return linear
    red, green, blue = (min(max(part, 0.0), 1.0) for part in _times(SIGHTS[sight], linear))
    return red, green, blue


def difference(one: str, other: str, sight: str = "") -> float:
    """How far two colours are apart for a sight (ΔE of CIE 1976; 2.3 is just noticed)."""
    pairs = zip(_lab(seen(one, sight)), _lab(seen(other, sight)), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


def _linear(color: str) -> Rgb:
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return red, green, blue


def _times(matrix: tuple[Rgb, Rgb, Rgb], point: Rgb) -> Rgb:
    x, y, z = (sum(a * b for a, b in zip(row, point, strict=True)) for row in matrix)
    return x, y, z


def _lab(linear: Rgb) -> Rgb:
    ratios = [a / w for a, w in zip(_times(_TO_XYZ, linear), _WHITE, strict=True)]
    x, y, z = (r ** (1 / 3) if r > 0.008856 else 7.787 * r + 16 / 116 for r in ratios)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
