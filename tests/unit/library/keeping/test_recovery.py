"""Work that was not saved is found again, if there is any; what is damaged stops nobody."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from liantu import __version__
from liantu.library import difference, keeping, reader
from liantu.library.keeping import bundle, places, recovery
from tests.helpers.kills import Stage


def kept(stage: Stage) -> list[Path]:
    return sorted(places.recovery(stage.state, stage.folder).glob("*"))


def test_what_was_kept_is_found_and_reads_as_what_was_meant(stage: Stage) -> None:
    assert recovery.found(stage.state, stage.base) is None
    stage.autosave()
    found = recovery.found(stage.state, stage.base)
    assert found is not None
    assert (found.told, found.version, found.unfinished) == ("五处修改", __version__, False)
    assert dict(found.files) == stage.new
    assert found.made_from == stage.base.hashes
    assert found.matches(stage.base)
    assert difference.same(reader.load_files(found.over(stage.base)).atlas, stage.after)
    assert keeping.Base.read(stage.folder).files == stage.base.files, "nothing is written there"


def test_what_the_folder_already_holds_is_nothing_to_recover(stage: Stage) -> None:
    stage.autosave()
    for name, data in stage.new.items():
        (stage.folder / name).write_bytes(data)
    assert recovery.found(stage.state, keeping.Base.read(stage.folder)) is None


def test_a_folder_that_others_changed_meanwhile_does_not_match(stage: Stage) -> None:
    stage.autosave()
    (stage.folder / "library.yaml").write_bytes(b"format: 1\n")
    disk = keeping.Base.read(stage.folder)
    found = recovery.found(stage.state, disk)
    assert found is not None
    assert not found.matches(disk)
    assert found.over(disk)["library.yaml"] == b"format: 1\n", "theirs stays"


def test_a_file_that_became_empty_or_is_new_does_not_match(stage: Stage) -> None:
    stage.autosave()
    found = recovery.found(stage.state, stage.base)
    assert found is not None
    for name in ("library.yaml", "neu.yaml"):
        other = keeping.Base(stage.folder, {**stage.base.files, name: b""})
        assert not found.matches(other)


def test_the_last_three_stay_and_the_newest_is_found(stage: Stage) -> None:
    for count in range(6):
        recovery.keep(stage.state, stage.base, {"library.yaml": b"%d" % count}, str(count))
    assert len(kept(stage)) == recovery.KEPT
    found = recovery.found(stage.state, stage.base)
    assert found is not None
    assert (found.told, found.files["library.yaml"]) == ("5", b"5")


def test_a_saving_forgets_what_is_older_and_keeps_what_came_after(stage: Stage) -> None:
    stage.autosave()
    journal = recovery.begin(stage.state, stage.base, stage.new)
    recovery.keep(stage.state, stage.base, {"library.yaml": b"later"}, "later")
    recovery.finish(journal)
    (left,) = kept(stage)
    found = recovery.found(stage.state, stage.base)
    assert found is not None
    assert (found.path, found.told) == (left, "later")


def opened(stage: Stage) -> recovery.Recovery | None:
    """As at the start of the program, or after reading anew."""
    return recovery.found(stage.state, keeping.Base.read(stage.folder))


def test_what_had_been_kept_before_the_opening_is_never_lost_by_going_on(stage: Stage) -> None:
    stage.autosave()
    (theirs,) = kept(stage)
    data = theirs.read_bytes()
    assert opened(stage) is not None
    for count in range(recovery.KEPT + 1):
        recovery.keep(stage.state, stage.base, {"library.yaml": b"%d" % count}, "")
    older = theirs.parent / recovery.OLDER / theirs.name
    assert older.read_bytes() == data
    stage.save()
    assert [p.name for p in kept(stage)] == [recovery.OLDER]
    assert len(list(older.parent.iterdir())) == 1, "what was kept since is saved"
    assert opened(stage) is None, "it is not offered again"


def test_what_was_passed_over_piles_up_to_ten(stage: Stage) -> None:
    for _ in range(recovery.MOST_OLDER + 3):
        stage.autosave()
        opened(stage)
        recovery.finish(recovery.begin(stage.state, stage.base, stage.new))
    (older,) = kept(stage)
    assert len(list(older.iterdir())) == recovery.MOST_OLDER


def test_what_is_saved_into_another_folder_is_not_offered_again(stage: Stage) -> None:
    opened(stage)
    stage.autosave()
    recovery.saved_elsewhere(stage.state, stage.folder)
    assert kept(stage) == []
    assert opened(stage) is None


ABOUT = {"format": 1, "time": "2026-01-01T01:01:01", "made_from": {}}


def damaged(data: bytes) -> list[bytes]:
    middle = len(data) // 2
    return [
        b"",
        data[:middle],
        data[:middle] + bytes([data[middle] ^ 0xFF]) + data[middle + 1 :],
        b"PK\x03\x04" + b"\0" * 400,
        bundle.packed({"library.yaml": b"x"}),
        bundle.packed({"../library.yaml": b"x"}, ABOUT),
        bundle.packed({"library.yaml": b"x"}, {**ABOUT, "format": 2}),
        bundle.packed({"library.yaml": b"x"}, {**ABOUT, "time": "gestern"}),
    ]


@pytest.mark.parametrize("kind", range(8))
def test_g088_a_damaged_file_is_set_aside_and_the_one_before_is_found(
    stage: Stage, kind: int
) -> None:
    stage.autosave()
    stage.autosave()
    newest = kept(stage)[-1]
    newest.write_bytes(damaged(newest.read_bytes())[kind])
    found = recovery.found(stage.state, stage.base)
    assert found is not None
    assert dict(found.files) == stage.new
    assert recovery.found(stage.state, stage.base) == found
    (aside,) = recovery.spoilt(stage.state, stage.folder)
    assert aside.name == f"{newest.name}.bad"
    recovery.drop(stage.state, stage.folder)
    assert kept(stage) == []


def test_only_damaged_ones_are_no_recovery(stage: Stage) -> None:
    stage.autosave()
    kept(stage)[0].write_bytes(b"PK")
    assert recovery.found(stage.state, stage.base) is None
    assert len(recovery.spoilt(stage.state, stage.folder)) == 1
    for _ in range(6):
        stage.autosave()
        kept(stage)[-1].write_bytes(b"PK") if kept(stage)[-1].suffix == ".zip" else None
        recovery.found(stage.state, stage.base)
    stage.autosave()
    assert len(recovery.spoilt(stage.state, stage.folder)) <= recovery.KEPT


def test_what_cannot_be_read_now_is_left_alone(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.autosave()

    def refuse(_path: Path, _most: int) -> bytes:
        raise PermissionError(13, os.strerror(13))

    monkeypatch.setattr(bundle.files, "read", refuse)
    assert recovery.found(stage.state, stage.base) is None
    monkeypatch.undo()
    assert recovery.found(stage.state, stage.base) is not None


def test_a_full_disk_leaves_what_was_kept_before(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.autosave()

    def refuse(_number: int) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(OSError, match="space"):
        recovery.keep(stage.state, stage.base, {}, "")
    monkeypatch.undo()
    assert len(kept(stage)) == 1
    assert recovery.found(stage.state, stage.base) is not None
