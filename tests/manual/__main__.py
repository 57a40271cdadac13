"""``python -m tests.manual [part of a name]``: writes the table of verbs and the pictures of the
manual and of the README anew.

Look at ``git diff --stat`` and at the pictures afterwards.
"""

from __future__ import annotations

import os
import sys
import tempfile

from tests.manual import table


def main(wanted: str = "") -> None:
    """Write the table, and the pictures with ``wanted`` in their names (``table``: none)."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["LIANTU_CONFIG"] = tempfile.mkdtemp(prefix="liantu-manual-")
    table.PLACE.write_text(table.text(), encoding="utf-8")
    if wanted == "table":
        return
    from liantu.ui import app
    from liantu.ui.smoke.faults import Faults
    from liantu.ui.smoke.stage import Stage
    from tests.manual.scenes import README, SCENES
    from tests.manual.taking import PLACE, README_PLACE, open_window, small, take, wait

    made = app.make_app()
    window = open_window()
    stage = Stage(window, PLACE, Faults())
    wait(lambda: stage.window.desk is not None and stage.ready)
    for place, scenes in ((PLACE, SCENES), (README_PLACE, README)):
        for scene in scenes:
            if wanted in scene.name:
                (place / f"{scene.name}.png").write_bytes(small(take(stage, scene)))
    window.close_anyway()
    del made


if __name__ == "__main__":
    main(*sys.argv[1:])
