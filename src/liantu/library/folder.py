"""Which files of a folder are read: ``*.yaml`` and ``*.yml``, also one level of sub-folders."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from liantu.issues import Issue, Place, Severity
from liantu.wording import reason, text

_SUFFIXES = (".yaml", ".yml")
MAX_FILES = 5000


def data_files(folder: Path) -> tuple[list[Path], list[Issue]]:
    """The files to read in order of their names, and what was passed over and why."""
    issues: list[Issue] = []
    try:
        if not folder.exists():
            return [], [_about("library.folder_missing", str(folder))]
        if not folder.is_dir():
            return [], [_about("library.folder_is_file", str(folder))]
        entries = list(_entries(folder, issues))
    except OSError as error:
        return [], [_about("library.folder_unreadable", str(folder), reason=reason(error))]
    files = [path for path in entries if _is_data(path, folder, issues)]
    if not files:
        issues.append(_about("library.folder_empty", str(folder)))
    if len(files) > MAX_FILES:
        params = {"limit": MAX_FILES, "count": len(files) - MAX_FILES}
        issues.append(Issue("library.files_many", Severity.ERROR, Place(str(folder)), params))
        files = _first(files)
    return files, issues


def _first(files: list[Path]) -> list[Path]:
    """As many as are read; the settings of the folder never fall off the end."""
    settings = [path for path in files if path.stem.casefold() == "library"][:MAX_FILES]
    others = [path for path in files if path not in settings]
    kept = {*settings, *others[: MAX_FILES - len(settings)]}
    return [path for path in files if path in kept]


def _entries(folder: Path, issues: list[Issue]) -> Iterator[Path]:
    for path in sorted(folder.iterdir(), key=lambda p: (p.name.casefold(), p.name)):
        if path.name.startswith((".", "~")):
            continue
        if not path.is_dir() or path.suffix.casefold() in _SUFFIXES:
            yield path
        elif path.is_symlink():
            issues.append(_about("library.link_folder", path.name, Severity.WARNING))
        else:
            yield from _inside(path, issues)


def _inside(folder: Path, issues: list[Issue]) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if not path.is_dir())
    except OSError as error:
        issues.append(_about("library.folder_unreadable", folder.name, reason=reason(error)))
        return []


def _is_data(path: Path, folder: Path, issues: list[Issue]) -> bool:
    if path.suffix.casefold() not in _SUFFIXES or path.name.startswith((".", "~")):
        return False
    name = path.relative_to(folder).as_posix()
    if path.is_dir():
        issues.append(_about("library.dir_named_file", name, Severity.INFO))
        return False
    if path.is_symlink():
        return _is_inside(path, folder, name, issues)
    if path.exists() and not path.is_file():
        issues.append(_about("library.no_file", name))
        return False
    return True


def _is_inside(path: Path, folder: Path, name: str, issues: list[Issue]) -> bool:
    """Whether a link leads to a file of the folder."""
    try:
        inside = path.resolve(strict=True).is_relative_to(folder.resolve())
    except RuntimeError:  # a link to itself, before Python 3.13
        issues.append(_about("library.link_broken", name, reason=text("system.eloop")))
    except OSError as error:
        issues.append(_about("library.link_broken", name, reason=reason(error)))
    else:
        if inside and path.is_file():
            return True
        issues.append(_about("library.link_outside", name, Severity.WARNING))
    return False


def _about(code: str, file: str, severity: Severity = Severity.ERROR, **params: str) -> Issue:
    return Issue(code, severity, Place(file), params)
