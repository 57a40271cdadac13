"""The frame of the window is on screen before anything of a folder is imported."""

from __future__ import annotations

import subprocess
import sys

LATE = (
    *("liantu.model.nouns", "liantu.model.records", "liantu.model.scenario", "liantu.library"),
    *("liantu.analysis", "liantu.ui.desk", "datetime", "decimal", "difflib"),
    *("networkx", "highspy", "numpy", "matplotlib", "typst", "yaml", "pypinyin"),
)
"""Of the program, what holds a folder; of others, what takes longest to import."""


def test_nothing_of_a_folder_is_imported_for_it() -> None:
    code = "import sys, liantu.entry, liantu.ui.app; print(*sorted(sys.modules))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    imported = set(told.stdout.split())
    assert "liantu.ui.window" in imported
    assert [name for name in LATE if name in imported] == []
