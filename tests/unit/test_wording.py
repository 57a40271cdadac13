"""Every sentence that the code asks for exists, and every sentence is asked for."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from liantu import wording
from liantu.model.records import RECORDS

SOURCE = Path(wording.__file__).parent
AREAS = "|".join(sorted({code.partition(".")[0] for code in wording.table()}))
CODE = re.compile(rf'["\']((?:{AREAS})\.[a-z_.0-9]+)["\']')
PATTERN = re.compile(rf'f"((?:{AREAS})\.[^"]*\{{[^"]*)"')
RECOGNISED = {
    "产业链",
    *("亿元", "万元", "元", "亩"),
    *("全市", "未注明", "鼓励", "限制", "淘汰"),
    "(股份有限公司|有限责任公司|集团有限公司|有限公司|\\(集团\\)|（集团）)$",
    "^(山东省?|聊城市?)(?=.{2})",
    "(有限责任公司|股份有限公司|有限公司|股份公司|公司)$",
    "(制造|生产|开采洗选|采选|采运|专业及辅助性活动)$",
    *(
        "开发区|高新区|度假区|经开区|新区|未注明",
        "本市|全市",
        "[市区县]$",
        "(集团|股份)$",
        "^鲁|山东",
    ),
    "龙头主产品",
    r"(^|[；，约])((?:19|20)\d\d)(?![\d年至/.-])",
    r"[≥≤≈×+-]?[A-Za-z0-9][A-Za-z0-9.,+\-%/×]*"
    r"(?: ?[万亿]?(?:[吨套件台辆只米升元个家种项年月日条]|立方米|平方米|千瓦时?|公里))?"
    r"|[（(][^（）()]{1,3}[）)]|.",
    *(r"[-~—–至到]\s*$", r"^\s*[年月日\d]*", r"((?:19|20)\d{2})(?:\s*[年./-]\s*(\d{1,2})(?!\d))?"),
    r"((?:19|20)\d{2})(?:\s*[年./-]?\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2})\s*日?|\s*月)?|\s*年底?)?",
    r"(\d{4})[年./-]?(?:(\d{1,2})[月./-]?(?:(\d{1,2})日?)?)?",
    "[\u3001-\u301b\u4e00-\u9fff\uff01-\uff5e]",
}
"""Read in the data, never said: ends of names, a unit, places, classes, years in free text, the
characters between which no space stands.
"""

FACES = {
    *("黑体", "宋体", "楷体", "仿宋", "微软雅黑", "小标宋", "方正小标宋简体"),
    *("方正小标宋_GBK", "楷体_GB2312", "仿宋_GB2312"),
}
"""Names of typefaces, as systems spell them."""

UNITS = {"万", "亿"}
CHINESE = RECOGNISED | FACES | UNITS
AREA_FILES = re.compile(r"\.(json|ya?ml)$")


def used() -> tuple[set[str], list[re.Pattern[str]]]:
    text = "\n".join(p.read_text(encoding="utf-8") for p in SOURCE.rglob("*.py"))
    patterns = [
        re.compile(re.sub(r"\\\{[^}]*\\?\}", "[a-z_0-9]+", re.escape(p)) + "$")
        for p in PATTERN.findall(text)
    ]
    return {c for c in CODE.findall(text) if not AREA_FILES.search(c)}, patterns


def test_every_code_used_has_a_sentence() -> None:
    codes, _ = used()
    prefixes = {c.rsplit(".", 1)[0] for c in wording.table()}
    unknown = {c for c in codes if c not in wording.table()}
    assert {c for c in unknown if c not in prefixes} == set()


def test_every_sentence_is_used() -> None:
    codes, patterns = used()
    idle = {
        code
        for code in wording.table()
        if code not in codes and not any(p.match(code) for p in patterns)
    }
    near = {c for c in idle if c.endswith("_near") and c.removesuffix("_near") in wording.table()}
    assert idle - near == set()


def test_what_goes_on_and_examples_are_told_in_one_way() -> None:
    told = wording.table()
    going = {code: words for code, words in told.items() if words.startswith("正在")}
    assert {c for c, words in going.items() if words.endswith("……")} == set()
    assert {c for c, words in told.items() if re.match("例如|如 ", words)} == set(), "如：…"


RECOGNISING = {
    "brief.signs.official",
    "library.import.head.counties",
    "library.import.head.county",
    "pinyin.place",
}
"""What others may have written."""


def test_counties_and_lenses_have_one_name() -> None:
    told = {code: words for code, words in wording.table().items() if code not in RECOGNISING}
    assert {c for c, words in told.items() if re.search("(?<!市)县区|区县|透镜", words)} == set()


def literals(path: Path) -> set[str]:
    """Every string of a module that has a Chinese character in it, without the docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if id(node) not in told and re.search("[\u3400-\u9fff]", node.value)
    }


def test_no_chinese_in_code_but_what_is_named_here() -> None:
    found = {one for path in SOURCE.rglob("*.py") for one in literals(path)}
    assert found - CHINESE == set(), "a sentence belongs to resources/wording"
    assert CHINESE - found == set(), "permitted, and not there any more"


def test_whatever_is_named_has_a_sentence_where_it_is_nowhere() -> None:
    named = {kind for one in RECORDS for kind in one.refers.values()}
    lacking = {k for k in named for end in ("", "_near") if text_lacks(f"library.unknown_{k}{end}")}
    assert lacking == set()


def text_lacks(code: str) -> bool:
    return code not in wording.table()
