"""What DOCX, PPTX and XLSX have in common: XML inside a ZIP, and what they tell of themselves."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from typing import Any

UNIX = 3
"""What the archives say of the system that made them, so that it does not show."""
MOMENT = (2000, 1, 1, 0, 0, 0)
LANGUAGE = "zh-CN"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(words: str) -> str:
    """``words`` without what XML cannot hold."""
    return _CONTROL.sub("", words)


def repacked(data: bytes) -> bytes:
    """The same archive with fixed times, so that equal content gives equal bytes."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            info = zipfile.ZipInfo(name, MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = UNIX
            made.writestr(info, source.read(name))
    return target.getvalue()


def moment(edition: str) -> datetime.datetime:
    """When a paper was made, as its data say: their edition, which may be a year or a month."""
    parts = [int(part) for part in edition.split("-") if part.isdecimal()]
    year, month, day = (*parts, *MOMENT[len(parts) : 3])
    return datetime.datetime(year, month, day, tzinfo=datetime.UTC)


def describe(core: Any, title: str, author: str, edition: str) -> None:
    """What a document or a presentation tells of itself, in its core properties."""
    core.title, core.author, core.last_modified_by = clean(title), clean(author), clean(author)
    core.created = core.modified = moment(edition)
    core.revision, core.language = 1, LANGUAGE
