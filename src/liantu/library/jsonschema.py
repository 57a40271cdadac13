"""The file format as JSON Schema (draft 2020-12), for editors that complete and check YAML."""

from __future__ import annotations

import json
from typing import Any

from liantu.library.fields.format import FILE


def file_schema() -> dict[str, Any]:
    """The schema of one data file."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "liantu data file, format 1",
    }
    return head | FILE.schema()


def text() -> str:
    """The schema as it stands in ``resources/schema/data.schema.json``."""
    return json.dumps(file_schema(), ensure_ascii=False, indent=1) + "\n"
