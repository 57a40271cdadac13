"""Which files of a folder are read: ``*.yaml`` and ``*.yml``, also one level of sub-folders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from liantu.issues import Issue, Place, Severity
from liantu.wording import reason

_SUFFIXES = (".yaml", ".yml")
_MAX_FILES = 5000


def data_files(folder: Path) -> tuple[list[Path], list[Issue]]:
    """The files to read in order of their names, and what was passed over and why."""
    try:
        if not folder.exists():
            return [], [_about("library.folder_missing", str(folder))]
        if not folder.is_dir():
            return [], [_about("library.folder_is_file", str(folder))]
        entries = list(_entries(folder))
    except OSError as error:
        return [], [_about("library.folder_unreadable", str(folder), reason=reason(error))]
    issues: list[Issue] = []
    files = [path for path in entries if _is_data(path, folder, issues)]
    if not files:
        issues.append(_about("library.folder_empty", str(folder)))
    return files[:_MAX_FILES], issues


def _entries(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda p: (p.name.casefold(), p.name)):
        if path.name.startswith((".", "~")):
            continue
        if path.is_dir() and not path.is_symlink() and path.suffix.casefold() not in _SUFFIXES:
            yield from sorted(p for p in path.iterdir() if not p.is_dir())
        else:
            yield path


def _is_data(path: Path, folder: Path, issues: list[Issue]) -> bool:
    if path.suffix.casefold() not in _SUFFIXES or path.name.startswith((".", "~")):
        return False
    name = path.relative_to(folder).as_posix()
    if path.is_dir():
        issues.append(_about("library.dir_named_file", name, Severity.INFO))
        return False
    if path.is_symlink() and not path.resolve().is_relative_to(folder.resolve()):
        issues.append(_about("library.link_outside", name, Severity.WARNING))
        return False
    return True


def _about(code: str, file: str, severity: Severity = Severity.ERROR, **params: str) -> Issue:
    return Issue(code, severity, Place(file), params)
