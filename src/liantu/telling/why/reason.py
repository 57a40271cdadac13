"""One sentence of the why, with what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass

from liantu.model import Basis


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence with the sources behind it; ``basis`` where a coefficient is involved."""

    text: str
    sources: tuple[str, ...] = ()
    basis: Basis | None = None
    doubt: bool = False
