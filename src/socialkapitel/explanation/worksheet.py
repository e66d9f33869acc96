"""Writes a calculation down, step by step, after it was made or while it is made."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from socialkapitel.explanation.lookup import LookedUp, look_up
from socialkapitel.explanation.model import (
    Caveat,
    Explanation,
    Finding,
    Operand,
    OriginKind,
    Outcome,
    Rounding,
    Step,
    Value,
)
from socialkapitel.messages import Message, Text
from socialkapitel.parameters import Figure, ParameterSet, Unit
from socialkapitel.sources import Evidence, Rule

_RANK = (Evidence.PUBLISHED, Evidence.CHAPTER, Evidence.DERIVED, Evidence.ASSUMED)

# Bound here because Python 3.11 is slow at looking up a member.
_GIVEN, _FIGURE, _STEP = OriginKind
_EXACT = Rounding.NONE


class Page:
    """The page on which one calculation is written down, from inputs to result.

    Lives only while it is written; what leaves it is an immutable `Explanation`.
    """

    def __init__(self, title: Message) -> None:
        self._title = title
        self._givens: dict[str, Operand] = {}
        self._steps: dict[str, Step | Finding] = {}
        self._evidence: dict[str, Evidence | None] = {}
        self._figures: dict[str, Operand] = {}
        self._caveats: dict[Caveat, None] = {}

    def given(self, name: str, label: Text, value: Value, unit: Unit) -> Operand:
        """Note an input."""
        operand = Operand(label, value, unit, _GIVEN, name)
        self._givens[name] = operand
        return operand

    def note(self, found: LookedUp) -> Operand:
        """Note a legal figure that was looked up, and warn where it isn't published.

        The figure is handed on as a number in an expression.
        """
        step, operand, caveat = found.told
        self._figures[step.id] = operand
        if step.id not in self._evidence:
            self._steps[step.id], self._evidence[step.id] = step, step.evidence
            if caveat is not None:
                self._caveats[caveat] = None
        return operand

    def of(self, figure: Figure) -> Operand:
        """A noted figure as a number in an expression."""
        return self._figures[figure.key]

    def calculate(
        self,
        rule: Rule,
        day: date,
        expression: str,
        operands: Mapping[str, Operand],
        value: Value,
        unit: Unit,
        *,
        rounding: Rounding = _EXACT,
        key: str = "",
    ) -> Operand:
        """Note a value that was worked out, and hand it on to later expressions.

        ``key`` tells repeated steps of the same rule apart, such as the weeks of a spell.
        """
        step_id, label = f"{rule.id}[{key}]" if key else rule.id, rule.label
        evidence = self._evidence[step_id] = self._weakest(operands)
        self._steps[step_id] = Step(
            step_id,
            rule.id,
            label,
            value,
            unit,
            rule.source.on(day),
            day,
            evidence,
            tuple(operands.items()),
            expression,
            rounding,
        )
        return Operand(label, value, unit, _STEP, step_id)

    def judge(
        self,
        rule: Rule,
        day: date,
        outcome: Outcome,
        because: Text,
        *,
        key: str = "",
        missing: tuple[str, ...] = (),
    ) -> Finding:
        """Note a condition that was judged."""
        step_id = f"{rule.id}[{key}]" if key else rule.id
        finding = Finding(
            step_id, rule.id, rule.label, outcome, because, rule.source.on(day), day, missing
        )
        self._steps[step_id] = finding
        return finding

    def join(self, part: Page) -> None:
        """Take over a part of this calculation that was written once, for all that share it.

        The same names stand for the same things in both.
        """
        self._givens.update(part._givens)
        self._steps.update(part._steps)
        self._evidence.update(part._evidence)
        self._figures.update(part._figures)
        self._caveats.update(part._caveats)

    def include(self, other: Explanation, prefix: str) -> None:
        """Take over another calculation as it stands, its names put under ``prefix``."""

        def renamed(operand: Operand) -> Operand:
            if operand.kind is _FIGURE:
                return operand
            return attrs.evolve(operand, origin=f"{prefix}.{operand.origin}")

        for given in other.givens:
            self._givens[f"{prefix}.{given.origin}"] = renamed(given)
        for step in other.steps:
            if isinstance(step, Finding):
                finding = attrs.evolve(step, id=f"{prefix}.{step.id}")
                self._steps[finding.id] = finding
            else:
                taken = step
                if step.expression:
                    operands = tuple((name, renamed(operand)) for name, operand in step.operands)
                    taken = attrs.evolve(step, id=f"{prefix}.{step.id}", operands=operands)
                self._steps[taken.id], self._evidence[taken.id] = taken, taken.evidence
        for caveat in other.caveats:
            self._caveats[caveat] = None

    def caveat(self, code: str, text: Message) -> None:
        """Warn the reader of the result, once."""
        self._caveats[Caveat(code, text)] = None

    def explanation(self) -> Explanation:
        """What has been written so far."""
        givens, steps = tuple(self._givens.values()), tuple(self._steps.values())
        return Explanation(self._title, givens, steps, tuple(self._caveats))

    def _weakest(self, operands: Mapping[str, Operand]) -> Evidence | None:
        weakest = None
        for operand in operands.values():
            known = self._evidence.get(operand.origin)
            if known is not weakest and known is not None:
                weakest = known if weakest is None else max(weakest, known, key=_RANK.index)
        return weakest


class Worksheet(Page):
    """A page for a calculation that is written down while it is made: it looks figures up."""

    def __init__(self, title: Message, parameters: ParameterSet) -> None:
        super().__init__(title)
        self.parameters = parameters

    def figure(self, name: str, day: date) -> Figure:
        """Look up a legal figure for a day, note it, and warn where it isn't published."""
        found = look_up(self.parameters, name, day)
        self.note(found)
        return found.figure
