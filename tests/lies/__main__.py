"""Tells every lie to a copy of the tree and reports which ones no test noticed.

``python -m tests.lies`` takes some minutes; words after it choose lies by part of their name.
Exit codes: 0 all noticed, 1 some were not, 2 a lie no longer fits the program.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.lies.told import LIES, Lie

ROOT = Path(__file__).parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", "docs", "build")


class UnfitError(Exception):
    """A lie whose text does not stand where it should."""


def sources(root: Path) -> dict[Path, str]:
    """What the program consists of."""
    return {p: p.read_text(encoding="utf-8") for p in sorted((root / "src").rglob("*.py"))}


def places(texts: Mapping[Path, str], lie: Lie) -> list[Path]:
    """The files that hold the text of a lie, each at one place; raises :class:`UnfitError`."""
    found = [path for path, text in texts.items() for _ in range(text.count(lie.old))]
    if not found or (len(found) > 1 and not lie.every):
        raise UnfitError(f"{lie.name}: stands {len(found)} times: {lie.old!r}")
    return list(dict.fromkeys(found))


def noticed(root: Path, lie: Lie) -> bool:
    """Whether a test fails while the lie is told in the tree at ``root``."""
    texts = sources(root)
    before = {path: texts[path] for path in places(texts, lie)}
    for path, text in before.items():
        path.write_text(text.replace(lie.old, lie.new), encoding="utf-8")
    try:
        return _tests_fail(root, lie.tests)
    finally:
        for path, text in before.items():
            path.write_text(text, encoding="utf-8")


def _tests_fail(root: Path, tests: str) -> bool:
    path = os.pathsep.join([str(root / "src"), str(root)])
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-qx", "-p", "no:cacheprovider", *tests.split()],
        cwd=root,
        env={**os.environ, "PYTHONPATH": path, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode not in (0, 1):
        raise UnfitError(f"{tests}\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
    return run.returncode == 1


def main(*wanted: str) -> int:
    """Tell the lies whose names hold one of the words, or all."""
    chosen = [lie for lie in LIES if not wanted or any(word in lie.name for word in wanted)]
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "tree"
        shutil.copytree(ROOT, root, ignore=LEFT_OUT)
        try:
            texts = sources(root)
            for lie in chosen:
                places(texts, lie)
            for lie in chosen:
                caught = noticed(root, lie)
                print("noticed " if caught else "MISSED  ", lie.name, flush=True)
                missed += [] if caught else [lie.name]
        except UnfitError as error:
            print(error, file=sys.stderr)
            return 2
    print(f"{len(chosen) - len(missed)} of {len(chosen)} noticed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
