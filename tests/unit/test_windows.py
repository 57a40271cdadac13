"""What Windows does otherwise: names, open files, code pages, folders without the right to write.

Nothing here is skipped elsewhere but what only Windows can show.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from liantu import files


def test_a_folder_that_may_not_be_written_to_says_so_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Python's tempfile takes it for a name that is taken, and tries others for hours."""
    tried: list[object] = []

    def refuse(path: object, *_args: object, **_more: object) -> int:
        tried.append(path)
        assert len(tried) < 9, "it goes on trying"
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(PermissionError):
        files.put(tmp_path / "a.txt", b"one")
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []
