"""What a county answered, in the words of the preview."""

from __future__ import annotations

from liantu.library.replies.intake import Intake, Line, Maker
from liantu.model.verification import next_year
from liantu.numerals import plain
from liantu.wording import text


def told_of_firms(line: Line) -> str:
    """What becomes of the firms of a line: new ones, capacities added to known ones."""
    return "；".join(_maker(maker) for maker in line.makers)


def effect(line: Line) -> str:
    """What taking a line does; empty where it does nothing."""
    if line.same:
        return text("ui.survey.effect.same")
    if line.answer is None or any(trouble.stops for trouble in line.troubles):
        return ""
    until = next_year(line.key.date)
    told = text(f"ui.survey.effect.{line.answer}", until=until)
    return "；".join(filter(None, (told, told_of_firms(line))))


def _maker(maker: Maker) -> str:
    if maker.known:
        return text("ui.survey.maker.known", name=maker.name)
    code = "ui.survey.maker.old" if maker.id else "ui.survey.maker.new"
    return text(code, name=maker.name, amount=_amount(maker))


def _amount(maker: Maker) -> str:
    told = maker.capacity
    status = text(f"ui.status.{told.status}")
    if told.amount is None:
        words = text("ui.survey.maker.unknown", status=status)
    else:
        number = plain(told.amount)
        words = text("ui.survey.maker.amount", amount=number, unit=told.unit, status=status)
    since = told.since
    return text("ui.survey.maker.since", words=words, since=since) if since else words


def elsewhen(intake: Intake, day: str) -> str:
    """That the answers are about another day than is looked at, where they do not hold on it."""
    days = sorted({x.key.date for x in intake.answered})
    hidden = [asked for asked in days if not asked <= day < next_year(asked)]
    return text("ui.survey.elsewhen", asked=hidden[-1], day=day) if hidden else ""
