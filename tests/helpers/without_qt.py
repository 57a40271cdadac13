"""Makes Qt impossible to import, to show that the core lives without it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType

TESTS = Path(__file__).parents[1]
NEED_QT = (
    "gui",
    "cli",
    "golden",
    "office",
    "unit/ui",
    "unit/render/test_bundle.py",
    "unit/render/test_export.py",
    "unit/render/test_faces.py",
    "unit/render/test_dashes.py",
    "unit/render/test_painter.py",
    "unit/render/test_unknown.py",
    "unit/test_packaging.py",
    "unit/briefing/test_papers.py",
    "unit/briefing/test_pictures.py",
    "unit/briefing/test_slides.py",
    "unit/briefing/test_unknown.py",
    "unit/briefing/test_drill.py",
    "unit/briefing/test_letter.py",
    "unit/briefing/test_word.py",
)
"""What the run without Qt leaves out; all other tests have to pass in it."""
CORE = ("unit/briefing", "unit/library")
"""Where the README's command runs without Qt what can be: there alone, as nothing tests more."""


class Refusal:
    """A finder that finds nothing and refuses Qt."""

    def find_spec(
        self, name: str, _path: Sequence[str] | None = None, _target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Raises ``ImportError`` for every part of Qt."""
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ImportError(f"{name} was imported in the run without Qt")
        return None


def refuse() -> None:
    """From now on; raises ``RuntimeError`` where Qt is here already."""
    if "PySide6" in sys.modules:
        raise RuntimeError("-p no:pytest-qt is missing: Qt is imported already")
    sys.meta_path.insert(0, Refusal())


def needs_qt(path: Path) -> bool:
    """Whether the tests at ``path`` are of those that paint or open windows."""
    return _within(path, NEED_QT)


def is_core(path: Path) -> bool:
    """Whether the tests in the file ``path`` are run without Qt by the README's command."""
    return path.suffix == ".py" and _within(path, CORE) and not needs_qt(path)


def _within(path: Path, places: Sequence[str]) -> bool:
    return any(path.is_relative_to(TESTS / place) for place in places)
