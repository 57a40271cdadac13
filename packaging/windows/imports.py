"""Whether a built folder brings every DLL that it needs: ``python imports.py FOLDER``.

Wine, and a Windows on which much has been installed, hide what is missing: the runtime of Visual
C++ above all. Whatever a file imports has to lie where Windows looks for it, or to be a part of
every Windows 10 from 1809 on.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from pe import imports

PROGRAMS = {".exe", ".dll", ".pyd"}
SYSTEM = {
    *("advapi32", "authz", "bcrypt", "bcryptprimitives", "combase", "comctl32", "comdlg32"),
    *("crypt32", "d3d11", "d3d12", "d3d9", "dwmapi", "dwrite", "dxgi", "gdi32", "imm32"),
    *("iphlpapi", "kernel32", "mpr", "netapi32", "ntdll", "ole32", "oleaut32", "rpcrt4"),
    *("secur32", "setupapi", "shell32", "shlwapi", "uiautomationcore", "user32", "userenv"),
    *("uxtheme", "version", "winmm", "winspool", "ws2_32", "wtsapi32"),
}
"""Parts of every Windows 10. Not icuuc, which differs from one to another."""
_CONTRACT = re.compile(r"api-ms-win-[\w-]+\.dll")
QT = ("PySide6", "shiboken6")
"""These two tell Windows to look in both of their folders."""


def lacking(folder: Path) -> Iterator[str]:
    """Each file with a DLL that it needs and that is nowhere."""
    inside = folder / "_internal"
    everywhere = _names(inside) | {name for libs in inside.glob("*.libs") for name in _names(libs)}
    of_qt = {name for place in QT for name in _names(inside / place)}
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() not in PROGRAMS:
            continue
        place = path.relative_to(folder)
        here = everywhere | _names(path.parent)
        if set(QT) & set(place.parts):
            here |= of_qt
        for name in imports(path.read_bytes()):
            if name not in here and not _is_system(name):
                yield f"{place} needs {name}"


def _names(folder: Path) -> set[str]:
    return {path.name.lower() for path in folder.iterdir()} if folder.is_dir() else set()


def _is_system(name: str) -> bool:
    return name.removesuffix(".dll").removesuffix(".drv") in SYSTEM or bool(_CONTRACT.match(name))


def main(folder: Path) -> int:
    """The exit code: 1 where something is lacking, after a line on each."""
    found = list(lacking(folder))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
