"""How some types are written, where that is not field by field.

Explanations are written in the format of `Explanation.document`, and predicates as they are asked.
Each shape is an attrs class: what is written of it is what the type's documents have.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from typing import Any, Literal

import attrs

from socialkapitel.cases.case import Case
from socialkapitel.cases.events import Event
from socialkapitel.explanation import (
    Caveat,
    Explanation,
    Finding,
    Operand,
    OriginKind,
    Rounding,
    Step,
    Value,
)
from socialkapitel.messages import Message, Text
from socialkapitel.parameters import Unit
from socialkapitel.schemes.leaves import OneOf, Predicate
from socialkapitel.schemes.predicates import AllOf, AnyOf
from socialkapitel.sources import Evidence, Source


@attrs.frozen(kw_only=True)
class OriginShape:
    """Where an operand comes from."""

    kind: OriginKind
    name: str


@attrs.frozen(kw_only=True)
class OperandShape:
    """An operand, its origin together."""

    label: Text
    value: Value
    unit: Unit
    origin: OriginShape


def _operand_shape(operand: Operand) -> OperandShape:
    origin = OriginShape(kind=operand.kind, name=operand.origin)
    return OperandShape(label=operand.label, value=operand.value, unit=operand.unit, origin=origin)


def _operand(shape: OperandShape) -> Operand:
    return Operand(shape.label, shape.value, shape.unit, shape.origin.kind, shape.origin.name)


@attrs.frozen(kw_only=True)
class StepShape:
    """A step, its operands by name."""

    id: str
    rule: str
    label: Text
    outcome: Literal["calculated"] = "calculated"
    value: Value
    unit: Unit
    expression: str
    operands: Mapping[str, Operand]
    rounding: Rounding
    source: Source
    evidence: Evidence | None
    on: date


def _step_shape(step: Step) -> StepShape:
    fields = _fields(step)
    fields["operands"] = dict(step.operands)
    return StepShape(**fields)


def _step(shape: StepShape) -> Step:
    fields = _fields(shape)
    fields["operands"] = tuple(shape.operands.items())
    del fields["outcome"]
    return Step(**fields)


@attrs.frozen(kw_only=True)
class ExplanationShape:
    """An explanation with the name of its format."""

    schema: Literal["socialkapitel.explanation/1"] = "socialkapitel.explanation/1"
    title: Message
    givens: tuple[Operand, ...]
    steps: tuple[Step | Finding, ...]
    caveats: tuple[Caveat, ...]


def _explanation_shape(explanation: Explanation) -> ExplanationShape:
    return ExplanationShape(**_fields(explanation))


def _explanation(shape: ExplanationShape) -> Explanation:
    fields = _fields(shape)
    del fields["schema"]
    return Explanation(**fields)


@attrs.frozen(kw_only=True)
class PartsShape:
    """Several questions taken together."""

    parts: tuple[Predicate, ...]


def _parts_shape(predicate: AllOf | AnyOf) -> PartsShape:
    return PartsShape(parts=predicate.parts)


@attrs.frozen(kw_only=True)
class OneOfShape:
    """A question to a choice, with the answers that it asks for."""

    fact: str
    members: tuple[Enum, ...]


@attrs.frozen(kw_only=True)
class CaseShape:
    """A case: its events are all there is to store."""

    events: tuple[Event, ...]


def _fields(value: attrs.AttrsInstance) -> dict[str, Any]:
    return {field.name: getattr(value, field.name) for field in attrs.fields(type(value))}


@attrs.frozen
class StandIn:
    """A shape with the ways there and back."""

    shape: type[attrs.AttrsInstance]
    of: Callable[[Any], attrs.AttrsInstance]
    made: Callable[[Any], object]


STAND_INS: dict[type, StandIn] = {
    Operand: StandIn(OperandShape, _operand_shape, _operand),
    Step: StandIn(StepShape, _step_shape, _step),
    Explanation: StandIn(ExplanationShape, _explanation_shape, _explanation),
    AllOf: StandIn(PartsShape, _parts_shape, lambda shape: AllOf(*shape.parts)),
    AnyOf: StandIn(PartsShape, _parts_shape, lambda shape: AnyOf(*shape.parts)),
    Case: StandIn(
        CaseShape,
        lambda case: CaseShape(events=case.events),
        lambda shape: Case.replay(shape.events),
    ),
    OneOf: StandIn(
        OneOfShape,
        lambda one: OneOfShape(fact=one.fact, members=one.members),
        lambda shape: OneOf(shape.fact, *shape.members),
    ),
}
"""What stands in for a type when it is written and read."""

PARTS: dict[type, str] = {OriginShape: "origin"}
"""Shapes that stand for no type of their own, and what schemas call them."""
