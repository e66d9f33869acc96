"""How some types are written, where that is not field by field.

Explanations are written for readers without the library, and predicates as questions. Each shape is
an attrs class, whose fields are those of the type's documents.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Literal

import attrs

from socialkapitel.calculators.flexjob import Flexjob
from socialkapitel.calculators.subsidised_job import SubsidisedJob
from socialkapitel.cases.case import Case
from socialkapitel.cases.deadline_rules import Deadline
from socialkapitel.cases.events import Event
from socialkapitel.chapters.review import ReviewFinding
from socialkapitel.echo import a_kind
from socialkapitel.errors import InvalidInput
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
from socialkapitel.messages import Message, Text, msg
from socialkapitel.parameters import Unit
from socialkapitel.payroll.given import HoursOfDays, Job, Paid
from socialkapitel.schemes.leaves import OneOf, Predicate
from socialkapitel.schemes.predicates import AllOf, AnyOf
from socialkapitel.sources import Evidence, Source


@attrs.frozen
class StandIn:
    """A shape that a type is written as, and how an object is made from a shape that was read.

    ``told`` returns the fields that are not attributes of the type under the same name.
    """

    shape: type[attrs.AttrsInstance]
    made: Callable[..., object]
    """Takes the fields of the shape by name."""
    told: Mapping[str, Callable[[Any], object]] = attrs.field(factory=dict)


@attrs.define(kw_only=True)
class OriginShape:
    """Where an operand comes from."""

    kind: OriginKind
    name: str


@attrs.define(kw_only=True)
class OperandShape:
    """An operand, its origin in one object."""

    label: Text
    value: Value
    unit: Unit
    origin: OriginShape


def _origin(operand: Operand) -> OriginShape:
    return OriginShape(kind=operand.kind, name=operand.origin)


def _operand(*, label: Text, value: Value, unit: Unit, origin: OriginShape) -> Operand:
    return Operand(label, value, unit, origin.kind, origin.name)


@attrs.define(kw_only=True)
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


def _step(*, outcome: str, operands: Mapping[str, Operand], **fields: Any) -> Step:  # noqa: ARG001
    return Step(**fields, operands=tuple(operands.items()))


@attrs.define(kw_only=True)
class ExplanationShape:
    """An explanation with the name of its format."""

    schema: Literal["socialkapitel.explanation/2"] = "socialkapitel.explanation/2"
    title: Message
    givens: tuple[Operand, ...]
    steps: tuple[Step | Finding, ...]
    caveats: tuple[Caveat, ...]
    result: tuple[str, ...] = ()


def _explanation(*, schema: str, **fields: Any) -> Explanation:  # noqa: ARG001
    return Explanation(**fields)


@attrs.define(kw_only=True)
class PartsShape:
    """Several questions combined."""

    parts: tuple[Predicate, ...]


@attrs.define(kw_only=True)
class OneOfShape:
    """A question to a choice, with the answers that it asks for."""

    fact: str
    members: tuple[Enum, ...]


def _all_of(*, parts: tuple[Predicate, ...]) -> AllOf:
    return AllOf(*parts)


def _any_of(*, parts: tuple[Predicate, ...]) -> AnyOf:
    return AnyOf(*parts)


def _one_of(*, fact: str, members: tuple[Enum, ...]) -> OneOf:
    return OneOf(fact, *members)


@attrs.define(kw_only=True)
class CaseShape:
    """A case, of which only the events are stored."""

    events: tuple[Event, ...]


@attrs.define(kw_only=True)
class PaidShape:
    """What was paid for a month of a job, its hours as a number or by date."""

    job: Job
    hours: Decimal | None
    hours_by_date: HoursOfDays
    pay: Decimal | None
    other_contributions: Decimal | None


def _paid(*, hours: Decimal | None, hours_by_date: HoursOfDays, **fields: Any) -> Paid:
    if hours is not None and hours_by_date:
        raise InvalidInput("hours", hours, msg("None, where the hours are given by date"))
    return Paid(hours=hours_by_date or hours, **fields)


def _hours_by_date(paid: Paid) -> HoursOfDays:
    return paid.hours if isinstance(paid.hours, tuple) else ()


STAND_INS: dict[type, StandIn] = {
    Operand: StandIn(OperandShape, _operand, {"origin": _origin}),
    Step: StandIn(
        StepShape,
        _step,
        {"outcome": lambda _: "calculated", "operands": lambda step: dict(step.operands)},
    ),
    Explanation: StandIn(
        ExplanationShape, _explanation, {"schema": lambda _: "socialkapitel.explanation/2"}
    ),
    AllOf: StandIn(PartsShape, _all_of),
    AnyOf: StandIn(PartsShape, _any_of),
    OneOf: StandIn(OneOfShape, _one_of),
    Case: StandIn(CaseShape, Case.replay),
    Paid: StandIn(
        PaidShape,
        _paid,
        {
            "hours": lambda paid: None if isinstance(paid.hours, tuple) else paid.hours,
            "hours_by_date": _hours_by_date,
        },
    ),
}
"""The stand-ins for types when they are written and read."""

PARTS: dict[type, str] = {OriginShape: "origin"}
"""Shapes of a part of a type, and what schemas call them."""

FORMS: dict[type, tuple[Text, Callable[[dict[str, Any]], bool]]] = {
    Finding: (msg("a finding"), lambda value: "because" in value),
    Step: (msg("a step"), lambda value: "because" not in value),
    Flexjob: (a_kind(Flexjob), lambda value: "share" in value),
    SubsidisedJob: (a_kind(SubsidisedJob), lambda value: "target_group" in value),
    Case: (a_kind(Case), lambda value: "events" in value),
}
"""Types of one union that are told apart by their keys."""

MAY_LACK: dict[type, set[str]] = {
    Source: {"former", "practice", "publications"},
    Deadline: {"period"},
    Explanation: {"result"},
    Finding: {"answer"},
    ReviewFinding: {"answer"},
}
"""Fields that are left out where they are empty."""

SHARED: dict[type, tuple[str, str]] = {Source: ("citation", "practice"), Operand: ("origin", "")}
"""Types whose equal values in a document are read once, as explanations repeat them.

Each with the field by which they are told apart most often, and one with a flag: 1 equals true.
"""
