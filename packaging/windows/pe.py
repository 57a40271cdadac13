"""The little of the PE file format that the scripts beside this one need: where exports lie."""

from __future__ import annotations

import struct
from collections.abc import Iterator


def exports(image: bytes) -> dict[str, int]:
    """The exported names of a 64-bit DLL, each with its offset in the file."""
    header = struct.unpack_from("<I", image, 0x3C)[0]
    count, size = struct.unpack_from("<H12xH", image, header + 6)
    sections = [
        struct.unpack_from("<IIII", image, header + 24 + size + 40 * number + 8)
        for number in range(count)
    ]
    table = _offset(struct.unpack_from("<I", image, header + 24 + 112)[0], sections)
    return dict(_named(image, table, sections))


def _named(image: bytes, table: int, sections: list[tuple[int, ...]]) -> Iterator[tuple[str, int]]:
    total, functions, names, ordinals = struct.unpack_from("<IIII", image, table + 24)
    for number in range(total):
        at = struct.unpack_from("<I", image, _offset(names, sections) + 4 * number)[0]
        start = _offset(at, sections)
        place = struct.unpack_from("<H", image, _offset(ordinals, sections) + 2 * number)[0]
        code = struct.unpack_from("<I", image, _offset(functions, sections) + 4 * place)[0]
        name = image[start : image.index(b"\0", start)].decode("ascii")
        yield name, _offset(code, sections)


def _offset(address: int, sections: list[tuple[int, ...]]) -> int:
    """Raises ``ValueError`` for an address that is in no section."""
    for length, start, raw, offset in sections:
        if start <= address < start + max(length, raw):
            return offset + address - start
    raise ValueError(hex(address))
