"""Sources of a paper: numbered as they are first cited, graded, and fit to be printed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from liantu.analysis.reading import Reading
from liantu.model import Source
from liantu.telling.dates import spoken
from liantu.wording import text

OFFICIAL = re.compile(
    r"人民政府|政府办|政府网|[省市县区]委|工信|工业和信息化|发展和?改革|发改委|统计局|生态环境|"
    r"应急管理|财政|商务|商投|科技[厅局部]|农业农村|国务院|国家标准|海关|自然资源|政协|人大"
)
COMPANY = re.compile(r"公告|年报|年度报告|招股|募集说明|股份|有限公司|集团|鲁西化工$")
PRESS = re.compile(
    r"日报|晚报|商报|新闻|大众网|新华|中国网|证券|电视|报道|央视|报社|周刊|财经|报$|网$"
)
UNFIT = re.compile(
    r"事故|爆炸|遇难|死亡|违法|违规|处罚|illegal|kill|explosion|问答|answers\.com|scribd|copy of|"
    r"^https?:|wikipedia|转载站$",
    re.IGNORECASE,
)
"""What a paper for a superior does not print: bad news told by the way, and pages of no standing.
The list of sources in the spreadsheet keeps all of them.
"""
_HAN = re.compile("[\u4e00-\u9fff]")
GROUPS = ("official", "company", "press", "other")


class Cited:
    """Gives a number to each source that may be printed, in the order of citing."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._numbers: dict[str, int] = {}

    def marks(self, keys: Iterable[str], most: int = 2) -> str:
        """``[3][7]``: the best of these sources; empty where none may be printed."""
        sources = self._reading.atlas.sources
        known = [sources[key] for key in dict.fromkeys(keys) if key in sources]
        fit = sorted(filter(printable, known), key=lambda s: (_rank(s), known.index(s)))
        native = [s for s in fit if not foreign(s)]
        numbers = sorted(self._number(s.id) for s in (native or fit)[:most])
        return "".join(f"[{number}]" for number in numbers)

    def lines(self) -> list[str]:
        """The sources in the order of their numbers."""
        return [self._line(self._reading.atlas.sources[key]) for key in self._numbers]

    def _number(self, key: str) -> int:
        return self._numbers.setdefault(key, len(self._numbers) + 1)

    def _line(self, source: Source) -> str:
        date = spoken(source.date) if source.date else ""
        told = "，".join(filter(None, (source.title, source.publisher, date)))
        marks = [text(f"brief.source.{group(source)}")]
        if foreign(source):
            marks.append(text("brief.source.foreign"))
        if is_later(source.date, self._reading.date):
            marks.append(text("brief.later"))
        return told + "".join(marks)


def is_later(date: str, day: str) -> bool:
    """Whether something was told of only after a day; a date as exact as known, empty is not."""
    return bool(date and day) and date[: len(day)] > day[: len(date)]


def printable(source: Source) -> bool:
    """Whether a superior may read it."""
    return not UNFIT.search(f"{source.title} {source.publisher}".strip())


def foreign(source: Source) -> bool:
    """Whether its title has no Chinese."""
    return not _HAN.search(source.title)


def group(source: Source) -> str:
    """``official``, ``company``, ``press`` or ``other``, by who published it."""
    publisher, title = source.publisher, source.title
    if OFFICIAL.search(publisher):
        return "official"
    if COMPANY.search(publisher) or re.search(r"公告|年度报告", title):
        return "company"
    return "press" if PRESS.search(publisher) else "other"


def _rank(source: Source) -> tuple[bool, int, str]:
    return foreign(source), GROUPS.index(group(source)), source.grade or "C"
