"""A folder of five files, an edit of four of them that brings a sixth, and a disk that can fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from liantu import files
from tests.helpers.faults import Disk
from tests.helpers.kills import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage.built(tmp_path)


@pytest.fixture
def disk(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Disk:
    monkeypatch.setattr(files, "WAITS", (0.0, 0.0, 0.0, 0.0, 0.0))
    return Disk(stage.folder, monkeypatch)
