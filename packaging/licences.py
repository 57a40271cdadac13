"""Puts the licences of everything that goes along into ``licences/`` of a frozen folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from string import Template

from parts import ROOT, TEXTS, Part


def write(folder: Path, version: str, parts: Sequence[Part]) -> None:
    """Write the texts and ``README.txt``, which lists them, into ``folder`` anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", folder / "liantu.txt")
    for part in parts:
        (folder / file_name(part)).write_text(_joined(part.texts), encoding="utf-8")
    words = Template((TEXTS / "README.txt").read_text(encoding="utf-8"))
    told = words.substitute(version=version, parts="\n".join(map(_line, parts)))
    # The editor of old Windows shows Chinese only with a mark, and lines only with their ends.
    (folder / "README.txt").write_text(told, encoding="utf-8-sig", newline="\r\n")


def file_name(part: Part) -> str:
    """The file with the licence of a part."""
    return f"{part.name.replace(' ', '-')}.txt"


def _joined(texts: Iterable[Path]) -> str:
    return "\n\n".join(path.read_text(encoding="utf-8", errors="replace") for path in texts)


def _line(part: Part) -> str:
    return f"{part.name} {part.version}".rstrip() + f"\n    {part.licence}"
