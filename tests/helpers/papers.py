"""The shipped city and its briefing, for the tests of papers."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any

import pypdf

from liantu.analysis.reading import Reading
from liantu.briefing.blocks import Report
from liantu.briefing.office import Office
from liantu.briefing.order import Order
from liantu.briefing.report import briefing
from liantu.briefing.typeset import to_pdf
from liantu.model import Atlas
from tests.helpers.readings import shipped_at

HOSTILE = '#import "@preview/x" $x$ =cmd|A0 <img> 𠮷'


@cache
def shipped() -> Atlas:
    return shipped_at().atlas


@cache
def found() -> Reading:
    return shipped_at("2022-10-26")


def words_of(data: bytes) -> str:
    pages = pypdf.PdfReader(BytesIO(data)).pages
    return re.sub(r"\s", "", "".join(page.extract_text() for page in pages))


def pdf(*chains: str, office: Office = Office()) -> bytes:  # noqa: B008  frozen
    return to_pdf(briefing(found(), Order(chains=chains, office=office)), office)


def blocks(report: Report, kind: type[Any]) -> list[Any]:
    return [block for block in report.blocks if isinstance(block, kind)]
