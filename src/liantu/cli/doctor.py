"""``doctor``: whether this machine has what the program needs."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from liantu import __version__, paths
from liantu.briefing.office import Style
from liantu.briefing.typefaces import check, told
from liantu.cli.check import counts
from liantu.cli.parsing import GOOD, NOT_WRITTEN
from liantu.cli.usage import emit
from liantu.diagram.drawing import Drawing, Label
from liantu.library import load
from liantu.render.errors import ExportError
from liantu.render.faces import FACES, is_sound, lacking_faces
from liantu.wording import text

PACKAGES = (
    "PySide6-Essentials",
    "networkx",
    "PyYAML",
    "pypinyin",
    "typst",
    "XlsxWriter",
    "python-docx",
    "python-pptx",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    name: str
    value: str
    good: bool = True


def run(arguments: argparse.Namespace) -> int:
    """Report versions, fonts, folders, data and a small self-test."""
    found = [*_versions(), *_fonts(), *_folders(), _data(), *_self_test()]
    if arguments.json:
        emit([{"name": f.name, "value": f.value, "good": f.good} for f in found])
    else:
        for item in found:
            mark = text("cli.doctor.good" if item.good else "cli.doctor.bad")
            print(f"{mark} {item.name}: {item.value}")
    return GOOD if all(f.good for f in found) else NOT_WRITTEN


def _versions() -> Iterator[Finding]:
    yield Finding("liantu", __version__)
    yield Finding("Python", platform.python_version(), (3, 11) <= sys.version_info[:2] < (3, 14))
    yield Finding(text("cli.doctor.system"), platform.platform())
    for package in PACKAGES:
        try:
            yield Finding(package, version(package))
        except PackageNotFoundError:
            yield Finding(package, text("cli.doctor.absent"), good=False)


def _fonts() -> Iterator[Finding]:
    for face in FACES:
        path = paths.resource("fonts", face)
        size = path.stat().st_size if path.is_file() else 0
        yield Finding(text("cli.doctor.font"), f"{face} {size // 1024} kB", good=is_sound(path))
    if not lacking_faces():
        yield from _office_fonts()


def _office_fonts() -> Iterator[Finding]:
    """字体检查 of what Word documents name; a missing one is no fault of this machine."""
    try:
        from PySide6.QtGui import QFontDatabase  # noqa: PLC0415  not needed for anything else

        from liantu.render.headless import prepare  # noqa: PLC0415
    except ImportError as error:
        yield Finding(text("cli.doctor.font"), str(error), good=False)
        return
    prepare()
    for line in told(check(Style.OFFICIAL, set(QFontDatabase.families()))):
        yield Finding("DOCX", line)


def _folders() -> Iterator[Finding]:
    config = paths.config_folder()
    named = {"config": config, "temp": Path(tempfile.gettempdir()), "here": Path.cwd()}
    for name, folder in named.items():
        yield Finding(text(f"cli.doctor.{name}"), str(folder), good=_writable(folder))


def _writable(folder: Path) -> bool:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    return os.access(folder, os.W_OK)


def _data() -> Finding:
    loaded = load(paths.shipped_chains())
    numbers = counts(loaded)
    return Finding(
        text("cli.doctor.data"),
        text("cli.check.counts", **numbers),
        good=bool(numbers["chains"]) and not numbers["errors"],
    )


def _self_test() -> Iterator[Finding]:
    """Draw one word as SVG and PDF in memory."""
    from liantu.render.pdf import to_pdf  # noqa: PLC0415
    from liantu.render.svg import to_svg  # noqa: PLC0415

    word = Label(10, 30, text("cli.doctor.word"), 14, "#000000")
    drawing = Drawing(120, 50, (word,), title="doctor")
    yield Finding("SVG", text("cli.doctor.bytes", count=len(to_svg(drawing))))
    try:
        yield Finding("PDF", text("cli.doctor.bytes", count=len(to_pdf(drawing))))
    except ExportError as error:
        yield Finding("PDF", text(error.code, **error.params), good=False)
    except (ImportError, RuntimeError, OSError) as error:
        yield Finding("PDF", str(error), good=False)
