"""What a worker makes ahead is no longer made where the window lists a chain."""

from __future__ import annotations

import pytest

from liantu.analysis.akin import Akin
from liantu.jobs import Progress
from liantu.model.focus import Focus
from liantu.telling.lists.catalogue import find
from liantu.telling.lists.column import Scope
from liantu.ui.seen import preparing
from tests.helpers.readings import loaded, reading


def test_whom_to_ask_is_known_to_the_first_chain_that_is_opened(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    found = reading(loaded().atlas)
    preparing.rest(found, Focus(), Progress())
    monkeypatch.delattr(Akin, "_index")  # it goes through the whole city
    assert find("survey").rows(found, Scope(chains=("pc-nylon",)))
