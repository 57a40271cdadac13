"""DOCX, PPTX and XLSX set by LibreOffice, and the pages of a PDF as pictures."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

OFFICE, PICTURES, WORDS = "soffice", "pdftoppm", "pdftotext"
LIMIT = 240
"""Seconds after which a program is given up."""


def missing() -> str:
    """The programs that this machine lacks; empty where files can be rendered."""
    return ", ".join(name for name in (OFFICE, PICTURES, WORDS) if shutil.which(name) is None)


def to_pdf(path: Path, folder: Path) -> Path:
    """``path`` as LibreOffice sets it, a PDF in ``folder``; raises ``RuntimeError``."""
    with tempfile.TemporaryDirectory(prefix="liantu-office-") as profile:
        told = _run(
            OFFICE,
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            *("--convert-to", "pdf", "--outdir", str(folder), str(path)),
        )
    made = folder / f"{path.stem}.pdf"
    if not made.is_file():
        raise RuntimeError(f"{path.name}: {told}")
    return made


def to_pages(pdf: Path, folder: Path, dpi: int = 80) -> list[Path]:
    """Every page of a PDF as PNG, in order, in place of those made before; raises
    ``RuntimeError``.
    """
    for old in folder.glob(f"{pdf.stem}-*.png"):
        old.unlink()
    _run(PICTURES, "-r", str(dpi), "-png", str(pdf), str(folder / pdf.stem))
    return sorted(folder.glob(f"{pdf.stem}-*.png"))


def words(pdf: Path) -> list[str]:
    """The text of every page; raises ``RuntimeError``."""
    return _run(WORDS, "-layout", str(pdf), "-").split("\f")[:-1]


def _run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=LIMIT, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[0]}: {done.stderr.strip()}")
    return done.stdout
