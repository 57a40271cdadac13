"""The published JSON Schema is the one that the reader's own declarations give."""

from __future__ import annotations

from liantu import paths
from liantu.library import jsonschema


def test_the_published_schema_is_current() -> None:
    published = paths.resource("schema", "data.schema.json").read_text(encoding="utf-8")
    assert published == jsonschema.text()


def test_every_record_refuses_other_keys() -> None:
    def objects(node: object) -> list[dict[str, object]]:
        if isinstance(node, list):
            return [found for child in node for found in objects(child)]
        if not isinstance(node, dict):
            return []
        own = [node] if node.get("type") == "object" else []
        return own + [found for child in node.values() for found in objects(child)]

    assert all("additionalProperties" in node for node in objects(jsonschema.file_schema()))
