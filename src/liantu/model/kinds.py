"""The kinds of things that an atlas holds by id, as one table: reading, checks and edits follow it.

A new kind of record is told in ``records`` alone: its class, its mapping and its row.
"""

from __future__ import annotations

from liantu.model.chain import Chain
from liantu.model.kind import Kind
from liantu.model.nouns import Enterprise, Product
from liantu.model.records import RECORDS

KINDS = (
    Kind("chain", "chains", Chain),
    Kind("product", "products", Product),
    Kind("enterprise", "enterprises", Enterprise),
    *RECORDS,
)
