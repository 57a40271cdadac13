"""What one key in the filter of 企业清单 costs with 15,740 firms, sorting and filling, too."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, Qt

from liantu import paths
from liantu.analysis.reading import Reading
from liantu.library import load
from liantu.model import Atlas
from liantu.telling.lists.column import Scope
from liantu.ui.app import make_app
from liantu.ui.lists.page import ListPage

FIRMS = 15_740
"""Ten times the enterprises that the city's registers name."""
TYPED = ("铝", "铝业", "有限", "有限公司", "x", "")


def crowded(atlas: Atlas) -> Atlas:
    """The shipped atlas with its enterprises repeated under other ids and names."""
    firms = list(atlas.enterprises.values())
    more = (
        replace(firms[at % len(firms)], id=f"f{at}", name=f"{firms[at % len(firms)].name}{at}")
        for at in range(FIRMS)
    )
    return replace(atlas, enterprises={firm.id: firm for firm in more})


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of ``act`` and of what it leaves to be painted."""
    start = time.perf_counter()
    act()
    QCoreApplication.processEvents()
    return (time.perf_counter() - start) * 1000


def main() -> None:
    """Print milliseconds: median and worst of the keys, then the rest."""
    app = make_app()
    page = ListPage("enterprises")
    page.resize(1400, 400)
    page.show()
    reading = Reading.of(crowded(load(paths.shipped_chains()).atlas))
    reading.chains_of_enterprise("f0")
    filled = timed(lambda: page.show_list(reading, Scope(city=True)))
    while page.model.fold_some():
        pass
    first = timed(lambda: page.filter.setText("铜"))
    keys = [timed(lambda w=word: page.filter.setText(w)) for word in TYPED]  # type: ignore[misc]
    order = Qt.SortOrder.DescendingOrder
    by_name = timed(lambda: page.table.sortByColumn(0, order))
    print(f"{page.model.rowCount()} firms: filled {filled:.0f} ms, first key {first:.0f} ms")
    print(f"a key: median {statistics.median(keys):.1f} ms, worst {max(keys):.1f} ms")
    print(f"sorted by name: {by_name:.0f} ms")
    page.close()
    app.quit()


if __name__ == "__main__":
    main()
