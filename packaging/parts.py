"""What a frozen folder is made of: packages, Python, fonts, icons and libraries of the system."""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.metadata import Distribution, distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
TEXTS = Path(__file__).parent / "licences"
BOOTLOADER = "pyinstaller"
PROSE = {
    "contourpy": "BSD-3-Clause",
    "cycler": "BSD-3-Clause",
    "kiwisolver": "BSD-3-Clause",
    "matplotlib": "Matplotlib License (PSF-based)",
    BOOTLOADER: "GPL-2.0-or-later WITH Bootloader-exception",
}
"""Licences of packages that tell them in prose instead of by a name of SPDX."""
LGPL = (TEXTS / "LGPL-3.0.txt", TEXTS / "GPL-3.0.txt")
LACKING = {"pyside6_essentials": LGPL, "shiboken6": LGPL}
"""Texts of packages whose wheels carry none."""

Files = tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """``licence`` is an expression of SPDX where there is one, else a name. ``texts`` are files
    with its words; ``purl`` is its address in the manner of package URLs; ``shipped`` are places
    in the frozen folder, relative to what PyInstaller calls its contents.
    """

    name: str
    version: str
    licence: str
    purl: str
    texts: Files
    shipped: frozenset[str] = field(default=frozenset())


class NoLicenceError(Exception):
    """A package of this name goes along and nothing says under which licence."""


def parts(placed: Iterable[tuple[str, str]]) -> list[Part]:
    """The parts behind pairs of a place in the frozen folder and the file it came from (a module
    inside of an executable has its name as its place), by name. Raises :class:`NoLicenceError`.
    """
    owners = _owners()
    packages, others, pythons = defaultdict(set), defaultdict(set), set()
    for place, source in placed:
        path = Path(source).resolve()
        if path in owners:
            packages[owners[path]].add(place)
        elif _is_pythons(path):
            pythons.add(place)
        elif Path(source).is_absolute() and not path.is_relative_to(ROOT):
            others[source].add(place)
    known = {_key(one): one for one in distributions()}
    packages[BOOTLOADER].clear()  # it is inside of the executables
    found = [_package(known[key], frozenset(places)) for key, places in packages.items()]
    return sorted(
        [*found, *_fixed(frozenset(pythons)), *_system(others)], key=lambda one: one.name.lower()
    )


@cache
def _owners() -> Mapping[Path, str]:
    return {
        Path(str(one.locate_file(file))).resolve(): _key(one)
        for one in distributions()
        for file in one.files or ()
    }


def _key(one: Distribution) -> str:
    return one.metadata["Name"].lower().replace("-", "_")


def _is_pythons(path: Path) -> bool:
    """One that lies about among packages is of nobody."""
    beside = path.is_relative_to(Path(sys.base_prefix).resolve())
    return beside and "site-packages" not in path.parts


def _package(one: Distribution, shipped: frozenset[str]) -> Part:
    key, name = _key(one), one.metadata["Name"]
    texts = tuple(_texts(one)) or LACKING.get(key, ())
    told = one.metadata.get("License-Expression") or one.metadata.get("License") or ""
    licence = PROSE.get(key, told)
    if not texts or not licence or "\n" in licence:
        raise NoLicenceError(name)
    purl = f"pkg:pypi/{name.lower().replace('_', '-')}@{one.version}"
    return Part(name, one.version, licence, purl, texts, shipped)


def _texts(one: Distribution) -> Iterable[Path]:
    for file in one.files or ():
        path = Path(str(one.locate_file(file)))
        named = path.name.upper().startswith(("LICEN", "COPYING", "NOTICE", "THIRD"))
        if named and ".dist-info" in str(file) and path.is_file():
            yield path


def _fixed(pythons: frozenset[str]) -> Iterable[Part]:
    """Python itself, and what others drew of our resources."""
    python = platform.python_version()
    purl, text = f"pkg:generic/python@{python}", TEXTS / "Python.txt"
    fonts, icons = ROOT / "resources" / "fonts", ROOT / "resources" / "icons"
    yield Part("Python", python, "PSF-2.0", purl, (text,), pythons)
    yield Part("Liantu Sans SC", "", "OFL-1.1", "", (fonts / "OFL.txt",))
    yield Part("Lucide", "0.460.0", "ISC", "pkg:npm/lucide-static@0.460.0", (icons / "LICENSE",))


def _system(files: Mapping[str, set[str]]) -> Iterable[Part]:
    """Libraries of Debian, each with what its package says of its licence."""
    found: dict[str, Part] = {}
    for source, places in files.items():
        name, version = _debian(source)
        text = Path("/usr/share/doc", name, "copyright")
        if not text.is_file():
            raise NoLicenceError(source)
        purl = f"pkg:deb/debian/{name}@{version}"
        part = found.get(name, Part(name, version, "见原文", purl, (text,)))
        found[name] = replace(part, shipped=part.shipped | places)
    return found.values()


def _debian(source: str) -> tuple[str, str]:
    """Name and version of the Debian package that a file belongs to."""
    if shutil.which("dpkg") is None:
        raise NoLicenceError(source)
    for path in dict.fromkeys((source, source.removeprefix("/usr"), str(Path(source).resolve()))):
        asked = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True, check=False)
        if asked.returncode == 0:
            name = asked.stdout.split(":")[0]
            told = subprocess.run(
                ["dpkg-query", "-W", "-f", "${Version}", name],
                capture_output=True,
                text=True,
                check=True,
            )
            return name, told.stdout
    raise NoLicenceError(source)
