"""Amounts, points, budgets and names of projects, as every sentence of a portfolio says them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from liantu.analysis.portfolio.effects import Kind
from liantu.analysis.portfolio.nouns import Problem, Resource
from liantu.analysis.portfolio.units import unit
from liantu.model import Atlas
from liantu.telling import figures
from liantu.wording import text

NAMED = 3
"""Projects that a sentence names before it only counts."""
DIGITS = 4


def resource(one: Resource) -> str:
    """土地, 资金, 能耗, 环境容量."""
    return text(f"portfolio.resource.{one}")


def figure(one: Resource) -> str:
    """用地面积, 投资额, 能耗, 排放量: what is asked for."""
    return text(f"portfolio.figure.{one}")


def amount(of: Resource, value: float) -> str:
    """``3.2 亿元``, ``316 万元``."""
    return figures.amount(value, unit(of), DIGITS)


def points(value: float) -> str:
    """Points to a tenth: more would say more than is known."""
    return text("portfolio.points", number=figures.number(round(value, 1)))


def budgets(found: Mapping[Resource, float]) -> str:
    """``土地 500 亩、资金 100 亿元``, in the order of the resources."""
    told = [f"{resource(r)} {amount(r, found[r])}" for r in Resource if r in found]
    return "、".join(told)


def resources(found: Iterable[Resource]) -> str:
    """Their names, in the order of the resources."""
    asked = set(found)
    return "、".join(resource(r) for r in Resource if r in asked)


def name(atlas: Atlas, project: str) -> str:
    """What a project is called; its id where the atlas has no such one."""
    found = atlas.projects.get(project)
    return found.name if found else project


def names(atlas: Atlas, ids: Iterable[str], most: int = NAMED) -> str:
    """``“甲”、“乙”等 5 个项目``."""
    found = list(ids)
    told = "、".join(text("portfolio.name", name=name(atlas, one)) for one in found[:most])
    if len(found) <= most:
        return told
    return text("portfolio.names.more", names=told, count=len(found))


def goal_parts(goal: str) -> tuple[Kind, str]:
    """Kind and product of the id of a goal."""
    kind, _, product = goal.partition(":")
    return Kind(kind), product


def gain(atlas: Atlas, goal: str, *, doubtful: bool) -> str:
    """``补上盾构刀具疑似缺口``."""
    kind, product = goal_parts(goal)
    doubt = text("portfolio.doubt") if doubtful else ""
    return text(f"portfolio.gain.{kind}", product=atlas.products[product].name, doubt=doubt)


def reached(problem: Problem, chosen: Iterable[str]) -> list[str]:
    """The goals that a choice reaches; a gap that is closed is not told as narrowed too."""
    found = problem.reached(tuple(chosen))
    closed = {product for kind, product in map(goal_parts, found) if kind is Kind.CLOSED}
    parts = ((goal, *goal_parts(goal)) for goal in found)
    return [goal for goal, kind, p in parts if kind is not Kind.NARROWED or p not in closed]


def counted(problem: Problem, chosen: Iterable[str]) -> str:
    """``补上 4 个缺口、增粗 1 个细链``."""
    kinds = [goal_parts(goal)[0] for goal in reached(problem, chosen)]
    told = [(kind, kinds.count(kind)) for kind in Kind if kind in kinds]
    parts = [text(f"portfolio.gains.{kind}", count=count) for kind, count in told]
    return "、".join(parts) or text("portfolio.gains.none")
