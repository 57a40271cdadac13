"""The bill of materials of a frozen folder, in CycloneDX 1.6."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from parts import Part

CONTENTS = "_internal"
"""Where PyInstaller puts all but the executables."""


def write(path: Path, version: str, parts: Sequence[Part]) -> None:
    """Write the bill of the folder that ``path`` lies in, or in a folder of it."""
    folder = next(one for one in path.parents if (one / CONTENTS).is_dir())
    bom = Bom(components=[_component(part, folder) for part in parts])
    programs = _files(folder, (one.name for one in folder.iterdir() if one.is_file()))
    bom.metadata.component = Component(
        name="liantu",
        version=version,
        type=ComponentType.APPLICATION,
        licenses=_licences("MIT"),
        bom_ref="liantu",
        components=programs,
    )
    bom.register_dependency(bom.metadata.component, bom.components)
    path.write_text(JsonV1Dot6(bom).output_as_string(indent=1), encoding="utf-8")


def _component(part: Part, folder: Path) -> Component:
    return Component(
        name=part.name,
        version=part.version or None,
        licenses=_licences(part.licence),
        purl=PackageURL.from_string(part.purl) if part.purl else None,
        bom_ref=part.purl or part.name,
        components=_files(folder, (f"{CONTENTS}/{place}" for place in part.shipped)),
    )


def _licences(told: str) -> Iterable[License]:
    return [LicenseFactory().make_from_string(told)]


def _files(folder: Path, places: Iterable[str]) -> list[Component]:
    """Those that are really files of the folder, each with its checksum."""
    return [
        Component(name=place, type=ComponentType.FILE, bom_ref=place, hashes=[_sha256(path)])
        for place in sorted(place.replace("\\", "/") for place in places)
        if (path := folder / place).is_file()
    ]


def _sha256(path: Path) -> HashType:
    summed = hashlib.sha256(path.read_bytes()).hexdigest()
    return HashType(alg=HashAlgorithm.SHA_256, content=summed)
