"""What a planner says that links cost, from a small file: lines ``id: 12.5`` or ``id,12.5``, or one
JSON object; in 亿元.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from liantu import files
from liantu.cli.usage import UsageError, known_product
from liantu.model import Atlas

MOST = 1 << 20
"""Bytes of such a file."""
_LINE = re.compile(
    r"""\s*["']?(?P<id>[^\s:,，"']+)["']?\s*[:,，\t]\s*(?P<amount>[^\s#]+)\s*(\#.*)?"""
)


def read_costs(atlas: Atlas, path: Path) -> dict[str, float]:
    """Cost by product; raises :class:`UsageError` for a line that says something else."""
    try:
        words = files.read(path, MOST).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise UsageError("cli.plan.cost.missing", path=path) from error
    except UnicodeDecodeError as error:
        raise UsageError("cli.plan.cost.line", path=path, line="—") from error
    return {known_product(atlas, key): cost for key, cost in _pairs(path, words)}


def _pairs(path: Path, words: str) -> Iterator[tuple[str, float]]:
    if words.lstrip().startswith("{"):
        yield from _json(path, words)
        return
    for line in words.splitlines():
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _LINE.fullmatch(line)
        try:
            yield (found["id"], float(found["amount"])) if found else _refuse(path, line)
        except ValueError:
            _refuse(path, line)


def _json(path: Path, words: str) -> Iterator[tuple[str, float]]:
    try:
        told = json.loads(words)
    except (ValueError, RecursionError):
        _refuse(path, words)
    for key, value in told.items():
        if isinstance(value, bool) or not isinstance(value, int | float):
            _refuse(path, f"{key}: {value}")
        yield key, float(value)


def _refuse(path: Path, line: str) -> tuple[str, float]:
    raise UsageError("cli.plan.cost.line", path=path, line=line.strip()[:40])
