"""The lists of an office as one XLSX: a sheet a list, strings that are never formulas."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from liantu.analysis.balance import Balance
from liantu.analysis.concentration import concentration
from liantu.analysis.diagnosis import Diagnosis, Word
from liantu.analysis.matching import matches
from liantu.analysis.ranking import CRITERIA, acceptability, rank
from liantu.document import figures
from liantu.document.reasons import class_words, remedy
from liantu.document.relations import owner_name, phase_text
from liantu.jobs import Progress
from liantu.model import Atlas
from liantu.render.export import replace_file
from liantu.wording import text

Cell = str | float | int
MOST = 32_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class List:
    """A sheet: ``widths`` in characters; numbers stay numbers, texts stay texts."""

    title: str
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    widths: Sequence[int]


def write_lists(
    atlas: Atlas,
    diagnosis: Diagnosis,
    chains: Sequence[str],
    path: Path,
    progress: Progress | None = None,
) -> Path:
    """Write the lists of ``chains``; raises ``ExportError``, or ``Cancelled``."""
    progress = progress or Progress()
    progress.step(0, 2)
    data = to_xlsx(atlas, diagnosis, list(all_lists(atlas, diagnosis, chains)))
    progress.step(1, 2)
    replace_file(path, data)
    return path


def to_xlsx(atlas: Atlas, diagnosis: Diagnosis, lists: Sequence[List]) -> bytes:
    """The workbook in memory; the same bytes for the same data."""
    import xlsxwriter  # noqa: PLC0415  only exports need it

    target = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(target, options)
    book.set_properties(
        {
            "title": text("brief.lists.title", region=atlas.library.region.name),
            "created": datetime.datetime(2000, 1, 1),
        }
    )
    head = book.add_format({"bold": True, "bg_color": "#E4EEFA", "border": 1, "text_wrap": True})
    body = book.add_format({"text_wrap": True, "valign": "top"})
    remark = diagnosis.switches.told(atlas)
    date = text("brief.lists.date", date=diagnosis.situation.date, assumed=remark).strip()
    for item in lists:
        _sheet(book, item, head, body, date)
    book.close()
    return target.getvalue()


def _sheet(book: Any, item: List, head: Any, body: Any, date: str) -> None:
    sheet = book.add_worksheet(item.title[:31])
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{date.replace('&', '&&')}&R&P / &N")
    sheet.freeze_panes(1, 0)
    for column, (words, width) in enumerate(zip(item.head, item.widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, words, head)
    for at, row in enumerate(item.rows, 1):
        for column, value in enumerate(row):
            if isinstance(value, str):
                sheet.write_string(at, column, _CONTROL.sub("", value)[:MOST], body)
            else:
                sheet.write_number(at, column, value, body)
    sheet.autofilter(0, 0, max(len(item.rows), 1), len(item.head) - 1)


def all_lists(atlas: Atlas, diagnosis: Diagnosis, chains: Sequence[str]) -> Iterator[List]:
    """Gaps by word, weak links, balances, projects, enterprises, deals, sources."""
    ids = {
        c: [m.product for m in atlas.chains[c].members() if m.product in diagnosis.verdicts]
        for c in chains
    }
    yield _gaps(atlas, diagnosis, ids, "broken", (Word.BROKEN,))
    yield _gaps(atlas, diagnosis, ids, "short", (Word.SHORT_UP, Word.SHORT_DOWN))
    yield _local(atlas, diagnosis, ids, "thin", Word.THIN)
    yield _local(atlas, diagnosis, ids, "weak", Word.WEAK)
    yield _balances(atlas, diagnosis, ids)
    yield _projects(atlas, chains)
    yield _enterprises(atlas, chains)
    yield _matches(atlas, diagnosis)
    yield _sources(atlas)


def _head(*codes: str) -> list[str]:
    return [text(code) for code in codes]


def _gaps(
    atlas: Atlas,
    diagnosis: Diagnosis,
    ids: dict[str, list[str]],
    key: str,
    words: tuple[Word, ...],
) -> List:
    rows: list[list[Cell]] = []
    for chain, products in ids.items():
        scores = rank(atlas, diagnosis, products)
        chances = acceptability(scores)
        for score in scores:
            verdict = diagnosis.verdicts[score.product]
            if not set(verdict.words) & set(words):
                continue
            rows.append(
                [
                    atlas.chains[chain].short,
                    atlas.products[score.product].name,
                    class_words(verdict),
                    remedy(verdict.worst) if verdict.worst else "",
                    "、".join(atlas.products[p].name for p in verdict.needed_by),
                    "、".join(atlas.products[p].name for p in verdict.fed_by),
                    round(score.total, 1),
                    *(round(score.parts[name], 1) for name in CRITERIA),
                    round(chances[score.product], 3),
                ]
            )
    head = _head(
        "ui.column.chain",
        "ui.column.product",
        "ui.column.class",
        "ui.column.remedy",
        "ui.column.needed_by",
        "ui.column.fed_by",
        "ui.column.score",
        *(f"ui.score.{name}" for name in CRITERIA),
        "ui.column.chance",
    )
    widths = (16, 24, 12, 16, 36, 30, 8, 8, 8, 8, 8, 8, 12)
    return List(text(f"ui.list.{key}"), head, rows, widths)


def _local(
    atlas: Atlas, diagnosis: Diagnosis, ids: dict[str, list[str]], key: str, word: Word
) -> List:
    rows: list[list[Cell]] = []
    for chain, products in ids.items():
        for product in products:
            verdict = diagnosis.verdicts[product]
            if word in verdict.words:
                rows.append(
                    [
                        atlas.chains[chain].short,
                        atlas.products[product].name,
                        remedy(word),
                        "、".join(atlas.enterprises[e].name for e in verdict.makers),
                        _hhi(verdict.balance),
                        "、".join(atlas.products[p].name for p in verdict.stops),
                    ]
                )
    codes = ("chain", "product", "remedy", "makers", "hhi", "stops")
    head = _head(*(f"ui.column.{code}" for code in codes))
    return List(text(f"ui.list.{key}"), head, rows, (16, 24, 16, 40, 12, 60))


def _hhi(balance: Balance | None) -> Cell:
    """The concentration of supply; a text where it is unknown."""
    found = concentration(balance)
    if found is None or found.hhi is None:
        return text("ui.unknown" if found else "ui.none")
    return round(found.hhi, 3)


def _balances(atlas: Atlas, diagnosis: Diagnosis, ids: dict[str, list[str]]) -> List:
    unknown = text("ui.unknown")
    rows: list[list[Cell]] = []
    for product in dict.fromkeys(p for products in ids.values() for p in products):
        found = diagnosis.balances.get(product)
        if found is None:
            continue
        rows.append(
            [
                atlas.products[product].name,
                unknown if found.supply_unknown and not found.supply else round(found.supply, 6),
                found.supply_unknown,
                unknown if found.need_unknown and not found.need else round(found.need, 6),
                found.need_unknown,
                unknown if found.surplus is None else round(found.surplus, 6),
                unknown if found.cover is None else round(found.cover, 4),
                found.unit,
            ]
        )
    head = [
        text("ui.column.product"),
        text("ui.column.supply_sum"),
        text("brief.lists.supply_unknown"),
        text("ui.column.need_sum"),
        text("brief.lists.need_unknown"),
        text("ui.column.surplus"),
        text("ui.column.cover"),
        text("ui.column.unit"),
    ]
    return List(text("ui.list.balance"), head, rows, (28, 12, 14, 12, 14, 12, 10, 12))


def _projects(atlas: Atlas, chains: Sequence[str]) -> List:
    rows: list[list[Cell]] = [
        [
            atlas.chains[p.chain].short,
            p.name,
            p.kind,
            p.state,
            owner_name(atlas, p),
            p.county,
            p.investment.text if p.investment else "",
            p.when,
            "；".join(phase_text(atlas, phase) for phase in p.phases),
        ]
        for p in atlas.projects.values()
        if p.chain in chains
    ]
    codes = [
        "chain",
        "project",
        "project_kind",
        "state",
        "enterprise",
        "county",
        "investment",
        "when",
        "phases",
    ]
    head = _head(*(f"ui.column.{code}" for code in codes))
    widths = (16, 36, 12, 14, 30, 10, 18, 24, 50)
    return List(text("ui.list.projects"), head, rows, widths)


def _enterprises(atlas: Atlas, chains: Sequence[str]) -> List:
    rows: list[list[Cell]] = []
    for firm in atlas.enterprises.values():
        if not set(firm.chains) & set(chains):
            continue
        made = (
            f"{atlas.products[c.product].name} {text(f'ui.status.{c.status}')} "
            f"{figures.capacity(c)}"
            for c in firm.capacities
        )
        rows.append(
            [
                firm.name,
                firm.county,
                text(f"ui.kind.{firm.kind}"),
                "、".join(atlas.chains[c].short for c in firm.chains),
                "；".join(made),
                "、".join(h.name for h in firm.honours),
                firm.as_of,
            ]
        )
    codes = ("enterprise", "county", "kind", "chain", "products", "honours")
    head = [*_head(*(f"ui.column.{code}" for code in codes)), text("brief.lists.as_of")]
    return List(text("ui.list.enterprises"), head, rows, (36, 10, 14, 24, 60, 36, 10))


def _matches(atlas: Atlas, diagnosis: Diagnosis) -> List:
    unknown = text("ui.unknown")
    rows: list[list[Cell]] = [
        [
            atlas.products[m.product].name,
            atlas.enterprises[m.supplier].name,
            atlas.enterprises[m.customer].name,
            atlas.products[m.use].name,
            unknown if m.surplus is None else round(m.surplus, 6),
            atlas.products[m.product].unit,
        ]
        for m in matches(atlas, diagnosis)
    ]
    codes = ("product", "supplier", "customer", "use", "spare", "unit")
    head = _head(*(f"ui.column.{code}" for code in codes))
    return List(text("ui.list.matches"), head, rows, (26, 36, 36, 26, 12, 12))


def _sources(atlas: Atlas) -> List:
    rows: list[list[Cell]] = [
        [s.id, s.title, s.publisher, s.date, "" if s.mirror else s.url, s.grade]
        for s in atlas.sources.values()
    ]
    head = _head(
        *(f"brief.lists.{c}" for c in ("id", "title_", "publisher", "day", "url", "grade"))
    )
    return List(text("brief.words.sources"), head, rows, (16, 60, 30, 12, 50, 8))
