"""Reading and diagnosis can be given up at every stage, and say so by ``Cancelled`` alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.document import session
from liantu.jobs import OFTEN, Cancelled, Progress
from liantu.library.reader import load_files, read_folder
from tests.helpers.readings import loaded


class Counted(Progress):
    """Gives up at its ``last`` look, and counts them."""

    def __init__(self, last: int = -1) -> None:
        super().__init__()
        self.looks, self._last = 0, last

    def check(self) -> None:
        self.looks += 1
        if self.looks == self._last:
            self.cancel()
        super().check()


FILES = read_folder(paths.shipped_chains())
STAGES = {
    "reading": lambda progress: load_files(FILES, progress),
    "diagnosis": lambda progress: Reading.of(loaded().atlas, progress=progress),
}


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_looks_whether_it_is_still_wanted(stage: str) -> None:
    whole = Counted()
    STAGES[stage](whole)
    assert whole.looks >= 8
    for last in (1, whole.looks // 2, whole.looks - 3, whole.looks):
        with pytest.raises(Cancelled):
            STAGES[stage](Counted(last))


def test_nothing_is_left_out_of_what_is_looked_through() -> None:
    items = range(3 * OFTEN + 1)
    counted = Counted()
    assert list(counted.each(items)) == list(items)
    assert counted.looks == 4


def test_a_folder_that_is_not_there_takes_no_wish_amiss(tmp_path: Path) -> None:
    found = session.read(tmp_path / "none", progress=Counted())
    assert found.issues
    assert found.issues[0].code == "library.folder_missing"
