"""摸底任务单 as workbooks, one a county: given columns locked, answers with drop-downs.

Each row carries its key in a hidden column, so that rows may be sorted, filtered or deleted; there
is no password, and nothing that an older WPS does not know.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from liantu import files
from liantu.briefing.archive import clean, moment, repacked
from liantu.briefing.xlsx.fitting import MARGIN, height, lines
from liantu.briefing.xlsx.styles import BODY, DEFAULT, Styles
from liantu.jobs import Progress
from liantu.render.export import replace_file
from liantu.telling.dates import spoken
from liantu.telling.lists.fill import Fill
from liantu.telling.task_sheets import TaskLine, TaskSheet
from liantu.wording import text

SUFFIX = ".xlsx"
GIVEN = {"number": 5, "product": 19, "chain": 10, "why": 16, "ask": 20, "users": 17}
"""Columns that the office fills, with their widths in characters."""
WANTED = {"answer": 7, "firm": 22, "amount": 18, "year": 8, "proof": 16}
"""Columns that the county fills in."""
HINTS = 10
"""Lines of instructions below the table."""
_KEY, _HEAD, _FIRST = 0, 3, 4
"""The hidden column of the keys, the row of the heads, the first line."""
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_ALLOWED = {"sort": True, "autofilter": True, "format_rows": True, "format_columns": True}
"""What a protected sheet still lets its readers do."""


def write_task_sheets(
    sheets: Sequence[TaskSheet], folder: Path, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Write every sheet into ``folder`` (made if need be) and return the files.

    A file that is there already may be one that a county has filled in: it stays, and the new one
    gets the next free name. Raises ``ExportError``, ``OSError`` or ``Cancelled``; what was written
    before a wish to stop is taken away again.
    """
    progress = progress or Progress()
    folder.mkdir(parents=True, exist_ok=True)
    made: list[Path] = []
    try:
        for at, sheet in enumerate(sheets):
            progress.step(at, len(sheets), sheet.county)
            made.append(_free(folder / f"{sheet.stem}{SUFFIX}"))
            replace_file(made[-1], to_workbook(sheet))
    except BaseException:
        for path in made:
            path.unlink(missing_ok=True)
        raise
    return tuple(made)


def _free(path: Path) -> Path:
    return files.beside(path) if path.exists() else path


def to_workbook(sheet: TaskSheet) -> bytes:
    """The workbook of one county; the same bytes for the same sheet."""
    import xlsxwriter  # noqa: PLC0415  only exports need it

    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, _OPTIONS)
    book.formats[0].set_font_name(BODY)
    title = text("brief.task.title", region=sheet.region, county=sheet.county)
    author, made = sheet.office or sheet.region, moment(sheet.date).replace(tzinfo=None)
    book.set_properties({"title": title, "author": author, "created": made})
    page = book.add_worksheet(clean(text("ui.list.survey")))
    _Page(book, page, sheet).write(title)
    book.close()
    return repacked(target.getvalue())


def heads() -> tuple[str, ...]:
    """What stands above the columns, that of the keys first."""
    return tuple(text(f"brief.task.{id_}") for id_ in ("key", *GIVEN, *WANTED))


