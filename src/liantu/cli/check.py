"""``check``: every problem of a data folder, and how far its facts can be trusted."""

from __future__ import annotations

import argparse
from dataclasses import replace

from liantu import paths
from liantu.cli import health
from liantu.cli.usage import data_code, emit
from liantu.issues import Severity, folded
from liantu.library import load
from liantu.library.messages import as_json, format_issue, format_root
from liantu.library.size import counts
from liantu.telling.lists.templates import late_issues
from liantu.wording import text


def run(arguments: argparse.Namespace) -> int:
    """Report the problems and the size of the folder."""
    loaded = load(arguments.folder or paths.shipped_chains())
    loaded = replace(loaded, issues=(*loaded.issues, *late_issues(loaded.atlas)))
    if arguments.json:
        problems = [as_json(i) for i in loaded.issues]
        emit({"issues": problems, "counts": counts(loaded), "health": health.as_json(loaded)})
        return data_code(loaded)
    for root in folded(loaded.issues):
        if arguments.all:
            print("\n".join(format_issue(issue) for issue in (root.issue, *root.follows)))
        elif root.issue.severity is not Severity.INFO:
            print(format_root(root))
    print(text("cli.check.counts", **counts(loaded)))
    if loaded.count(Severity.INFO) and not arguments.all:
        print(text("cli.check.more", info=loaded.count(Severity.INFO)))
    for line in health.lines(loaded, every=arguments.all):
        print(line)
    return data_code(loaded)
