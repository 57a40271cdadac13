"""Documents as LibreOffice sets them: whole maps, no blank page, no more pages than the PDF."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import numpy as np
import pypdf
import pytest
from PIL import Image

from liantu.briefing.blocks import Figure, Heading
from liantu.briefing.office import Office, Style
from liantu.briefing.order import Kind, Order
from liantu.briefing.papers import put
from liantu.briefing.report import briefing
from liantu.briefing.typeset import to_pdf
from liantu.briefing.word import to_docx
from tests.helpers.papers import blocks, found
from tests.helpers.word import ENGLISH, LONG, planted
from tests.office import render

pytestmark = [
    pytest.mark.usefixtures("qapp"),
    pytest.mark.skipif(bool(render.missing()), reason=f"not installed: {render.missing()}"),
]
DPI = 50
INK = 128
"""What is darker than this grey is ink; the white of pictures is none."""


def shown(pages: list[Path]) -> list[np.ndarray]:
    return [np.asarray(Image.open(page).convert("L")) for page in pages]


def inner(page: np.ndarray) -> np.ndarray:
    """The page without its head and foot."""
    high = page.shape[0]
    return page[round(high * 0.06) : round(high * 0.9)]


def span(page: np.ndarray) -> tuple[float, float]:
    """How much of width and height lies between the outermost ink."""
    ink = page < INK
    down, across = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    return (
        (across[-1] - across[0]) / ink.shape[1],
        (down[-1] - down[0]) / ink.shape[0],
    )


@pytest.mark.parametrize("style", list(Style))
def test_the_briefing_of_a_chain(style: Style, tmp_path: Path) -> None:
    office = Office(style)
    report = briefing(found(), Order(chains=("pc-nylon",), office=office))
    path = tmp_path / "briefing.docx"
    path.write_bytes(to_docx(report, office))
    pdf = render.to_pdf(path, tmp_path)
    pages = shown(render.to_pages(pdf, tmp_path, DPI))
    wanted = len(pypdf.PdfReader(BytesIO(to_pdf(report, office))).pages)
    assert len(pages) == pytest.approx(wanted, rel=0.3)
    assert [at for at, page in enumerate(pages, 1) if not (inner(page) < INK).any()] == []
    maps = [page for page in pages if page.shape[1] > page.shape[0]]
    figures = [figure for figure in blocks(report, Figure) if figure.page]
    assert len(maps) == len(figures) > 0
    for page, figure in zip(maps, figures, strict=True):
        across, down = span(page if figure.whole else inner(page))
        assert across > 0.85 or down > 0.85, "the picture has its full size"
        assert down > 0.6 or figure.whole, "a line of products may be short"
    told = "".join(render.words(pdf)).replace(" ", "")
    assert "图1" in told
    assert blocks(report, Heading)[0].text in told


@pytest.mark.parametrize("chain", ["pc-nylon", "al", "nev"])
def test_a_visit_is_one_page(chain: str, tmp_path: Path) -> None:
    path = put(found(), Order(Kind.VISIT, "docx", (chain,)), tmp_path / "visit.docx")
    assert len(render.words(render.to_pdf(path, tmp_path))) == 1


@pytest.mark.parametrize("style", list(Style))
def test_pictures_keep_their_height_and_long_words_their_column(
    style: Style, tmp_path: Path
) -> None:
    path = tmp_path / "planted.docx"
    path.write_bytes(to_docx(planted(), Office(style)))
    pdf = render.to_pdf(path, tmp_path)
    pages = shown(render.to_pages(pdf, tmp_path, DPI))
    maps = [page for page in pages if page.shape[1] > page.shape[0]]
    assert len(maps) == 3
    board, *rest = maps
    assert min(span(board)) > 0.95, "the picture goes to the edges of the page"
    assert all(span(inner(page))[1] > 0.85 for page in rest), "ink in all four corners"
    told = render.words(pdf)
    assert len(told) == len(pages) == (8 if style is Style.PLAIN else 9)
    cover = style is Style.PLAIN
    for at, words in enumerate(told, 1):
        number = re.search(rf"^\W*{at}\W*$", words, re.MULTILINE)
        assert (number is None) == (at == 1 and cover), at
    (table,) = (words for words in told if "环节" in words and "产能" in words and "不详" in words)
    assert LONG not in table, "the word is broken inside of its cell"
    assert "12" in table
    everything = "".join(told)
    assert [word for word in ENGLISH.split() if word not in everything] == []