class _Page:
    def __init__(self, book: Any, page: Any, sheet: TaskSheet) -> None:
        self._page, self._sheet, self._styles = page, sheet, Styles(book)
        self._widths = [*GIVEN.values(), *WANTED.values()]
        self._last = _KEY + len(self._widths)
        grid = {**DEFAULT, "border": 1, "border_color": "#C3CCD6", "text_wrap": True}
        blank = {**grid, "bg_color": "#FFF9DB", "locked": False, "valign": "vcenter"}
        self._open = book.add_format({**blank, "num_format": "@"})
        self._number = book.add_format({**grid, "valign": "top", "align": "center"})
        self._hidden = book.add_format({**DEFAULT, "font_color": "#FFFFFF"})

    def write(self, title: str) -> None:
        """Head, lines, instructions, what may be written where, paper."""
        page = self._page
        page.set_column(_KEY, _KEY, 2, self._hidden, {"hidden": True})
        for column, width in enumerate(self._widths, _KEY + 1):
            page.set_column(column, column, width, self._styles.plain)
        self._above(title)
        for column, words in enumerate(heads()):
            page.write_string(_HEAD, column, words, self._styles.head)
        page.set_row(_HEAD, height(2))
        for row, line in enumerate(self._sheet.lines, _FIRST):
            self._line(row, line)
        end = _FIRST + len(self._sheet.lines) - 1
        self._checks(end)
        below = self._hints(end + 2)
        page.autofilter(_HEAD, _KEY, end, self._last)
        page.freeze_panes(_FIRST, _KEY + len(GIVEN) - 3)
        page.protect("", _ALLOWED)
        self._print(title, below)

    def _above(self, title: str) -> None:
        page, sheet, styles = self._page, self._sheet, self._styles
        page.set_row(0, 30)
        page.write_string(0, _KEY + 1, clean(title), styles.title)
        page.set_row(1, 18)
        told = text(
            "brief.task.told",
            office=sheet.office or text("brief.task.blank"),
            due=spoken(sheet.due),
            date=spoken(sheet.date),
            count=len(sheet.lines),
        )
        if sheet.scenario:
            told += text("brief.task.scenario", words=sheet.scenario)
        page.write_string(1, _KEY + 1, clean(told), styles.told)
        page.set_row(2, 20)
        page.write_string(2, _KEY + 1, text("brief.task.filler"), styles.told)
        page.merge_range(2, _KEY + 3, 2, _KEY + 5, "", self._open)

    def _line(self, row: int, line: TaskLine) -> None:
        page = self._page
        page.write_string(row, _KEY, clean(str(line.key)), self._hidden)
        page.write_number(row, _KEY + 1, row - _FIRST + 1, self._number)
        named = f"{line.product}\n{line.hint}"
        told = [named, line.chains, line.why, line.ask, line.users]
        for column, words in enumerate(told, _KEY + 2):
            page.write_string(row, column, clean(words), self._styles.text)
        for column in range(_KEY + 1 + len(GIVEN), self._last + 1):
            page.write_blank(row, column, None, self._open)
        tall = (lines(w, width) for w, width in zip(told, self._widths[1:], strict=False))
        page.set_row(row, height(max(tall)))

    def _checks(self, end: int) -> None:
        first = _KEY + 1 + len(GIVEN)
        choices = list(Fill.ANSWER.choices)
        rule: dict[str, object] = {
            "validate": "list",
            "source": choices,
            "error_message": text("brief.sheet.choice", choices="、".join(choices)),
        }
        self._page.data_validation(_FIRST, first, end, first, rule)
        for column, id_ in enumerate(WANTED, first):
            if id_ != "answer":
                told = {"validate": "any", "input_message": text(f"brief.task.{id_}.input")}
                self._page.data_validation(_FIRST, column, end, column, told)

    def _hints(self, row: int) -> int:
        """The instructions; returns the last row."""
        page, sheet, wide = self._page, self._sheet, sum(self._widths)
        head = text("brief.task.hints")  # merged: the first column holds but a number
        page.merge_range(row, _KEY + 1, row, self._last, head, self._styles.lead)
        params = {
            "office": sheet.office or text("brief.task.blank"),
            "due": spoken(sheet.due),
            "date": spoken(sheet.date),
        }
        for number in range(1, HINTS + 1):
            row += 1
            told = text(f"brief.task.hint.{number}", **params)
            page.merge_range(row, _KEY + 1, row, self._last, told, self._styles.said)
            page.set_row(row, height(lines(told, wide)))
        return row

    def _print(self, title: str, last: int) -> None:
        page = self._page
        page.set_landscape()
        page.set_paper(9)
        page.set_margins(left=MARGIN, right=MARGIN, top=0.6, bottom=0.6)
        page.fit_to_pages(1, 0)
        page.repeat_rows(_HEAD)
        page.print_area(0, _KEY + 1, last, self._last)
        page.set_footer(f'&C&"{BODY},Regular"&9 {_escaped(title)}　{text("brief.sheet.pages")}')


def _escaped(words: str) -> str:
    return clean(words).replace("&", "&&")
