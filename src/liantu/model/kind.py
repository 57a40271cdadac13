"""What a kind of thing is: its name, where an atlas holds it, and what it refers to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of thing.

    ``name`` is that of places (``project:P001``) and references, ``attribute`` that of the
    mapping in the atlas and of the key in files; ``prefix`` begins the ids of new ones.
    ``refers`` maps fields, also of the things inside (``phases.product``), to the kind they name:
    a reference that leads nowhere is emptied there, the thing itself stays; but where one of the
    fields ``must`` loses all that it names, it would say something else and is left out.
    """

    name: str
    attribute: str
    type: type[Any]
    prefix: str = ""
    refers: Mapping[str, str] = field(default_factory=dict)
    must: tuple[str, ...] = ()
