"""Every sentence that the code asks for exists, and every sentence is asked for."""

from __future__ import annotations

import re
from pathlib import Path

from liantu import wording

SOURCE = Path(wording.__file__).parent
CODE = re.compile(
    r'["\']((?:ui|library|diagram|render|cli|entry|system|why|switches|brief|class)\.[a-z_.0-9]+)["\']'
)
PATTERN = re.compile(
    r'f"((?:ui|library|diagram|render|cli|entry|system|why|switches|brief|class)\.[^"]*\{[^"]*)"'
)
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


def test_no_user_facing_chinese_in_code() -> None:
    quoted = re.compile(r'f?"[^"\n]*[\u4e00-\u9fff][^"\n]*"')
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        body = re.sub(r'"""(?:.|\n)*?"""', "", path.read_text(encoding="utf-8"))
        found += [(path.name, hit) for hit in quoted.findall(body)]
    allowed = ("产能", "环节")
    assert [f for f in found if any(w in f[1] for w in allowed)] == []
