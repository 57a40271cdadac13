"""Why a line of YAML went wrong, told by what people type: full-width marks, tabs, bare signs."""

from __future__ import annotations

import re
from typing import Any

import yaml

from liantu.library.parsing.context import Context
from liantu.library.parsing.marks import Marks

Hint = tuple[str, dict[str, Any]]
MAX_DEPTH = 40

_WIDE_COLON = re.compile(r"^\s*(?:- )?[^\s:#'\"]+：")
_NO_SPACE = re.compile(r"^\s*(?:- )?[^\s:#'\"\[{]+:(?!//)[^\s:]")
_NO_COLON = re.compile(r"^\s*(?:- )?[a-z_][a-z0-9_]*(?:\s+[\[{].*|\s*)$")
_WIDE_DASH = re.compile(r"^\s*[－—–]\s*\S")
_SIGN = re.compile(r"(?:^\s*-|:)\s+([%@`*&!|>])\S")
_TAB = re.compile(r"^ *\t")
_CONFLICT = re.compile(r"^(<<<<<<< |>>>>>>> )")
_HTML = re.compile(r"\s*<(!doctype|html|\?xml)", re.IGNORECASE)
_SLIPS = (
    (_TAB, "library.tab"),
    (_WIDE_COLON, "library.wide_colon"),
    (_WIDE_DASH, "library.wide_dash"),
    (_SIGN, "library.quote_value"),
    (_NO_SPACE, "library.colon_space"),
    (_NO_COLON, "library.syntax_colon"),
)
"""What is wrong with a line that looks like this; the first that fits is told."""
_PROBLEMS = {
    "could not find expected ':'": "library.syntax_colon",
    "mapping values are not allowed in this context": "library.syntax_indent",
    "did not find expected key": "library.syntax_indent",
    "did not find expected '-' indicator": "library.syntax_dash",
    "found unexpected end of stream": "library.syntax_quote",
    "found unknown escape character": "library.syntax_escape",
}


def refused_outright(text: str, context: Context) -> bool:
    """Report files that are not YAML at all: web pages and files with merge conflicts."""
    if _HTML.match(text):
        context.report("library.html", 1, 1)
        return True
    for number, line in enumerate(context.lines, 1):
        if _CONFLICT.match(line):
            context.report("library.conflict", number, 1)
            return True
    return False


def explain(error: yaml.MarkedYAMLError, marks: Marks, context: Context) -> None:
    """Report a syntax error at the line and with the cause that a planner can act on."""
    mark = error.problem_mark or error.context_mark
    line, column = marks.spot(mark) if mark else (1, 1)
    for near in (line, *_before(line, context.lines)):
        found = _hint(context.lines[near - 1]) if near <= len(context.lines) else None
        if found is not None:
            context.report(found[0], near, 1, **found[1])
            return
    problem = error.problem or error.context or ""
    if "nesting depth" in problem:
        context.report("library.depth", line, column, limit=MAX_DEPTH)
        return
    opened = error.context_mark
    if "expected ',' or" in problem and opened is not None:
        context.report("library.syntax_bracket", *marks.spot(opened), near=line)
        return
    code = _PROBLEMS.get(problem, "library.syntax")
    params: dict[str, Any] = {"problem": problem} if code == "library.syntax" else {}
    context.report(code, line, column, **params)


def _before(line: int, lines: list[str]) -> list[int]:
    """The nearest earlier line with content: the parser often stumbles one line too late."""
    for near in range(min(line - 1, len(lines)), 0, -1):
        if lines[near - 1].strip():
            return [near]
    return []


def _hint(line: str) -> Hint | None:
    for slip, code in _SLIPS:
        if found := slip.search(line):
            return code, {"sign": found[1]} if slip is _SIGN else {}
    return None


def why_not(value: str, wanted: str) -> str:
    """The code for a text that stands where a mapping or list (``wanted``) should be."""
    if value[:1] in "［【":
        return "library.wide_brackets"
    if _WIDE_DASH.match(value):
        return "library.wide_dash"
    if "：" in value:
        return "library.wide_colon"
    if _NO_SPACE.match(value):
        return "library.colon_space"
    return f"library.want_{wanted}"


def key_trouble(key: str) -> str:
    """The code for an unknown key that holds a blank or an invisible character, or empty text."""
    if any(c in "\u200b\u200c\u200d\ufeff\u00ad\u2060" for c in key):
        return "library.key_invisible"
    if key != key.strip() or "\u3000" in key:
        return "library.key_blank"
    return "library.wide_colon" if "：" in key else ""
