"""What DOCX, PPTX and XLSX have in common: XML inside a ZIP."""

from __future__ import annotations

import io
import re
import zipfile

UNIX = 3
"""What the archives say of the system that made them, so that it does not show."""
MOMENT = (2000, 1, 1, 0, 0, 0)
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
