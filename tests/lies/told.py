"""The lies: what stands in the program, what is put in its place, and which tests must fail.

A lie is found by its text, wherever that stands below ``src``; a text that is gone, or stands
twice without ``every``, stops the run, so that no lie silently stops being told.
"""

from __future__ import annotations

from dataclasses import dataclass

ANALYSIS = "tests/unit/analysis tests/property"
WORDS = "tests/unit/telling"
WINDOW = "tests/unit/ui"
GOLDEN = "tests/golden"
PAPER = "tests/unit/briefing/test_values.py"


@dataclass(frozen=True)
class Lie:
    """``old`` becomes ``new`` in the one place where it stands, or in ``every`` one."""

    name: str
    old: str
    new: str
    tests: str
    every: bool = False


LIES = (
    # analysis
    Lie("the day of the end still runs", "day < capacity.until", "day <= capacity.until", ANALYSIS),
    Lie(
        "a sole maker is weak though a by-product stands beside",
        "sole = len(makers) == 1 and not situation.by_product_of(product.id)",
        "sole = len(makers) == 1",
        ANALYSIS,
    ),
    Lie("the gap counts as exposed", "return len(seen) - 1", "return len(seen)", ANALYSIS),
    Lie("the gap counts as unlocked", "return len(gained) - 1", "return len(gained)", ANALYSIS),
    Lie(
        "what uses itself is no end product",
        "any(c in inside and c != p.id for c in",
        "any(c in inside for c in",
        ANALYSIS,
    ),
    Lie("nothing left is something left", "surplus <= 0", "surplus < 0", ANALYSIS),
    Lie(
        "a firm deals with itself",
        "if supplier != customer and pair not in known:",
        "if pair not in known:",
        ANALYSIS,
    ),
    Lie(
        "a supply that just covers is thin",
        "self.supply < threshold * self.need",
        "self.supply <= threshold * self.need",
        ANALYSIS,
    ),
    Lie("what comes back is not set off", "max(need - returns, 0.0)", "max(need, 0.0)", ANALYSIS),
    Lie("a month ends on its first day", '7: "-31"', '7: "-01"', ANALYSIS),
    Lie(
        "a contested capacity runs",
        "if capacity.contested or capacity.status not in counting:",
        "if capacity.status not in counting:",
        ANALYSIS,
    ),
    Lie(
        "readiness of the worst route",
        "max(shares, default=None)",
        "min(shares, default=None)",
        ANALYSIS,
    ),
    Lie(
        "a gap of two chains is none",
        "len(atlas.chains_of.get(product, ())) >= least",
        "len(atlas.chains_of.get(product, ())) > least",
        ANALYSIS,
    ),
    Lie(
        "gained and lost are turned round",
        "gained, lost = new.local and not old.local, old.local and not new.local",
        "lost, gained = new.local and not old.local, old.local and not new.local",
        ANALYSIS,
    ),
    Lie(
        "a silent row casts doubt on a known one",
        "len(silent.keys() - known.keys())",
        "len(silent.keys())",
        ANALYSIS,
    ),
    # telling
    Lie(
        "stale one year later",
        "int(year) < atlas.library.stale_before",
        "int(year) <= atlas.library.stale_before",
        f"{WORDS} {GOLDEN}",
        every=True,
    ),
    Lie("numbers lose digits", "digits: int = 6", "digits: int = 2", f"{WORDS} {GOLDEN}"),
    Lie(
        "a lower bound without ≥ in the list of products",
        'f"≥ {number(amount.known)}" if amount.unknown_makers else number(amount.known)',
        "number(amount.known)",
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "a lower bound without ≥ in sums",
        'f"≥ {figures.number(known)}" if unknown else figures.number(known)',
        "figures.number(known)",
        f"{WORDS} {GOLDEN}",
        every=True,
    ),
    Lie(
        "a lower bound without ≥ on cards",
        'least = "≥" if amount.unknown_makers else ""',
        'least = ""',
        GOLDEN,
    ),
    Lie(
        "a lower bound without ≥ in lacks",
        'least = "≥ " if balance.need_unknown else ""',
        'least = ""',
        GOLDEN,
    ),
    Lie(
        "trust does not fall with doubt",
        "MOST_TRUST - estimated - doubtful",
        "MOST_TRUST - estimated",
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "a lack is spare",
        "if balance.surplus >= 0 else",
        "if balance.surplus <= 0 else",
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "a contested capacity is one that does not run yet",
        'if item.contested:\n        return "why.contested"',
        'if item.contested and not item.amount:\n        return "why.contested"',
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "the inspector does not mark what is contested",
        'text("ui.contested") if item.contested else "",',
        "",
        f"{WORDS} {GOLDEN}",
    ),
    Lie(
        "the tip of a card calls what is contested running",
        '    if capacity.contested:\n        return text("diagram.contested")\n',
        "",
        GOLDEN,
    ),
    # lists
    Lie(
        "the score is doubled in the spreadsheet",
        "scope.named(verdict.fed_by),\n                            round(score.total, 1),",
        "scope.named(verdict.fed_by),\n                            round(2 * score.total, 1),",
        GOLDEN,
    ),
    Lie(
        "need is supply in the spreadsheet",
        "_known(found.need, found.need_unknown),",
        "_known(found.supply, found.supply_unknown),",
        GOLDEN,
    ),
    Lie(
        "need is supply in the window",
        "lambda r: _sum(r.balance.need, r.balance.need_unknown),",
        "lambda r: _sum(r.balance.supply, r.balance.supply_unknown),",
        GOLDEN,
    ),
    Lie(
        "the chance of a gap is turned round in the spreadsheet",
        "round(chances[score.product], 3)",
        "round(1 - chances[score.product], 3)",
        GOLDEN,
    ),
    Lie(
        "a contested capacity is made, in the list of enterprises",
        "if c.product in shown and not c.contested]",
        "if c.product in shown]",
        f"{WINDOW} {GOLDEN}",
    ),
    Lie(
        "even is a strength",
        "(spare is not None and spare > 0)",
        "(spare is not None and spare >= 0)",
        PAPER,
    ),
    Lie(
        "firms and products of a county are mixed up",
        "rows.append([county, len(inside), len(made), chains",
        "rows.append([county, len(made), len(inside), chains",
        GOLDEN,
    ),
    # briefing
    Lie(
        "a contested capacity is made, on paper",
        "if product is None or item.contested or (",
        "if product is None or (",
        f"{PAPER} {GOLDEN}",
    ),
    Lie(
        "what has ended is printed as running",
        "        if ran and not now and item.until:\n            continue\n",
        "",
        f"{PAPER} {GOLDEN}",
    ),
    Lie(
        "what begins later is printed as running",
        'text("brief.later") if ran and not now else',
        'text("brief.later") if False else',
        f"{PAPER} {GOLDEN}",
    ),
    Lie(
        "the weakest link is asked about last",
        "weak.sort(key=lambda p: -len(diagnosis.verdicts[p].stops))",
        "weak.sort(key=lambda p: len(diagnosis.verdicts[p].stops))",
        GOLDEN,
    ),
    Lie(
        "the summary forgets 短 downwards",
        '"short": found["short_up"] + found["short_down"],',
        '"short": found["short_up"],',
        GOLDEN,
    ),
    Lie(
        "what is left out of a table is not said",
        "_more(len(hits) - len(rows))",
        "_more(0)",
        GOLDEN,
    ),
    Lie(
        "those who make least are met first",
        "return key not in chain.leads, -count,",
        "return key not in chain.leads, count,",
        GOLDEN,
    ),
    Lie(
        "what was lost is told as gained",
        '"gained", [c.product for c in found if c.gained]',
        '"gained", [c.product for c in found if c.lost]',
        f"{PAPER} {GOLDEN}",
    ),
)
