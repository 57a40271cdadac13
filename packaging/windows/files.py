"""Writes what the installer puts in and takes out: ``python files.py SOURCE OUT VERSION``.

OUT/install.nsh and OUT/uninstall.nsh name every file of the folder SOURCE one by one, so that the
uninstaller never removes a file that it did not bring, whatever folder was chosen. OUT/about.nsh
defines the version, also as the four numbers of Windows, and the size in KiB.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from version_info import numbers

KIB = 1024


def installing(source: Path, files: list[Path]) -> Iterator[str]:
    """Each file, below its folder."""
    folder: Path | None = None
    for file in files:
        if file.parent != folder:
            folder = file.parent
            yield f'SetOutPath "{_place(source, folder)}"'
        yield f'File "{file}"'


def removing(source: Path, files: list[Path]) -> Iterator[str]:
    """Each file, then each folder that is empty by then, the deepest first."""
    for file in files:
        yield f'Delete "{_place(source, file)}"'
    folders = {folder for file in files for folder in file.relative_to(source).parents}
    for folder in sorted(folders - {Path()}, key=lambda one: (-len(one.parts), one)):
        yield f'RMDir "{_place(source, source / folder)}"'


def _place(source: Path, path: Path) -> str:
    """Below $INSTDIR; ``$`` is doubled, as NSIS reads it."""
    inside = str(PureWindowsPath(path.relative_to(source))).replace("$", "$$")
    return "$INSTDIR" if inside == "." else f"$INSTDIR\\{inside}"


def about(version: str, size: int) -> Iterator[str]:
    """What is the same for every file."""
    yield f"!define VERSION {version}"
    yield f"!define VERSION4 {'.'.join(map(str, numbers(version)))}"
    yield f"!define SIZE {size}"


def main(source: Path, out: Path, version: str) -> None:
    """Write the three files."""
    files = sorted(path for path in source.rglob("*") if path.is_file())
    size = sum(file.stat().st_size for file in files) // KIB
    out.mkdir(parents=True, exist_ok=True)
    for name, lines in (
        ("install", installing(source, files)),
        ("uninstall", removing(source, files)),
        ("about", about(version, size)),
    ):
        text = "".join(f"{line}\n" for line in lines)
        (out / f"{name}.nsh").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3])
