"""The shipped folder with invented ledgers beside it, and single matters without a folder."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.analysis.work import Ledger, Task
from liantu.library.reader import load_files, read_folder
from liantu.model import Atlas
from liantu.model.ledgers import Progress, Request
from tests.helpers.readings import reading

FILE = Path(__file__).parents[1] / "data" / "ledgers" / "ledgers.yaml"


@cache
def atlas() -> Atlas:
    """The shipped data with the invented ledgers."""
    files = {**read_folder(paths.shipped_chains()), FILE.name: FILE.read_bytes()}
    return load_files(files).atlas


@cache
def ledgers_at(date: str = "2022-12-31") -> Reading:
    """That at a date."""
    return reading(atlas(), date)


def task(status: Progress = Progress.TODO, **more: Any) -> Task:
    """A request as a task."""
    matter = Request("Q", "用地", status)
    matter = replace(matter, **more)
    return Task(Ledger.REQUEST, matter, "c", "甲县", raised=matter.raised)
