"""A small folder with projects of every kind: late, stuck, silent, done, told of only later."""

from __future__ import annotations

from functools import cache

from liantu.analysis.reading import Reading
from liantu.library.reader import load_files
from liantu.model.scenario import Scenario
from tests.helpers import folders

PROJECTS = """\
format: 1
projects:
  P1:
    name: 苯酚装置
    status: building
    state: building
    kind: 补链
    chain: resin
    county: 东县
    enterprise: plant
    department: 甲局
    phases:
      - {status: building, product: phenol, amount: 30, unit: 万吨/年}
    start: 2021-06
    due: 2022-11-30
    investment: {text: 10亿元, amount: 10, unit: 亿元}
    invested: {text: 4亿元, amount: 4, unit: 亿元}
    progress: 主体完工
    progress_at: 2022-12-10
    problem: 用能指标没有落实
    as_of: 2022-12-10
  P2:
    name: 双酚A二期
    status: planned
    state: signed
    kind: 延链（二期）
    chain: resin
    county: 西县
    phases:
      - {status: planned, product: bpa, amount: 20, unit: 万吨/年}
    start: 2022-03
    due: 2024
    investment: {text: 超5000万元, amount: 5000, unit: 万元}
    invested: {text: 500万元, amount: 500, unit: 万元}
    as_of: 2022-10
  P3:
    name: 老车间改造
    status: building
    state: building
    kind: 技改
    chain: resin
    due: 2021-12
    as_of: 2020
  P4: {name: 建成的, status: operating, state: done, kind: 补链, chain: resin, as_of: 2022}
  P5: {name: 后来的, status: building, state: building, kind: 补链, chain: resin, as_of: 2023-05}
  P6: {name: 停下的, status: building, state: stalled, kind: 强链, chain: resin, as_of: 2022-09}
  P7: {name: 说不清的, status: unknown, state: unknown, chain: resin}
  P8: {name: 放弃的, status: stopped, state: ended, chain: resin, as_of: 2022}
"""
LOG = """\
format: 1
findings:
  W1:
    text: 缺用能指标
    status: doing
    project: P1
    department: 甲局
    raised: 2022-12-01
    due: 2022-12-20
meetings:
  M1:
    name: 苯酚装置会商
    date: 2022-11-02
    kind: project
    status: done
    project: P1
    department: 甲局
    done: 2022-11-20
    result: 已协调
visits:
  V1: {date: 2022-12-05, kind: inspection, office: 市府督查室, projects: [P1], text: 现场查看}
  V2: {date: 2023-02-05, kind: inspection, office: 市府督查室, projects: [P1], text: 后来的}
"""
FILES: dict[str, str | bytes] = {"projects.yaml": PROJECTS, "log.yaml": LOG}
DAY = "2022-12-31"


@cache
def projects_at(date: str = DAY) -> Reading:
    """The small folder with them at a date."""
    content = {**folders.GOOD, **FILES}
    encoded = {k: v if isinstance(v, bytes) else v.encode() for k, v in content.items()}
    return Reading.of(load_files(encoded).atlas, Scenario(date=date))
