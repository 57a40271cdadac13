"""The archive of a DOCX: its parts, how they hang together, and what it says of itself."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from liantu.briefing.archive import repacked
from liantu.briefing.docx.markup import HEADER, el, plain, quoted, root
from liantu.briefing.docx.styles import CHINESE
from liantu.briefing.typefaces import ALSO
from liantu.wording import text

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPE = "application/vnd.openxmlformats-"
_WORD = f"{_TYPE}officedocument.wordprocessingml."
_FAMILIES = {"宋体": "roman", "仿宋": "modern", "楷体": "modern"}


@dataclass(frozen=True, slots=True)
class About:
    """Title, author (may be empty) and day (ISO, whole) of a document."""

    title: str
    author: str
    day: str


def packed(parts: Mapping[str, bytes], pictures: Mapping[str, bytes], about: About) -> bytes:
    """The file. ``parts`` are those of Word by name (``document``, ``styles``, ``header`` …),
    ``pictures`` PNG by relation.
    """
    names = [name for name in parts if name != "document"]
    files: dict[str, bytes] = {
        "[Content_Types].xml": _types(parts),
        "_rels/.rels": _relations(_ROOT),
        "docProps/core.xml": _core(about),
        "docProps/app.xml": _application(about),
        **{f"word/{name}.xml": data for name, data in parts.items()},
        "word/_rels/document.xml.rels": _relations(
            {name: (f"{_OFFICE}/relationships/{_kind(name)}", f"{name}.xml") for name in names}
            | {name: (f"{_OFFICE}/relationships/image", f"media/{name}.png") for name in pictures}
        ),
        **{f"word/media/{name}.png": data for name, data in pictures.items()},
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return repacked(target.getvalue())


def settings(*, two_sided: bool) -> bytes:
    """``settings.xml``; ``two_sided`` gives even pages a foot of their own."""
    mode = el(
        "compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val=15,
    )
    return root(
        "settings",
        el("defaultTabStop", val=420),
        el("evenAndOddHeaders") if two_sided else "",
        el("characterSpacingControl", val="compressPunctuation"),
        el("updateFields", val="true"),
        el("compat", mode),
        el("themeFontLang", val=CHINESE, eastAsia=CHINESE),
    )


def font_table(faces: Mapping[str, str]) -> bytes:
    """The faces by name, with the one that stands in for each where it is lacking."""
    return root("fonts", *(_font(face) for face in dict.fromkeys(faces.values())))


def _font(face: str) -> str:
    return el(
        "font",
        el("altName", val=",".join(ALSO[face])),
        el("charset", val="86"),
        el("family", val=_FAMILIES.get(face, "auto")),
        el("pitch", val="variable"),
        name=face,
    )


_ROOT = {
    "rId1": (f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
    "rId2": (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    "rId3": (f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
}


def _kind(name: str) -> str:
    """The kind of a part by its name: ``map-footer-even`` is a footer."""
    return next((k for k in ("header", "footer") if k in name), name)


def _types(parts: Mapping[str, bytes]) -> bytes:
    kinds = {f"/word/{n}.xml": f"{_WORD}{_kind(n)}+xml" for n in parts if n != "document"}
    kinds["/word/document.xml"] = f"{_WORD}document.main+xml"
    kinds["/docProps/core.xml"] = f"{_TYPE}package.core-properties+xml"
    kinds["/docProps/app.xml"] = f"{_TYPE}officedocument.extended-properties+xml"
    inside = (f'<Override PartName="{n}" ContentType="{kind}"/>' for n, kind in kinds.items())
    return _part(
        f'<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{_TYPE}package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="png" ContentType="image/png"/>{"".join(inside)}</Types>'
    )


def _relations(found: Mapping[str, tuple[str, str]]) -> bytes:
    inside = (
        f'<Relationship Id={quoted(name)} Type="{kind}" Target="{target}"/>'
        for name, (kind, target) in found.items()
    )
    return _part(
        f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(inside)}</Relationships>'
    )


def _core(about: About) -> bytes:
    moment = f'xsi:type="dcterms:W3CDTF">{about.day}T00:00:00Z'
    return _part(
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{plain(about.title)}</dc:title><dc:creator>{plain(about.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{plain(about.author)}</cp:lastModifiedBy>"
        f"<dcterms:created {moment}</dcterms:created>"
        f"<dcterms:modified {moment}</dcterms:modified>"
        f"<dc:language>{CHINESE}</dc:language></cp:coreProperties>"
    )


def _application(about: About) -> bytes:
    return _part(
        f'<Properties xmlns="{_OFFICE}/extended-properties">'
        f"<Application>{text('diagram.sheet.program')}</Application>"
        f"<Company>{plain(about.author)}</Company></Properties>"
    )


def _part(body: str) -> bytes:
    return (HEADER + body).encode()
