"""Problems as text for the command line and the copy button."""

from __future__ import annotations

from typing import Any

from liantu import wording
from liantu.issues import Issue, Root


def format_root(root: Root) -> str:
    """A problem, and how many others only follow from it."""
    more = wording.text("library.follows", count=len(root.follows))
    return "\n".join([format_issue(root.issue), *([more] if root.follows else [])])


def format_issue(issue: Issue) -> str:
    """``file:line:column: 错误 sentence``, the offending line and a mark under the column."""
    severity = wording.text(f"library.severity.{issue.severity}")
    head = f"{issue.place}: {severity}: {wording.issue_text(issue)} [{issue.code}]"
    if not issue.excerpt.strip():
        return head
    number = f"{issue.place.line:>6} | "
    pad = " " * 7 + "| " + _under(issue.excerpt, issue.place.column) + "^"
    return f"{head}\n{number}{issue.excerpt}\n{pad}"


def _under(line: str, column: int) -> str:
    """Blanks as wide as the text before ``column`` (ideographs are two columns wide)."""
    before = line[: max(column - 1, 0)]
    return "".join("\u3000" if ord(c) > 0x2E7F else ("\t" if c == "\t" else " ") for c in before)


def as_json(issue: Issue) -> dict[str, Any]:
    """The stable form for ``check --json``."""
    return {
        "code": issue.code,
        "severity": str(issue.severity),
        "file": issue.place.file,
        "line": issue.place.line,
        "column": issue.place.column,
        "text": wording.issue_text(issue),
        "excerpt": issue.excerpt,
        "related": [str(place) for place in issue.related],
        "lost": [f"{kind}:{name}" for kind, name in issue.lost],
        "cause": str(issue.cause) if issue.cause else "",
    }
