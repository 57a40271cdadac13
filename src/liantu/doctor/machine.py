"""The system, Python, and the packages that the program is made of."""

from __future__ import annotations

import locale
import platform
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec

from liantu import __version__
from liantu.doctor.finding import Finding
from liantu.wording import text

PACKAGES = {
    "PySide6-Essentials": "PySide6",
    "networkx": "networkx",
    "numpy": "numpy",
    "highspy": "highspy",
    "PyYAML": "yaml",
    "pypinyin": "pypinyin",
    "typst": "typst",
    "matplotlib": "matplotlib",
    "pyparsing": "pyparsing",
    "XlsxWriter": "xlsxwriter",
    "python-calamine": "python_calamine",
    "python-docx": "docx",
    "Pillow": "PIL",
    "python-pptx": "pptx",
}
"""Names of packages and of the modules in them."""
OLDEST_PYTHON, NEXT_PYTHON = (3, 11), (3, 14)
OLDEST_BUILD = 17763
"""Windows 10 1809, the oldest that Qt 6.9 runs on."""
OLDEST_GLIBC = (2, 28)
"""Of the wheels of Qt 6.9."""
LONG_PATHS = r"SYSTEM\CurrentControlSet\Control\FileSystem"


def programs() -> Iterator[Finding]:
    """The program, Python and the system: what an engineer asks for first."""
    good = OLDEST_PYTHON <= sys.version_info[:2] < NEXT_PYTHON
    yield Finding("liantu", __version__)
    yield Finding("Python", platform.python_version(), good)
    yield Finding(text("cli.doctor.system"), platform.platform())
    yield from _age()
    yield Finding(text("cli.doctor.codepage"), codepage())


def packages() -> Iterator[Finding]:
    """Every package, whether or not its version is known."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415  slow to load

    for package, module in PACKAGES.items():
        try:
            yield Finding(package, version(package))
        except PackageNotFoundError:  # an unzipped program may have the module alone
            there = find_spec(module) is not None
            code = "cli.doctor.present" if there else "cli.doctor.absent"
            yield Finding(package, text(code), good=there)


def codepage() -> str:
    """How text files are read by programs that do not say so, and the language of the system."""
    language = locale.getlocale()[0] or "C"
    pages = [locale.getpreferredencoding(False)]
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  of Windows alone

        pages.append(f"ACP {ctypes.windll.kernel32.GetACP()}")
    return f"{' '.join(pages)} {language}"


def _age() -> Iterator[Finding]:
    """Whether the system is older than what Qt runs on; whether Windows takes long paths."""
    if sys.platform == "win32":
        # `build` is what programs without a manifest are told: 9200, that of Windows 8.
        build = sys.getwindowsversion().platform_version[2]
        yield Finding("Windows", *judged(str(build), good=build >= OLDEST_BUILD))
        code = "cli.doctor.long" if _takes_long_paths() else "cli.doctor.short"
        yield Finding(text("cli.doctor.paths"), text(code), note=True)
    name, number = platform.libc_ver()
    if name == "glibc":
        parts = tuple(int(part) for part in number.split(".")[:2] if part.isdigit())
        yield Finding("glibc", *judged(number, good=parts >= OLDEST_GLIBC))


def judged(number: str, *, good: bool) -> tuple[str, bool]:
    """A version, with a word about it where it is too old."""
    return (number if good else text("cli.doctor.old", number=number)), good


def _takes_long_paths() -> bool:
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415  of Windows alone

        with (
            suppress(OSError),
            winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, LONG_PATHS) as key,
        ):
            return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
    return False
