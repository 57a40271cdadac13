"""Packs the built folder for those who may not install: ``python portable.py FOLDER OUT VERSION``.

OUT/liantu-VERSION-portable.zip holds one folder ``Liantu-VERSION`` with the program, an empty
folder ``userdata``, which makes it keep the planner's settings there, and a guide in Chinese. Every
other name is ASCII, since old tools read names of a zip in the code page of the machine.
"""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
GUIDE = "使用说明.txt"
OWN = "userdata"
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of what is made here, so that the same folder gives the same bytes."""


def guide(version: str) -> bytes:
    """What the planner reads first, as Notepad of an old Windows 10 shows it rightly."""
    told = (HERE / "portable.txt").read_text(encoding="utf-8")
    names = {"folder": f"Liantu-{version}", "archive": archive(version), "version": version}
    return told.format(**names).replace("\n", "\r\n").encode("utf-8-sig")


def archive(version: str) -> str:
    """The name of the zip."""
    return f"liantu-{version}-portable.zip"


def pack(folder: Path, out: Path, version: str) -> Path:
    """Write the zip. Raises ``ValueError`` for a name in ``folder`` that is not ASCII."""
    top = f"Liantu-{version}"
    made = out / archive(version)
    out.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as pack_:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            place = path.relative_to(folder).as_posix()
            if not place.isascii():
                raise ValueError(place)
            pack_.writestr(_entry(f"{top}/{place}"), path.read_bytes())
        pack_.writestr(_entry(f"{top}/{GUIDE}"), guide(version))
        own = zipfile.ZipInfo(f"{top}/{OWN}/", EARLIEST)
        own.external_attr = 0o40755 << 16 | 0x10  # a folder, for Unix and for Windows
        pack_.writestr(own, b"")
    return made


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EARLIEST)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


if __name__ == "__main__":
    print(pack(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
