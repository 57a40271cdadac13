"""Workbooks to be filled in: what can be chosen, and texts that stay texts."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

from liantu.briefing.template_book import template_book
from liantu.library.importing.tables import tables_of
from liantu.library.importing.targets import targets
from liantu.model import Capacity, Enterprise, Region, Source, Status
from tests.helpers.atlases import UNITS, atlas, product


def book(name: str = "老厂化工有限公司", kind: str = "capacity") -> bytes:
    firm = Enterprise(
        "old", name, "甲县", capacities=(Capacity("a", Status.OPERATING, 2.0, sources=("s",)),)
    )
    made = atlas((product("a"), product("b")), [firm])
    library = replace(made.library, region=Region("某市", ("甲县", "乙区")), units=UNITS)
    made = replace(made, library=library, sources={"s": Source("s", "日报")})
    return template_book(made, targets()[kind], full=True)


def sheet(data: bytes, at: int = 1) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return packed.read(f"xl/worksheets/sheet{at}.xml").decode()


def test_the_first_sheet_is_that_of_the_rows() -> None:
    first, words, told = tables_of(book(), "x")
    assert first.rows[0][:4] == ("企业名称*", "县（市、区）", "产品*", "产能")
    assert str(first.rows[1][0]).startswith("示例")
    assert first.rows[2][:6] == ("老厂化工有限公司", "甲县", "A", 2.0, None, "在产")
    assert [row[0] for row in words.rows] == ["县（市、区）", "甲县", "乙区", None, None, None]
    assert len(told.rows) == 11


def test_words_can_be_chosen() -> None:
    xml = sheet(book())
    lists = re.findall(r"<formula1>(.*?)</formula1>", xml)
    assert '"甲县,乙区"' in lists
    assert '"在产,在建,拟建,停产,不详"' in lists
    assert '"是,否"' in lists


def test_every_sheet_is_legible_in_print() -> None:
    rows, words, told = (sheet(book(kind="project"), at) for at in (1, 2, 3))
    for xml, way in ((rows, "landscape"), (words, "portrait"), (told, "landscape")):
        assert f'orientation="{way}"' in xml
    for xml in (words, told):
        assert "<pageSetUpPr fitToPage=" in xml
    assert "<colBreaks" in rows, "34 columns on one page would have letters of 2 pt"
    assert 'scale="70"' in rows


def test_no_name_becomes_a_formula() -> None:
    """G098, G099, G101."""
    for name in ("=cmd|'/c calc'!A0", "＝1+1", "=HYPERLINK(1)", "甲\x0b乙"):
        data = book(name)
        assert "<f>" not in sheet(data)
        assert tables_of(data, "x")[0].rows[2][0] == name.replace("\x0b", "")
