"""400 random edits taken back, done again, written and read: nothing is lost on the way."""

from __future__ import annotations

import random

from liantu.document.history import History
from liantu.library.difference import difference, same
from liantu.library.editing import edited
from liantu.library.reader import load_files
from liantu.library.writing.writer import rewritten
from liantu.model import Atlas
from liantu.model.scenario import Scenario
from tests.property.test_editing import _atlas, _files, draft_of

STEPS = 200


def test_hundreds_of_edits_back_and_forth_and_read_again() -> None:
    rnd = random.Random(17)
    history = History(_atlas(), Scenario())
    states: list[Atlas] = [history.now.atlas]
    while len(states) <= STEPS:
        draft = draft_of(history.now.atlas, rnd)
        after = edited(history.now.atlas, [draft]) if draft else history.now.atlas
        if history.do(f"第 {len(states)} 步", atlas=after):
            states.append(after)
    for number in range(STEPS, 0, -1):
        assert history.undo_label == f"第 {number} 步"
        assert history.now.atlas is states[number]
        assert history.undo()
    assert history.now.atlas is _atlas()
    assert not history.dirty
    for state in states[1:]:
        assert history.redo()
        assert history.now.atlas is state
    assert not history.redo()
    again = load_files({**_files(), **rewritten(_files(), _atlas(), history.now.atlas)}).atlas
    assert same(again, history.now.atlas), [c.id for c in difference(history.now.atlas, again)]
