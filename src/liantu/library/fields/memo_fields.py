"""The declared fields of notes for a meeting."""

from __future__ import annotations

from liantu.library.parsing.convert import ChoiceValue, DateValue, IdValue, TextValue
from liantu.library.parsing.record import Field, Record
from liantu.model.memos import Memo, MemoState

MEMO = Record(
    "memo",
    Memo,
    (
        Field("text", TextValue(4000), True),
        Field("state", ChoiceValue(MemoState), True),
        Field("product", IdValue("product")),
        Field("enterprise", IdValue("enterprise")),
        Field("chain", IdValue("chain")),
        Field("date", DateValue()),
        Field("office", TextValue(200)),
        Field("result", TextValue(4000)),
    ),
)
