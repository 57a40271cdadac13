"""Files → tables: what is read, and that what cannot be read says why."""

from __future__ import annotations

import datetime
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from liantu.library.importing import cells, guards
from liantu.library.importing.tables import Table, TableError, read_tables, tables_of

GRID = (("企业名称", "产品"), ("甲公司", "双酚A"))


def book(fill: Callable[[Any], None]) -> bytes:
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    fill(made)
    made.close()
    return target.getvalue()


def zipped(**files: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return target.getvalue()


def refused(data: bytes) -> str:
    with pytest.raises(TableError) as caught:
        tables_of(data, "x")
    assert str(caught.value)  # there is a sentence, and it has all it needs
    return caught.value.code.removeprefix("library.table.")


def sheet(made: Any) -> None:
    page = made.add_worksheet("产能")
    page.merge_range("A1:D1", "茌平区产能表", made.add_format())
    page.write_row("A2", ["企业名称", "产品", "产能", "日期"])
    page.merge_range("A3:A4", "甲公司", made.add_format())
    page.write_row("B3", ["双酚A", 20])
    page.write_datetime("D3", datetime.datetime(2022, 10, 26))
    page.write("B4", " 聚碳酸酯 ")
    page.write_formula("C4", "=1+1", None, 2)
    page.write_string("D4", "=cmd|'/c calc'!A0")
    page.write_blank("F1048576", None, made.add_format())
    made.add_worksheet("隐藏").hide()
    made.worksheets()[1].write("A1", "x")
    made.add_worksheet("后页").write("A1", "y")


def test_a_workbook_is_read_as_it_is_seen() -> None:
    first, second, hidden = tables_of(book(sheet), "x")
    assert first == Table(
        "产能",
        (
            ("茌平区产能表",) * 4,
            ("企业名称", "产品", "产能", "日期"),
            ("甲公司", "双酚A", 20.0, datetime.date(2022, 10, 26)),
            ("甲公司", "聚碳酸酯", 2.0, "=cmd|'/c calc'!A0"),
        ),
    )
    assert (second.name, hidden) == ("后页", Table("隐藏", (("x",),), hidden=True))


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16", "utf-16-le"]
)
@pytest.mark.parametrize("sign", [",", "\t", ";", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_files_are_read_in_all_usual_encodings(encoding: str, sign: str, end: str) -> None:
    """G001, G002, G003, G008, G009."""
    words = end.join(sign.join(row) for row in GRID)
    (found,) = tables_of(words.encode(encoding), "产能")
    assert found == Table("产能", GRID)


def test_a_guarded_formula_is_the_text_again() -> None:
    """G098, G100: what our own CSV guards comes back; long numbers stay texts."""
    (found,) = tables_of(b"'=1+1,'-5,913715001234567890,012,3-4,1E5\n", "x")
    assert found.rows == (("=1+1", "-5", "913715001234567890", "012", "3-4", "1E5"),)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),  # G007
        (b" \r\n", "empty"),
        (b"<html><body><table><tr><td>1", "html"),  # G010
        (b'<?xml version="1.0"?>\n<html><table>', "html"),
        (b"\xef\xbb\xbf\n<table border=1>", "html"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "html"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "xml",
        ),
        (b"%PDF-1.7", "pdf"),
        (b"\x89PNG\r\n", "picture"),
        (b"a,b\nc,\0\0\x01\n", "binary"),
        ("甲,乙\n".encode() + b"\xff\xff,1\n", "encoding"),  # G005
        (b"a,\xed\xa0\xbd\xff\n", "encoding"),  # G006
        ('甲,"乙\n丙,丁\n'.encode(), "quotes"),
        (b"PK\x03\x04 and no more", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "word"),
        (zipped(**{"word/document.xml": "<a/>"}), "word"),
        (zipped(**{"xl/workbook.bin": "x"}), "xlsb"),
        (zipped(**{"a.txt": "x"}), "packed"),
    ],
)
def test_what_is_no_table_says_what_it_is(data: bytes, why: str) -> None:
    assert refused(data) == why


