"""The shipped city and its briefing, for the tests of papers."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any

import pypdf

from liantu import paths
from liantu.analysis.diagnosis import Diagnosis, diagnose
from liantu.briefing.blocks import Report
from liantu.briefing.office import Office
from liantu.briefing.report import briefing
from liantu.briefing.typeset import to_pdf
from liantu.library import load
from liantu.model import Atlas

HOSTILE = '#import "@preview/x" $x$ =cmd|A0 <img> 𠮷'


@cache
def shipped() -> Atlas:
    return load(paths.shipped_chains()).atlas


@cache
def found() -> Diagnosis:
    return diagnose(shipped(), "2022-10-26")


def words_of(data: bytes) -> str:
    pages = pypdf.PdfReader(BytesIO(data)).pages
    return re.sub(r"\s", "", "".join(page.extract_text() for page in pages))


def pdf(*chains: str, office: Office = Office()) -> bytes:  # noqa: B008  frozen
    return to_pdf(briefing(shipped(), found(), chains, office), office)


def blocks(report: Report, kind: type[Any]) -> list[Any]:
    return [block for block in report.blocks if isinstance(block, kind)]
