"""A saving that is killed loses nothing and breaks no file; more: ``bench/kills.py``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[4]


def killed(*given: str) -> dict[str, int]:
    """What became of killed savings; in a process without threads, which may be forked."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.helpers.kills", *given],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    return dict(json.loads(done.stdout))


def faults(found: dict[str, int]) -> dict[str, int]:
    return {words: count for words, count in found.items() if words.split()[0].isupper()}


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_nothing_is_lost_and_no_file_is_broken() -> None:
    found = killed("26")
    assert faults(found) == {}
    assert (
        sum(
            found[f"folder {state}"]
            for state in ("old", "new", "mixed")
            if f"folder {state}" in found
        )
        == 26
    )
    assert found["from an autosave"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs fork")
def test_without_the_journal_it_would_be_noticed() -> None:
    assert set(faults(killed("36", "--without-journal"))) == {"LOST"}
