"""Puts a CPython for Windows together on Linux: ``python make_python.py WORK``.

The DLL and the extension modules come out of a Windows wheel of panda3d, which carries those of
python.org; the library of Python code is that of the Python that runs this script (the same minor
version); python.exe and python3.dll are made by mingw. For tests and builds under Wine: a build on
a real Windows (``build_windows.ps1``) takes python.org's own.

WORK/python   the tree; WORK/wheels   the wheel that it came from
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from pe import exports

HERE = Path(__file__).resolve().parent
MINOR = "3.11"
CARRIER = "panda3d==1.10.16"
COMPILER = "x86_64-w64-mingw32-gcc"
DLLTOOL = "x86_64-w64-mingw32-dlltool"
BESIDE_THE_EXE = {"python311.dll": "python311.dll", "VCRUNTIME140.dll": "vcruntime140.dll"}
OTHER_LIBRARIES = {"libffi-8.dll", "libcrypto-3.dll", "libssl-3.dll", "sqlite3.dll"}
NOT_TAKEN = {"_tkinter.pyd", "_msi.pyd", "winsound.pyd"}
LEFT_OUT = (
    *("__pycache__", "*.so", "site-packages", "dist-packages", "test", "tests", "idlelib"),
    *("tkinter", "turtledemo", "lib2to3", "config-3*", "_sysconfigdata*", "ensurepip"),
)


def main(work: Path) -> None:
    """Make WORK/python, if it is not there."""
    if f"{sys.version_info.major}.{sys.version_info.minor}" != MINOR:
        raise SystemExit(f"Python {MINOR} is needed, this is {sys.version.split()[0]}")
    tree = work / "python"
    if (tree / "python.exe").is_file():
        return
    shutil.rmtree(tree, ignore_errors=True)
    _binaries(_carrier(work / "wheels"), tree)
    shutil.copytree(
        Path(os.__file__).parent, tree / "Lib", ignore=shutil.ignore_patterns(*LEFT_OUT)
    )
    _reconcile(tree / "Lib" / "importlib" / "metadata" / "__init__.py")
    (tree / "Lib" / "site-packages").mkdir()
    _stable_abi(tree)
    _programs(tree)


def _reconcile(path: Path) -> None:
    """The DLL (3.11.9) calls this as a method of the class, which libraries up to 3.11.7 lack."""
    words = path.read_text(encoding="utf-8")
    head = "    def invalidate_caches(cls):"
    if f"    @classmethod\n{head}" not in words:
        path.write_text(words.replace(head, f"    @classmethod\n{head}"), encoding="utf-8")


def _carrier(wheels: Path) -> Path:
    found = sorted(wheels.glob("panda3d-*.whl"))
    if not found:
        wheels.mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        command += ["--platform", "win_amd64", "--only-binary=:all:", "--python-version", MINOR]
        _run([*command, "--dest", str(wheels), CARRIER])
        found = sorted(wheels.glob("panda3d-*.whl"))
    return found[-1]


def _binaries(carrier: Path, tree: Path) -> None:
    (tree / "DLLs").mkdir(parents=True)
    with zipfile.ZipFile(carrier) as wheel:
        for name in wheel.namelist():
            folder, _, file = name.rpartition("/")
            if folder != "deploy_libs":
                continue
            if file in BESIDE_THE_EXE:
                (tree / BESIDE_THE_EXE[file]).write_bytes(wheel.read(name))
            elif file in OTHER_LIBRARIES or (file.endswith(".pyd") and file not in NOT_TAKEN):
                (tree / "DLLs" / file).write_bytes(wheel.read(name))


def _stable_abi(tree: Path) -> None:
    """python3.dll, which wheels of the stable ABI (PySide6) want: forwards to python311.dll."""
    names = sorted(exports((tree / "python311.dll").read_bytes()))
    table = tree / "python3.def"
    lines = [f"{name} = python311.{name}\n" for name in names]
    table.write_text("LIBRARY python3.dll\nEXPORTS\n" + "".join(lines), encoding="ascii")
    source = tree / "python3.c"
    source.write_text(
        "int DllMainCRTStartup(void *a, unsigned b, void *c) { return 1; }\n", encoding="ascii"
    )
    flags = ["-shared", "-nostdlib", "-s", "-Wl,-e,DllMainCRTStartup"]
    _run([COMPILER, *flags, "-o", str(tree / "python3.dll"), str(source), str(table)])
    table.unlink()
    source.unlink()


def _programs(tree: Path) -> None:
    table, library = tree / "main.def", tree / "libmain.a"
    table.write_text("LIBRARY python311.dll\nEXPORTS\nPy_Main\n", encoding="ascii")
    _run([DLLTOOL, "-d", str(table), "-l", str(library)])
    for name, flags in (("pythonw.exe", ["-mwindows", "-DWINDOWED"]), ("python.exe", [])):
        source = str(HERE / "python_exe.c")
        parts = ["-O2", "-s", "-municode", *flags, "-o", str(tree / name), source, str(library)]
        _run([COMPILER, *parts])
    table.unlink()
    library.unlink()


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
