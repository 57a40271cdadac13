"""What may be given to commands that draw, write for an office, import, or begin a city."""

from __future__ import annotations

from pathlib import Path

from liantu.briefing.pictures import NAMES
from liantu.cli import brief, ranges
from liantu.cli.parsing import Parser
from liantu.diagram.lenses import DIAGNOSIS, LENSES
from liantu.diagram.page import PAPERS
from liantu.library.importing.targets import targets
from liantu.model.focus import AUTO, SEGMENTS, TILES, TREE, WHOLE
from liantu.wording import text


def import_(parser: Parser) -> None:
    """Of ``import``."""
    parser.add_argument("file", type=Path, metavar="FILE", help=text("cli.import.file"))
    parser.add_argument("--folder", type=Path, metavar="DIR", help=text("cli.import.folder"))
    parser.add_argument(
        "--as", dest="kind", default="", metavar="KIND", help=text("cli.import.as", kinds=_kinds())
    )
    parser.add_argument("--sheet", default="", metavar="NAME", help=text("cli.import.sheet.help"))
    parser.add_argument(
        "--map", action="append", default=[], metavar="W", help=text("cli.import.map")
    )
    for name in ("title", "publisher", "date"):
        parser.add_argument(
            f"--source-{name}", default="", metavar="W", help=text(f"cli.import.source.{name}")
        )
    for name in ("dry_run", "skip_bad", "no_update", "keep"):
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, action="store_true", help=text(f"cli.import.{name}"))


def template(parser: Parser) -> None:
    """Of ``template``."""
    parser.add_argument("kind", metavar="KIND", help=text("cli.import.as", kinds=_kinds()))
    parser.add_argument("--folder", type=Path, metavar="DIR", help=text("cli.folder"))
    parser.add_argument("--out", required=True, type=Path, metavar="F", help=text("cli.paper.out"))
    parser.add_argument("--full", action="store_true", help=text("cli.template.full"))


def _kinds() -> str:
    return "\uff0c".join(f"{one.plural} {one.name}" for one in targets().values())


def picture(parser: Parser) -> None:
    """How much a map shows, and which picture of it."""
    parser.add_argument(
        "--view", default=SEGMENTS, choices=(SEGMENTS, TREE), help=text("cli.draw.view")
    )
    parser.add_argument(
        "--detail", default=AUTO, choices=(TILES, AUTO, WHOLE), help=text("cli.draw.detail")
    )


def draw(parser: Parser) -> None:
    """Of ``draw``."""
    parser.add_argument("--firm", default="", metavar="ID", help=text("cli.draw.firm"))
    lenses = "，".join(f"{lens.id} {lens.name}" for lens in LENSES.values())
    parser.add_argument("--chain", default="", metavar="ID", help=text("cli.chain"))
    parser.add_argument("--section", default="", metavar="ID", help=text("cli.section"))
    parser.add_argument("--picture", default="", choices=NAMES, help=text("cli.draw.picture"))
    parser.add_argument("--no-lines", action="store_true", help=text("cli.draw.no_lines"))
    parser.add_argument("--out", required=True, type=Path, metavar="F", help=text("cli.draw.out"))
    parser.add_argument("--paper", default="A3", choices=PAPERS, help=text("cli.draw.paper"))
    parser.add_argument(
        "--lens", default=DIAGNOSIS.id, choices=LENSES, help=text("cli.draw.lens", lenses=lenses)
    )
    parser.add_argument("--against", default="", metavar="A", help=text("cli.draw.against"))
    for name in ("stop", "product", "outside"):
        parser.add_argument(
            f"--{name}", action="append", default=[], metavar="W", help=text(f"cli.draw.{name}")
        )
    parser.add_argument(
        "--step", type=ranges.whole("step"), metavar="N", help=text("cli.draw.step.until")
    )
    parser.add_argument("--dpi", type=ranges.whole("dpi"), metavar="N", help=text("cli.draw.dpi"))
    parser.add_argument(
        "--background", default="white", choices=("white", "none"), help=text("cli.draw.background")
    )
    picture(parser)
    parser.add_argument("--every", action="store_true", help=text("cli.draw.every"))
    parser.add_argument("--trunk", action="store_true", help=text("cli.draw.trunk"))
    parser.add_argument("--fold", default="", metavar="PRODUCT", help=text("cli.draw.fold"))
    parser.add_argument("--box", default="", metavar="NAME", help=text("cli.draw.box"))
    parser.add_argument("--select", default="", metavar="PRODUCT", help=text("cli.draw.select"))
    parser.add_argument("--county", default="", metavar="NAME", help=text("cli.draw.county"))
    parser.add_argument(
        "--window", type=ranges.window, metavar="X,Y,W,H", help=text("cli.draw.window")
    )


def office(parser: Parser) -> None:
    """Of ``brief``: style and letter head."""
    parser.add_argument("--style", default="plain", choices=brief.STYLES, help=text("cli.style"))
    parser.add_argument("--mark", action="store_true", help=text("cli.mark"))
    parser.add_argument("--fold", action="store_true", help=text("cli.fold"))
    parser.add_argument(
        "--since", default="", type=ranges.date, metavar="D", help=text("cli.since")
    )
    parser.add_argument("--visit", action="store_true", help=text("cli.visit"))
    for name in ("issuer", "addressee", "number"):
        parser.add_argument(f"--{name}", default="", metavar="W", help=text(f"cli.letter.{name}"))
    parser.add_argument(
        "--signed", default="", type=ranges.date, metavar="D", help=text("cli.letter.signed")
    )
    parser.add_argument(
        "--attachment", action="append", default=[], metavar="W", help=text("cli.letter.attachment")
    )


def new(parser: Parser) -> None:
    """Of ``new``."""
    parser.add_argument("--region", required=True, metavar="W", help=text("cli.new.region"))
    parser.add_argument("--like", default="", metavar="W", help=text("cli.new.like"))
    for name, must in (("counties", True), ("chains", False)):
        parser.add_argument(
            f"--{name}",
            action="append",
            default=[],
            required=must,
            metavar="W",
            help=text(f"cli.new.{name}"),
        )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help=text("cli.new.out"))
    parser.add_argument(
        "--date", default="", type=ranges.date, metavar="D", help=text("cli.new.date")
    )
