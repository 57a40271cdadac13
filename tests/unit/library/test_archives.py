"""The zip of a version: the same bytes for the same files, and nothing of it is believed."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from collections.abc import Callable

import pytest

from liantu.library.versions import archives
from liantu.library.versions.archives import (
    MANIFEST,
    ArchiveError,
    hashes,
    is_inside,
    pack,
    peek,
    unpack,
)

FILES = {"a.yaml": b"format: 1\n", "县区/乙.yml": b"format: 1\n"}
TIME = "2024-12-31T10:15:00"


def packed(files: dict[str, bytes] | None = None) -> bytes:
    return pack(FILES if files is None else files, "2024Q4上报版", "报省里", TIME)


def manifest(**changes: object) -> bytes:
    told: dict[str, object] = {
        "format": 1,
        "name": "甲",
        "note": "",
        "time": TIME,
        "program": "1",
        "files": hashes(FILES),
    }
    return json.dumps(told | changes).encode()


def zipped(entries: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return target.getvalue()


def refusal(data: bytes, read: Callable[[bytes], object] = unpack) -> str:
    with pytest.raises(ArchiveError) as caught:
        read(data)
    return caught.value.code.rpartition(".")[2]


def test_what_is_packed_is_unpacked_and_the_bytes_are_the_same_again() -> None:
    found, files = unpack(packed())
    assert (found.name, found.note, found.time) == ("2024Q4上报版", "报省里", TIME)
    assert files == FILES
    assert packed() == packed(dict(reversed(FILES.items())))
    assert peek(packed()).digest == found.digest
    assert pack({"a.yaml": b"2"}, "甲", "", TIME) != packed()


def test_a_planner_can_open_it_and_read_the_yaml() -> None:
    with zipfile.ZipFile(io.BytesIO(packed())) as archive:
        assert archive.namelist() == [MANIFEST, *sorted(FILES)]
        assert archive.read("县区/乙.yml") == FILES["县区/乙.yml"]
        assert json.loads(archive.read(MANIFEST))["name"] == "2024Q4上报版"


@pytest.mark.parametrize(
    "name",
    [
        "../a.yaml",
        "/a.yaml",
        "C:a.yaml",
        "C:\\a.yaml",
        "a\\b.yaml",
        "a/../b.yaml",
        "a/b/c.yaml",
        ".a.yaml",
        "a/.b.yaml",
        "~a.yaml",
        "con.yaml",
        "nul/a.yaml",
        "a.exe",
        "a.yaml/",
        "a\n.yaml",
        "甲 /a.yaml",
    ],
)
def test_g075_a_name_never_leads_out_of_the_folder(name: str) -> None:
    assert not is_inside(name)
    if "\\" not in name:  # zipfile writes / for it
        data = zipped({MANIFEST: manifest(files=hashes({name: b"x"})), name: b"x"})
        assert refusal(data) in ("name", "changed")


@pytest.mark.parametrize("name", ["a.yaml", "甲/乙.YML", "01-铝 板.yaml"])
def test_names_of_data_files_are_inside(name: str) -> None:
    assert is_inside(name)


def test_g080_one_name_in_two_cases_is_refused() -> None:
    files = {"a.yaml": b"1", "A.yaml": b"2"}
    assert refusal(zipped({MANIFEST: manifest(files=hashes(files)), **files})) == "name"


def test_g077_a_bomb_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MAX_BYTES", 1000)
    bomb = {"a.yaml": bytes(100_000)}
    data = zipped({MANIFEST: manifest(files=hashes(bomb)), **bomb})
    assert len(data) < 1000
    assert refusal(data) == "big"
    lying = data.replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert refusal(lying) in ("big", "zip")


def test_many_small_files_are_too_much_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_UNPACKED", 15)
    assert refusal(packed()) == "big"
    monkeypatch.setattr(archives, "MAX_FILES", 1)
    assert refusal(packed()) == "big"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "zip"),
        (b"PK\x05\x06junk", "zip"),
        (packed()[:-30], "zip"),
        (zipped(FILES), "foreign"),
        (zipped({MANIFEST: b"{", **FILES}), "manifest"),
        (zipped({MANIFEST: b"[" * 200_000, **FILES}), "manifest"),
        (zipped({MANIFEST: b"\xff\xfe", **FILES}), "manifest"),
        (zipped({MANIFEST: manifest(format=2), **FILES}), "newer"),
        (zipped({MANIFEST: manifest(format="1"), **FILES}), "manifest"),
        (zipped({MANIFEST: manifest(name="a\nb"), **FILES}), "manifest"),
        (zipped({MANIFEST: manifest(name=3), **FILES}), "manifest"),
        (zipped({MANIFEST: manifest(time="../../x"), **FILES}), "manifest"),
        (zipped({MANIFEST: manifest(files=[]), **FILES}), "manifest"),
        (zipped({MANIFEST: manifest(files={"a.yaml": "0"}), **FILES}), "manifest"),
        (zipped({MANIFEST: manifest(), "a.yaml": b"other"}), "changed"),
        (zipped({MANIFEST: manifest(), **FILES, "b.yaml": b"more"}), "changed"),
    ],
)
def test_what_is_no_sound_version_is_told(data: bytes, code: str) -> None:
    assert refusal(data) == code


def test_every_flipped_byte_is_noticed_or_changes_nothing() -> None:
    data = packed()
    for at in range(len(data)):
        broken = data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]
        try:
            _, files = unpack(broken)
        except ArchiveError:
            continue
        assert files == FILES


def test_what_is_encrypted_is_refused() -> None:
    data = bytearray(packed())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    assert refusal(bytes(data)) == "locked"


def test_the_checksum_of_a_file_is_checked() -> None:
    data = packed({"a.yaml": b"x" * 50})
    wrong = zlib.crc32(b"x" * 50) ^ 1
    broken = data.replace(zlib.crc32(b"x" * 50).to_bytes(4, "little"), wrong.to_bytes(4, "little"))
    assert refusal(broken) == "zip"
