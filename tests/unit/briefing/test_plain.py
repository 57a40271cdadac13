"""Every word of the papers of all chains and of the city reads as official Chinese does."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from liantu.briefing.blocks import (
    Blank,
    Block,
    Break,
    Figure,
    Heading,
    Items,
    Numbers,
    Paragraph,
    Report,
    Table,
)
from liantu.briefing.order import Order
from liantu.briefing.prose import official
from liantu.briefing.report import briefing
from liantu.briefing.visit import visit
from liantu.telling.poster.jobs import told_jobs
from tests.helpers.papers import found, shipped

CHAINS = tuple(shipped().chains)
FORBIDDEN = (
    "本地暂无",
    "功能闭合",
    "到此为止",
    "两头都没有",
    "向外购买",
    "培育第二家",
    "就近接通",
    "结合招商",
    "数据截止",
    "XLSX",
    "一页总结",
)
HAN = "[\u4e00-\u9fff、。，；：（）“”〔〕]"
FLAWS = {
    "a bracket of another script": re.compile(rf"{HAN}[()]|[()]{HAN}"),
    "a number with an exponent": re.compile(r"\d(?:\.\d+)?e[+-]\d"),
    "two stops": re.compile("[。；，：][。；，]|。$。"),
    "a gap before a number": re.compile(rf"{HAN} +\d|\d +{HAN}"),
    "a number said twice": re.compile(r"(\d+)[个项种家]：[^。；]*等\1[个项种家]"),
    "a straight quote": re.compile(rf'{HAN}"|"{HAN}'),
    "a name of the data": re.compile(r"\{[a-z_]+\}|None|nan"),
    "using here": re.compile("本地[^。，；]{1,12}在用"),
    "put in here": re.compile("投入[^。，；]{1,30}在本地"),
}


def words_of(block: Block) -> Iterator[str]:
    """All that a block says but the number of its caption."""
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Numbers():
            yield from (word for pair in block.pairs for word in pair)
        case Items():
            yield from block.lines
        case Table():
            yield re.sub(r"^表\d+ ", "", block.caption)
            yield from (*block.head, block.note)
            yield from (cell for row in block.rows for cell in row)
        case Figure():
            yield re.sub(r"^图\d+ ", "", block.caption)
            yield block.note
        case Blank():
            yield block.label + block.instruction
        case Break():
            return


@cache
def paper(*chains: str) -> Report:
    return briefing(found().at("2022-12-31"), Order(chains=chains))


def flaws(report: Report) -> list[str]:
    words = [word for block in report.blocks for word in words_of(block)]
    words += [report.title, report.statement, report.foot, *report.lines]
    bad = [f"{name}: {w}" for w in words for name in FORBIDDEN if name in w]
    return bad + [f"{name}: {w}" for w in words for name, flaw in FLAWS.items() if flaw.search(w)]


@pytest.mark.parametrize("chain", CHAINS)
def test_a_briefing_of_a_chain_reads_plainly(chain: str) -> None:
    assert flaws(paper(chain)) == []


def test_the_briefing_of_the_city_reads_plainly() -> None:
    assert flaws(paper(*CHAINS)) == []


@pytest.mark.parametrize("chain", CHAINS)
def test_a_visit_reads_plainly(chain: str) -> None:
    assert flaws(visit(found().at("2022-12-31"), Order(chains=(chain,)))) == []


def told(report: Report) -> tuple[Counter[str], Counter[str]]:
    """Products by the findings and by the rows of lists that tell of them."""
    findings: Counter[str] = Counter()
    rows: Counter[str] = Counter()
    for block in report.blocks:
        match block:
            case Table(finds=False):
                rows.update(block.about)
            case Paragraph() | Items() | Table():
                findings.update(block.about)
    return findings, rows


@pytest.mark.parametrize("chains", [*((chain,) for chain in CHAINS), CHAINS])
def test_no_finding_stands_twice(chains: tuple[str, ...]) -> None:
    findings, rows = told(paper(*chains))
    assert findings, "the jobs are findings"
    assert [product for product, count in findings.items() if count > 1] == []
    assert [product for product, count in rows.items() if count > 1] == []
    sentences = Counter(
        block.text
        for block in paper(*chains).blocks
        if isinstance(block, Paragraph) and block.about
    )
    assert max(sentences.values(), default=1) == 1


def test_a_summary_judges_before_it_counts() -> None:
    blocks = [b for b in paper("pc-nylon").blocks if not isinstance(b, Figure)]
    kinds = [type(block) for block in blocks[:4]]
    assert kinds == [Heading, Paragraph, Table, Numbers]
    assert isinstance(blocks[1], Paragraph)
    assert blocks[1].text.startswith("中段成型，两头在外。")


def test_a_job_of_the_summary_names_a_line_for_who_answers() -> None:
    table = next(b for b in paper("pc-nylon").blocks if isinstance(b, Table))
    told = told_jobs(found().at("2022-12-31"), "pc-nylon")
    assert [row[1] for row in table.rows] == [official(job.title) for job in told]
    first = table.rows[0]
    assert "年需环己酮≥17.7万吨" in first[2]
    assert first[4] == "＿＿＿＿（建议高新区）"


def test_the_drawn_page_of_a_chain_comes_first() -> None:
    first = paper("pc-nylon").blocks[0]
    assert isinstance(first, Figure)
    assert (first.name, first.whole) == ("board-pc-nylon-1", True)
    city = paper(*CHAINS).blocks
    assert isinstance(city[0], Figure)
    assert city[0].name == "city-1"


def test_a_score_is_only_in_a_table() -> None:
    for block in paper(*CHAINS).blocks:
        if isinstance(block, Paragraph) and block.about:
            assert not re.search(r"得分|\d分", block.text)


def test_what_was_told_in_the_summary_is_cited_by_the_chain() -> None:
    report = paper(*CHAINS)
    cited = [b.text for b in report.blocks if isinstance(b, Paragraph) and "见摘要" in b.text]
    assert any(line.startswith("①盯住铝板带项目：见摘要“先办三件事”①") for line in cited)


def test_the_paper_of_the_city_has_a_page_a_chain_and_no_lists_of_firms() -> None:
    captions = [b.caption for b in paper(*CHAINS).blocks if isinstance(b, Table)]
    assert not any("企业梯队" in c or "重点项目" in c for c in captions)
    assert sum("任务分工" in caption for caption in captions) == len(CHAINS)


def test_the_office_finds_where_to_write() -> None:
    blanks = [b.instruction for b in paper("pc-nylon").blocks if isinstance(b, Blank)]
    assert len(blanks) == 6
    assert all(words.startswith("〔请") and words.endswith("〕") for words in blanks)
