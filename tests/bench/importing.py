"""Taking in a sheet of 2,000 rows: reading, planning, editing. The goal: 3 s together.

python -m tests.bench.importing [rows]
"""

from __future__ import annotations

import io
import sys
import time

import xlsxwriter

from liantu import paths
from liantu.library import load
from liantu.library.importing.headings import guessed, header, likely_target, seen
from liantu.library.importing.lookups import lookups
from liantu.library.importing.planning import edit_of, plan
from liantu.library.importing.rows import Request
from liantu.library.importing.tables import tables_of
from liantu.model import Atlas
from tests.bench.row import Row

ROWS, GOAL = 2000, 3.0
HEAD = ("序号", "企业全称", "县区", "产品名称", "年产能（万吨/年）", "状态", "年份", "依据")


def sheet(atlas: Atlas, count: int) -> bytes:
    """Rows of firms with three products each."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    page = book.add_worksheet("产能")
    page.write_row(0, 0, HEAD)
    names = [one.name for one in atlas.products.values() if one.base_unit == "t"]
    counties = atlas.library.region.counties
    for at in range(count):
        firm = at // 3
        product = names[(at * 7 + firm) % len(names)]
        county = counties[firm % len(counties)]
        row = (
            at + 1,
            f"试验第{firm}化工有限公司",
            county,
            product,
            5 + at % 9,
            "在产",
            2024,
            "报送表",
        )
        page.write_row(at + 1, 0, row)
    book.close()
    return target.getvalue()


def measured(count: int) -> tuple[dict[str, float], object]:
    """Seconds of the processor of each step, and what was found."""
    atlas = load(paths.shipped_chains()).atlas
    data = sheet(atlas, count)
    times = [time.process_time()]
    (table,) = tables_of(data, "x")
    times.append(time.process_time())
    target = likely_target(table)
    head = header(table, target)
    columns = seen(table, head, guessed(head.names, target), target, lookups(atlas))
    found = plan(atlas, Request(table, head, target, columns))
    times.append(time.process_time())
    edit_of(found, "x").change(atlas)
    times.append(time.process_time())
    steps = zip(("read", "plan", "edit"), times, times[1:], strict=False)
    return {name: end - start for name, start, end in steps}, found.told


def rows(*, quick: bool = False) -> list[Row]:
    """The sheet taken in, from its bytes to the new atlas."""
    taken, _ = measured(ROWS)
    return [Row(f"take in a sheet of {ROWS} rows", sum(taken.values()), "s", goal=GOAL)]


def main(count: int = ROWS) -> None:
    """Print seconds of each step."""
    taken, found = measured(count)
    told = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in taken.items())
    print(f"{count} rows: {told}; together {sum(taken.values()):.2f} s; {found}")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
