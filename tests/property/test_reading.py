"""Reading never raises, whatever stands in the file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from liantu.library.messages import format_issue
from liantu.library.parsing.context import Context
from liantu.library.parts import read_bytes
from tests.helpers.folders import CHAIN


def check(data: bytes) -> None:
    context = Context("f.yaml")
    read_bytes(data, context)
    assert all(format_issue(issue) for issue in context.issues)


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes) -> None:
    check(data)


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@given(st.integers(0, len(CHAIN)), st.text(max_size=6), st.integers(0, 12))
def test_any_slip_of_the_pen(at: int, insert: str, cut: int) -> None:
    check((CHAIN[:at] + insert + CHAIN[at + cut :]).encode("utf-8", "surrogatepass"))
