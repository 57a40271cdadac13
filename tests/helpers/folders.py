"""Small data folders for tests, written as a planner would write them."""

from __future__ import annotations

from pathlib import Path

LIBRARY = """\
format: 1
library:
  region: 试验市
  counties: [东县, 西县]
  edition: 2022-12
  stale_before: 2018
  chains: [resin]
  units:
    万吨/年: {base: t, factor: 10000}
"""

SOURCES = """\
format: 1
sources:
  daily:
    title: 试验日报
    date: 2022-12-01
"""

CHAIN = """\
format: 1
chain:
  id: resin
  name: 树脂产业链
  field: 化工
  leads: [plant]
  stages:
    - {id: up, name: 上游 原料}
    - {id: down, name: 下游 树脂}
  members:
    up: [phenol, acetone]
    down: [bpa]
products:
  phenol:
    name: 苯酚
    unit: 万吨/年
  acetone:
    name: 丙酮
    unit: 万吨/年
    raw: yes
  bpa:
    name: 双酚A
    aka: [BPA]
    unit: 万吨/年
    routes:
      condensation:
        name: 缩合
        inputs:
          phenol: {per_unit: 0.85, unit: t, basis: estimate}
          acetone: {per_unit: 0.265, unit: t, basis: source, source: [daily]}
"""

ENTERPRISES = """\
format: 1
enterprises:
  plant:
    name: 试验化工有限公司
    county: 东县
    chains: [resin]
    capacities:
      - {product: bpa, amount: 20, unit: 万吨/年, status: operating, since: 2022-10-26}
      - {product: phenol, status: planned}
    source: [daily]
"""

GOOD = {
    "library.yaml": LIBRARY,
    "sources.yaml": SOURCES,
    "01-resin.yaml": CHAIN,
    "enterprises.yaml": ENTERPRISES,
}


def write(folder: Path, files: dict[str, str | bytes] | None = None) -> Path:
    """Write the good folder with ``files`` over it."""
    content: dict[str, str | bytes] = {**GOOD, **(files or {})}
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in content.items():
        data = text if isinstance(text, bytes) else text.encode()
        (folder / name).write_bytes(data)
    return folder
