"""Where the window looks once a show was left: at what the step shows, so that one can go on."""

from __future__ import annotations

from dataclasses import replace

from liantu.document.show import scenario_of
from liantu.document.view import View, plain, restored
from liantu.model.atlas import Atlas
from liantu.model.focus import Focus
from liantu.model.scenario import Scenario
from liantu.model.story import Step, focus_of
from liantu.ui.seen import looking


def focus_at(step: Step, atlas: Atlas) -> Focus:
    """What the window looks at for a step; what the data do not have any more is left out."""
    view = View(focus_of(step), scenario_of(step, atlas))
    return restored(plain(view), atlas, looking.OFFERS).focus


def scenario_at(step: Step, atlas: Atlas, wanted: Scenario, date: str) -> Scenario:
    """The scenario for a step: the ``wanted`` one, which is looked at on the day ``date``, where
    that is no other.
    """
    found = scenario_of(step, atlas)
    same = replace(found, date=wanted.date) == wanted and found.date in (wanted.date, date)
    return wanted if same else found
