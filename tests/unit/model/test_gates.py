"""What a gate does: as it was read, and never closing where it was only inferred."""

from __future__ import annotations

from dataclasses import replace

import pytest

from liantu.model.gates import CatalogueClass, Effect, Gate, GateKind


@pytest.mark.parametrize(
    ("gate", "read", "inferred"),
    [
        (Gate(GateKind.EXIT), Effect.SHUT, Effect.ASK),
        (
            Gate(GateKind.CATALOGUE, catalogue=CatalogueClass.LIMITED),
            Effect.SHUT,
            Effect.ASK,
        ),
        (
            Gate(GateKind.CATALOGUE, catalogue=CatalogueClass.ENCOURAGED),
            Effect.NOTE,
            Effect.NOTE,
        ),
        (Gate(GateKind.TWO_HIGH, stated=Effect.SHUT), Effect.SHUT, Effect.ASK),
        (Gate(GateKind.PARK), Effect.CONDITION, Effect.CONDITION),
    ],
)
def test_an_inferred_gate_asks_at_most(gate: Gate, read: Effect, inferred: Effect) -> None:
    assert gate.effect is read
    assert replace(gate, inferred=True).effect is inferred
