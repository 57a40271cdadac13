"""How far a project has come: one of the words, or the text of an older file, kept and told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from liantu.issues import Severity
from liantu.library.parsing.context import Context
from liantu.library.parsing.convert import BAD, ChoiceValue, TextValue, is_blank
from liantu.library.parsing.record import Elsewhere
from liantu.library.parsing.tree import Node
from liantu.wording import text

_OLD = TextValue(200)
"""What the key held before there were words for it."""


@dataclass(frozen=True, slots=True)
class StateValue(ChoiceValue):
    """One of the words; any other text is taken as ``state_text``, with a note at its place."""

    def __call__(self, node: Node, context: Context) -> Any:
        """The word, the text for another field, or ``BAD`` after reporting."""
        value = _OLD(node, context)
        if value is BAD or is_blank(value):
            return value
        for known in self.kind:
            if known == value:
                return known
        self._note(value, node, context)
        return Elsewhere("state_text", value)

    def _note(self, value: str, node: Node, context: Context) -> None:
        words = "、".join(f"{known} {text(f'ui.project.state.{known}')}" for known in self.kind)
        context.report(
            "library.state_text",
            node.line,
            node.column,
            severity=Severity.INFO,
            value=value[:40],
            words=words,
        )

    def schema(self) -> dict[str, Any]:
        """The words for editors to offer, beside any text."""
        return {"anyOf": [{"enum": list(self.kind)}, _OLD.schema()]}
