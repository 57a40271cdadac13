"""An edit: a label and a pure function from one atlas to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from liantu.model.atlas import Atlas
from liantu.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Edit:
    """One step that can be undone.

    ``change`` leaves its argument as it is, and may refuse by an exception. ``label`` tells the
    planner what it does; edits in a row with the same ``merge``, unless it is empty, are one step.
    ``look``: the scenario that is looked at from then on; ``None``: the same as before.
    """

    label: str
    change: Callable[[Atlas], Atlas]
    merge: str = ""
    look: Scenario | None = None
