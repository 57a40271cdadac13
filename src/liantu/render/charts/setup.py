"""matplotlib as this program uses it: the bundled font, nothing of the user's, the same bytes."""

from __future__ import annotations

import logging
import os
from functools import cache
from typing import Any

from liantu import paths
from liantu.render.faces import FACES, FAMILY, check_faces

SETTINGS: dict[Any, Any] = {
    "font.family": [FAMILY],
    "axes.unicode_minus": False,
    "text.parse_math": False,
    "text.usetex": False,
    "svg.fonttype": "none",
    "svg.hashsalt": "liantu",
    "text.hinting": "none",
    "path.simplify": False,
}


@cache
def matplotlib() -> Any:
    """The library with our settings. Raises :class:`ExportError` for a damaged font, or
    ``ImportError``.

    What it keeps of itself goes into our own folder; a ``matplotlibrc`` of the user is undone.
    """
    check_faces()
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # where it keeps its fonts is no news
    os.environ.setdefault("MPLCONFIGDIR", str(paths.cache_folder() / "matplotlib"))
    import matplotlib as library  # noqa: PLC0415  large; only charts need it
    from matplotlib import font_manager  # noqa: PLC0415

    library.rcdefaults()
    library.rcParams.update(SETTINGS)
    for face in FACES:
        font_manager.fontManager.addfont(str(paths.resource("fonts", face)))
    return library