def test_text_of_four_bytes_a_character_is_read_or_refused_by_name() -> None:
    """G004."""
    (found,) = tables_of("甲,乙\n".encode("utf-32"), "x")
    assert found.rows == (("甲", "乙"),)


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """G037, G077 in the manner of spreadsheets."""
    monkeypatch.setattr(guards, "MAX_UNPACKED", 1_000_000)
    assert refused(zipped(**{"xl/workbook.xml": "0" * 2_000_000})) == "bomb"


def test_a_cell_far_away_is_no_million_rows() -> None:
    def far(made: Any) -> None:
        made.add_worksheet().write("XFD1048576", "x")

    assert refused(book(far)) == "rows"

    def wide(made: Any) -> None:
        made.add_worksheet().write("XFD2", "x")

    assert refused(book(wide)) == "columns"


def test_an_old_workbook_that_claims_billions_of_rows_is_refused() -> None:
    """Its reader asks for the memory at once, and the program would end."""
    dimensions = struct.pack("<HHIIHHH", 0x200, 14, 0, 0x08000005, 0, 4, 0)
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + dimensions) == "damaged"


def test_repeated_cells_of_an_ods_are_counted() -> None:
    cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="999999"/>'
    row = '<table:table xmlns:table="t" xmlns:office="o">'
    row += f'<table:table-row table:number-rows-repeated="999999">{cell}'
    xml = f"{row}</table:table-row></table:table>"
    assert refused(zipped(**{"content.xml": xml, "mimetype": "x"})) == "rows"


@pytest.mark.parametrize(
    ("name", "xml"),
    [
        ("xl/worksheets/sheet1.xml", '<row r="1"><c s="1" r=\'C4294967295\'><v>2</v></c></row>'),
        ("xl/worksheets/sheet1.xml", '<row r="1"><c r="ABCDEFG1"><v>2</v></c></row>'),
        ("xl/worksheets/sheet1.xml", '<row r="99999999999999999999"><c><v>2</v></c></row>'),
        ("xl/sharedStrings.xml", '<sst count="4294967295" uniqueCount="4294967295"><si/></sst>'),
        ("content.xml", "<table:table><table:table-row><table:table-cell/>"),
    ],
)
def test_sizes_that_no_sheet_has_are_refused(name: str, xml: str) -> None:
    """What found the reader out when workbooks were damaged by chance."""
    assert refused(
        zipped(**{"xl/workbook.xml" if "xl" in name else "mimetype": "", name: xml})
    ) == ("damaged")


def test_more_rows_than_can_be_taken_are_refused() -> None:
    assert refused(b"1,2\n" * (cells.MAX_ROWS + 1)) == "rows"


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(TableError, match="文件或文件夹不存在"):
        read_tables(tmp_path / "没有.xlsx")


def test_a_name_does_not_say_what_a_file_is(tmp_path: Path) -> None:
    """G073: and any folder will do."""
    path = tmp_path / "产业链 数据 #1%20" / "表(1).csv"
    path.parent.mkdir()
    path.write_bytes(book(sheet))
    assert read_tables(path)[0].name == "产能"


ORIGINAL = book(sheet)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
def test_bytes_give_tables_or_a_reason(data: bytes, head: bytes) -> None:
    try:
        tables_of(head + data, "x")
    except TableError as error:
        assert str(error)


@given(st.lists(st.tuples(st.integers(0, len(ORIGINAL) - 1), st.integers(0, 255)), max_size=8))
def test_a_damaged_workbook_gives_tables_or_a_reason(changes: list[tuple[int, int]]) -> None:
    data = bytearray(ORIGINAL)
    for at, byte in changes:
        data[at] = byte
    try:
        tables_of(bytes(data), "x")
    except TableError as error:
        assert str(error)
