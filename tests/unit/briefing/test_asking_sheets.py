"""The workbook of a county: what stands in it, what may be written, how it is printed."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest

from liantu.briefing.asking_sheets import HINTS, heads, to_workbook, write_task_sheets
from liantu.jobs import Cancelled, Progress
from liantu.library.importing.tables import tables_of
from liantu.telling.task_sheets import TaskSheet, default_due, task_sheets
from tests.helpers.readings import shipped_at

DAY, DUE = "2024-12-31", "2025-01-15"


def sheet(county: str = "茌平区", office: str = "市工信局") -> TaskSheet:
    return task_sheets(shipped_at(DAY), DUE, office, [county])[0]


def xml(data: bytes, name: str = "xl/worksheets/sheet1.xml") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return book.read(name).decode()


def test_the_form_is_made_for_counties() -> None:
    page = xml(to_workbook(sheet()))
    assert '<sheetProtection sheet="1"' in page
    assert "password" not in page
    assert 'hidden="1"' in re.findall(r'<col min="1"[^>]*>', page)[0]
    assert "<formula1>&quot;有,无,不清&quot;</formula1>" in page.replace('"有', "&quot;有").replace(
        '不清"', "不清&quot;"
    )
    assert 'sqref="H5:H44"' in page
    assert 'orientation="landscape"' in page
    assert 'paperSize="9"' in page
    assert "<f>" not in page
    names = xml(to_workbook(sheet()), "xl/workbook.xml")
    assert "Print_Titles" in names
    assert "$4:$4" in names


def test_given_cells_are_locked_and_answers_are_open() -> None:
    data = to_workbook(sheet())
    page, styles = xml(data), xml(data, "xl/styles.xml")
    formats = re.findall(r"<xf [^>]*?(?:/>|>.*?</xf>)", styles.split("<cellXfs")[1], re.DOTALL)
    locked = {
        cell: 'locked="0"' not in formats[int(style)]
        for cell, style in re.findall(r'<c r="([A-Z]+5)" s="(\d+)"', page)
    }
    assert {cell for cell, is_locked in locked.items() if not is_locked} == {
        f"{column}5" for column in "HIJKL"
    }


def test_ten_lines_of_instructions_with_the_day_and_the_sender() -> None:
    rows = tables_of(to_workbook(sheet()), "x")[0].rows
    told = [str(row[1]) for row in rows if re.match(r"\d+\. ", str(row[1]))]
    assert len(told) == HINTS == 10
    assert "2024年12月31日" in told[0]
    assert "2025年1月15日" in told[9]
    assert "市工信局" in told[9]
    blank = tables_of(to_workbook(sheet(office="")), "x")[0].rows
    assert "发件单位：〔" in str(blank[1][1])


def test_the_heads_stand_where_answers_are_looked_for() -> None:
    assert tables_of(to_workbook(sheet()), "x")[0].rows[3] == heads()


def test_ten_working_days() -> None:
    assert default_due(date(2025, 1, 1)) == "2025-01-15"
    assert default_due(date(2025, 1, 3)) == "2025-01-17"
    assert default_due(date(2025, 1, 4), 1) == "2025-01-06"


def test_cancelled_leaves_nothing_behind(tmp_path: Path) -> None:
    sheets = task_sheets(shipped_at(DAY), DUE, "", ["茌平区", "临清市", "高唐县"])
    progress = Progress(lambda done, *_: progress.cancel() if done == 1 else None)
    with pytest.raises(Cancelled):
        write_task_sheets(sheets, tmp_path / "下发", progress)
    assert list((tmp_path / "下发").iterdir()) == []


def test_a_line_says_whom_to_ask_in_the_county() -> None:
    line = next(line for line in sheet().lines if line.key.product == "alsheet")
    assert line.ask == "中源新材料、信发集团"
    assert line.users == "誉诚铝建材、嘉翔散热器（开发区）"
    assert "%" not in line.why
    nobody = next(line for line in sheet().lines if line.key.product == "wc")
    assert nobody.ask == "辖区内暂无线索企业，请问园区和行业协会"
