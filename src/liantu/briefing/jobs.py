"""先办三件事 on paper: what, why, how, who answers for it, and what is verified first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from liantu.briefing.blocks import Table
from liantu.briefing.case import Case
from liantu.telling.poster.model import Job
from liantu.wording import text

WIDTHS = (0.4, 1.6, 3.05, 3.05, 2.8)
"""The last has room for the line to be filled and the office beside it in the largest type."""
MARKS = "①②③④⑤⑥⑦⑧⑨"


def jobs_table(case: Case, caption: str, jobs: Sequence[Job], *, chains: bool = False) -> Table:
    """The jobs in full, once a paper: a job told before is named with its place there."""
    rows = [_row(case, at, job, chains=chains) for at, job in enumerate(jobs)]
    fresh = [job.product for job in jobs if job.product not in case.told]
    for at, job in enumerate(jobs):
        case.told.setdefault(job.product, text("brief.job.place", at=MARKS[at]))
    heads = ("rank", "job", "why", "action", "duty")
    return Table(
        caption,
        [text(f"brief.head.{head}") for head in heads],
        rows,
        WIDTHS,
        about=fresh,
        finds=True,
    )


def _row(case: Case, at: int, job: Job, *, chains: bool) -> list[str]:
    place = case.told.get(job.product)
    if place is not None:
        return [MARKS[at], job.title, text("brief.job.told", place=place), "", duty(job)]
    why = _of_chains(job) + job.why if chains else job.why
    return [MARKS[at], job.title, why, how(job), duty(job)]


def how(job: Job) -> str:
    """What to do, and what is to be verified first."""
    return job.action + (text("brief.job.verify", words=job.verify) if job.verify else "")


def _of_chains(job: Job) -> str:
    if len(job.chains) < 2:
        return ""
    return text("brief.job.chains", names="、".join(job.chains), count=len(job.chains))


def duty(job: Job) -> str:
    """A line to be filled, with the county whose office is suggested where one is known."""
    if not job.county:
        return text("brief.duty")
    return text("brief.duty.county", county=job.county)


def of_jobs(jobs: Iterable[Job]) -> list[str]:
    """Their products."""
    return [job.product for job in jobs]
