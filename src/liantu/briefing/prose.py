"""Words of the screen and of the data as official Chinese prose writes them."""

from __future__ import annotations

import re

from liantu.telling.dates import spoken
from liantu.wording import text

_CHINESE = "[\u3001-\u301b\u4e00-\u9fff\uff01-\uff5e]"
_GAP = re.compile(rf"(?<={_CHINESE}) (?=[\d≥−])|(?<=[\d%]) (?={_CHINESE})|(?<=≥) (?=\d)")
_ISO_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?(?![\d-])")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)-((?:19|20)\d\d)(?!\d)")
_LEADING_YEAR = re.compile(r"(^|[；，约])((?:19|20)\d\d)(?![\d年至/.-])")


def tight(words: str) -> str:
    """Without the spaces that a screen sets between Chinese and numbers (GB/T 9704 has none)."""
    return _GAP.sub("", words)


def spoken_dates(words: str) -> str:
    """Free text of the data with its ISO dates spoken; other numbers stay as they are."""
    words = _ISO_DATE.sub(lambda hit: spoken(hit[0]), words)
    words = _YEARS.sub(lambda hit: text("brief.date.years", first=hit[1], last=hit[2]), words)
    return _LEADING_YEAR.sub(lambda hit: hit[1] + spoken(hit[2]), words)
