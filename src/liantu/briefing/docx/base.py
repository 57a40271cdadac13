"""An empty document: nothing of python-docx's template is left in it or told of it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

import docx
from docx.document import Document
from docx.opc.oxml import serialize_part_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from liantu.briefing.archive import LANGUAGE, clean, describe
from liantu.briefing.docx.elements import el
from liantu.briefing.typefaces import ALSO
from liantu.wording import text

CHINESE, ENGLISH = LANGUAGE, "en-US"
"""Languages of Chinese and of Latin words: as Chinese ones those would break after any letter."""
KEPT = ("Normal", "DefaultParagraphFont", "TableNormal")
"""Styles that Word expects to find first in every kind of style."""
_UNWANTED = ("theme", "customXml", "stylesWithEffects", "webSettings", "thumbnail")
_FAMILIES = {"仿宋": "modern", "宋体": "roman", "楷体": "modern"}
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def empty(faces: Iterable[str], *, two_sided: bool) -> Document:
    """A document that knows these typefaces; ``two_sided`` gives even pages a foot of their own."""
    document = docx.Document()
    for relations in (document.part.package.rels, document.part.rels):
        for name, relation in list(relations.items()):
            if relation.reltype.rpartition("/")[2] in _UNWANTED:
                del relations[name]
    for style in list(document.styles):
        if style.style_id not in KEPT:
            style.delete()
    for leftover in ("docDefaults", "latentStyles"):
        document.styles.element.remove(document.styles.element.find(qn(f"w:{leftover}")))
    document.styles["Normal"].element.remove(document.styles["Normal"].element.find(qn("w:rsid")))
    document.sections[0]._sectPr.attrib.clear()
    document.part.numbering_part.element.clear()
    _settings(document, two_sided=two_sided)
    fonts = el("fonts", *map(_font, dict.fromkeys(faces)))
    _fill(document, "/word/fontTable.xml", serialize_part_xml(fonts))
    return document


def described(document: Document, title: str, author: str, edition: str) -> None:
    """What the file tells of itself."""
    about = document.core_properties
    about._element.clear()
    describe(about, title, author, edition)
    program, company = escape(text("diagram.sheet.program")), escape(clean(author))
    told = f"<Application>{program}</Application><Company>{company}</Company>"
    blob = f'<Properties xmlns="{_PROPERTIES}">{told}</Properties>'
    _fill(document, "/docProps/app.xml", blob.encode())


def _settings(document: Document, *, two_sided: bool) -> None:
    """Those of papers in Chinese; Word fills in what it counts itself."""
    mode = {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word"}
    settings = document.settings
    settings.element.clear()
    settings.element.extend(
        (
            el("defaultTabStop", val=420),
            el("characterSpacingControl", val="compressPunctuation"),
            el("updateFields", val="true"),
            el("compat", el("compatSetting", **mode, val=15)),
            el("themeFontLang", val=CHINESE, eastAsia=CHINESE),
        )
    )
    settings.odd_and_even_pages_header_footer = two_sided


def _font(face: str) -> BaseOxmlElement:
    """A face by its name, with those that stand in for it where it is lacking."""
    return el(
        "font",
        el("altName", val=",".join(ALSO[face])),
        el("charset", val="86"),
        el("family", val=_FAMILIES.get(face, "auto")),
        el("pitch", val="variable"),
        name=face,
    )


def _fill(document: Document, name: str, blob: bytes) -> None:
    """Puts something else into a part of the template."""
    parts = document.part.package.iter_parts()
    next(part for part in parts if part.partname == name)._blob = blob
