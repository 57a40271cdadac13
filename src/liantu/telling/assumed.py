"""Assumptions in words."""

from __future__ import annotations

from liantu.analysis.reading import Reading
from liantu.model import Status
from liantu.model.boards import weighted
from liantu.wording import text


def assumed(reading: Reading) -> str:
    """What differs from the defaults, in one line; empty if nothing does."""
    switches, products = reading.switches, reading.atlas.products
    words = []
    for code, ids in (("external", switches.external), ("ambition", switches.ambition)):
        if ids:
            names = "、".join(products[p].name for p in sorted(ids))
            words.append(text(f"switches.{code}", names=names))
    for code, share in (("utilisation", switches.utilisation), ("thin", switches.thin)):
        if share != 1.0:
            words.append(text(f"switches.{code}", share=f"{share * 100:.0f}%"))
    more = sorted(switches.counting - {Status.OPERATING})
    words += [text(f"switches.counting.{status}") for status in more]
    if switches.weights != weighted({}):
        words.append(text("switches.weights"))
    return "；".join(words)
