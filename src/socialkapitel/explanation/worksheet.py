"""Writes a calculation down as it is made: legal figures looked up, steps, findings, caveats."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from functools import cached_property, lru_cache
from inspect import signature
from typing import Any, Concatenate, ParamSpec, TypeVar

import attrs

from socialkapitel.errors import NotInForce, SocialkapitelError, check_kind
from socialkapitel.explanation.steps import (
    Caveat,
    Explained,
    Explanation,
    Finding,
    Operand,
    OriginKind,
    Outcome,
    Rounding,
    Severity,
    Step,
    Value,
    law_ahead,
)
from socialkapitel.glossary import GIVENS
from socialkapitel.messages import Label, Message, Text, msg
from socialkapitel.parameters import Figure, Parameter, ParameterSet, Unit, packaged_parameters
from socialkapitel.parameters.sets import Probe
from socialkapitel.sources import Evidence, Rule

_RANK = (Evidence.PUBLISHED, Evidence.CHAPTER, Evidence.DERIVED, Evidence.ASSUMED)

_GIVEN, _FIGURE, _STEP = OriginKind


# Without slots, so that its step can be made when an explanation first needs it.
@attrs.frozen(slots=False)
class LookedUp:
    """A legal figure in force on a day, and how an explanation shows it."""

    parameter: Parameter
    figure: Figure
    day: date

    @property
    def hundredths(self) -> int:
        """The figure in whole hundredths: øre, where it is counted in kroner."""
        return self.figure.hundredths

    @cached_property
    def told(self) -> tuple[Step, Operand, Caveat | None]:
        """As a step, as a number in an expression, and with a caveat where it isn't published."""
        figure, label, day = self.figure, self.parameter.label, self.day
        key, value, unit, evidence = figure.key, figure.value, figure.unit, figure.evidence
        return (
            Step(key, figure.parameter, label, value, unit, figure.source.on(day), day, evidence),
            Operand(label, value, unit, OriginKind.FIGURE, key),
            _caveat(self.parameter, figure),
        )


def look_up(parameters: ParameterSet, name: str, day: date) -> LookedUp:
    """Look a legal figure up.

    Raises:
        UnknownName: with the nearest names.
        NotInForce: where no figure is known for that day.
    """
    look = _read if isinstance(parameters, Probe) else _read_once
    return look(parameters, name, day)


def _read(parameters: ParameterSet, name: str, day: date) -> LookedUp:
    parameter = parameters[name]
    return LookedUp(parameter, parameter.on(day), day)


def figures_or_packaged(parameters: ParameterSet | None) -> ParameterSet:
    """The caller's legal figures, or those that come with the library."""
    if parameters is None:
        return packaged_parameters()
    return check_kind(parameters, ParameterSet, "parameters")


# A month's run looks the same few figures up for the same few days, job after job.
_read_once = lru_cache(maxsize=4096)(_read)

_SUM = re.compile(r"[\d.,]+(( [×/] | per cent of )[\d.,/]+)+(, to the nearest øre)?")
"""A derived figure's note that is only its arithmetic: ``"3,760 / 37, to the nearest øre"``."""


def is_settled(figure: Figure) -> bool:
    """Whether a figure is beyond doubt: published, or derived by arithmetic that its note gives.

    The arithmetic is shown with the figure, so that anybody can redo it.
    """
    if figure.evidence is not Evidence.DERIVED:
        return figure.evidence is Evidence.PUBLISHED
    return figure.note is not None and _SUM.fullmatch(figure.note.en) is not None


def _caveat(parameter: Parameter, figure: Figure) -> Caveat | None:
    if is_settled(figure):
        return None
    severity = Severity.MONEY
    values = {"label": parameter.label, "day": figure.valid_from, "source": figure.source.read_in}
    if figure.evidence is Evidence.DERIVED:
        if any(
            other.value == figure.value and other.evidence is Evidence.PUBLISHED
            for other in parameter.figures
        ):
            severity = Severity.NOTE
        text = msg(
            "{label}: the value in force from {day} is calculated from other figures, not published"
            " ({source})",
            **values,
        )
    elif figure.evidence is Evidence.CHAPTER:
        text = msg(
            "{label}: the value in force from {day} comes from a social chapter, not from an"
            " official source ({source})",
            **values,
        )
    else:
        text = msg(
            "{label}: the value from {day} was supplied by the user ({source})",
            **{**values, "source": str(figure.source)},
        )
        if figure.note is not None:
            text = msg("{text}: {note}", text=text, note=figure.note)
    return Caveat(f"{figure.evidence.value}-figure", text, severity, (figure.parameter,))


class Worksheet:
    """The sheet on which one calculation is written down while it is made, from inputs to result.

    Lives only while it is written; what leaves it is an immutable `Explanation`.

    Attributes:
        parameters: the legal figures that are looked up.
        kept: whether what is written stays. On a draft nothing does, so a calculation may leave the
            writing out.
    """

    kept = True

    def __init__(self, title: Message, parameters: ParameterSet) -> None:
        self.parameters = parameters
        self._title = title
        self._givens: dict[str, Operand] = {}
        self._steps: dict[str, Step | Finding] = {}
        self._evidence: dict[str, Evidence | None] = {}
        self._figures: dict[str, Operand] = {}
        self._caveats: dict[Caveat, None] = {}

    def given(self, name: str, value: Value, unit: Unit, *, label: Text | None = None) -> Operand:
        """Note an input; without a label, it is called as the glossary has it."""
        operand = Operand(label or _called(name), value, unit, _GIVEN, name)
        if self.kept:
            self._givens[name] = operand
        return operand

    def figure(self, name: str, day: date) -> Figure:
        """Look up a legal figure for a day, note it, and warn where it isn't published."""
        found = look_up(self.parameters, name, day)
        step, operand, caveat = found.told
        self._figures[step.id] = operand
        if step.id not in self._evidence:
            self._steps[step.id], self._evidence[step.id] = step, step.evidence
            if caveat is not None:
                self._caveats[caveat] = None
        return found.figure

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
        rounding: Rounding = Rounding.NONE,
        key: str = "",
        label: Text | None = None,
    ) -> Operand:
        """Note a value that was worked out, and return it for later expressions.

        ``key`` distinguishes repeated steps of the same rule, such as the weeks of a spell;
        ``label`` replaces the rule's label.
        """
        step_id, label = f"{rule.id}[{key}]" if key else rule.id, label or rule.label
        if self.kept:
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
        label: Text | None = None,
        answer: Text | None = None,
    ) -> Finding:
        """Note a condition that was judged.

        The rule's label is a statement, to which the answer is yes, no or unresolved unless
        ``answer`` says more.
        """
        step_id = f"{rule.id}[{key}]" if key else rule.id
        source, label = rule.source.on(day), label or rule.label
        answer = answer or _ANSWERS.get(outcome)
        finding = Finding(
            step_id, rule.id, label, outcome, because, source, day, missing, answer=answer
        )
        if self.kept:
            self._steps[step_id] = finding
        return finding

    def include(self, other: Explanation, prefix: str) -> None:
        """Take over another calculation unchanged, with ``prefix`` before its names."""

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

    def take(
        self, other: Explanation, steps: Iterable[str], concerned: Callable[[Finding], bool]
    ) -> None:
        """Take over a part of another calculation: some steps, and the steps that they are made of.

        Steps that the other calculation doesn't have are left out. Findings are taken over where
        they are concerned, and caveats unless they are about figures that are not.
        """
        given = {operand.origin: operand for operand in other.givens}
        known = {step.id: step for step in other.steps if isinstance(step, Step)}
        wanted, ahead = set[str](), [step for step in steps if step in known]
        while ahead:
            name = ahead.pop()
            if name not in wanted:
                wanted.add(name)
                made_of = known[name].operands if name in known else ()
                ahead += (operand.origin for _, operand in made_of)
        self._givens |= {name: one for name, one in given.items() if name in wanted}
        for step in other.steps:
            if step.id in wanted or (isinstance(step, Finding) and concerned(step)):
                self._steps[step.id] = step
                if isinstance(step, Step):
                    self._evidence[step.id] = step.evidence
        figures = {(step.label, step.id.rpartition("@")[2]) for step in self._steps.values()}
        for caveat in other.caveats:
            told = dict(caveat.text.values)
            figure = told.get("label"), str(told.get("day"))
            if figure in figures or not caveat.code.endswith("-figure"):
                self._caveats[caveat] = None

    def caveat(
        self,
        code: str,
        text: Message,
        *,
        concerns: tuple[str, ...] = (),
        severity: Severity = Severity.MONEY,
    ) -> None:
        """Warn the reader of the result, once.

        ``concerns`` names the legal figures, the facts and the parts of the result that the caveat
        is about.
        """
        self._caveats[Caveat(code, text, severity, concerns)] = None

    def explanation(self, *results: Rule) -> Explanation:
        """What has been written so far.

        The last steps of the rules in ``results`` are the result; without any, the last step.
        """
        givens, steps = tuple(self._givens.values()), tuple(self._steps.values())
        caveats = dict.fromkeys([*self._caveats, *law_ahead(step.on for step in steps)])
        last = {step.rule: step.id for step in steps}
        named = tuple(last[rule.id] for rule in results if rule.id in last)
        result = named or tuple(step.id for step in steps[-1:])
        return Explanation(self._title, givens, steps, tuple(caveats), result)

    def _weakest(self, operands: Mapping[str, Operand]) -> Evidence | None:
        weakest = None
        for operand in operands.values():
            known = self._evidence.get(operand.origin)
            if known is not weakest and known is not None:
                weakest = known if weakest is None else max(weakest, known, key=_RANK.index)
        return weakest


_ANSWERS = {
    Outcome.FULFILLED: msg("yes"),
    Outcome.NOT_FULFILLED: msg("no"),
    Outcome.UNRESOLVED: msg("unresolved"),
}
"""What a statement is answered with."""


def _called(given: str) -> Label:
    """What the glossary calls an input; one of several, such as ``hours[2024-03-01]``, as all."""
    return GIVENS[given.partition("[")[0]]


class Draft(Worksheet):
    """A worksheet that keeps nothing: numbers and findings are only returned.

    Its explanation is written, with the same calculation, when somebody reads it.
    """

    kept = False

    def __init__(self, parameters: ParameterSet, write: Callable[[], Explanation]) -> None:
        self.parameters = parameters
        self._write = write
        self._figures: dict[str, Operand] = {}

    def figure(self, name: str, day: date) -> Figure:
        """Return a legal figure."""
        found = look_up(self.parameters, name, day)
        self._figures[found.figure.key] = found.told[1]
        return found.figure

    def include(self, other: Explanation, prefix: str) -> None:
        """Leave another calculation unread."""

    def take(
        self, other: Explanation, steps: Iterable[str], concerned: Callable[[Finding], bool]
    ) -> None:
        """Leave another calculation unread."""

    def caveat(
        self,
        code: str,
        text: Message,
        *,
        concerns: tuple[str, ...] = (),
        severity: Severity = Severity.MONEY,
    ) -> None:
        """Do nothing: nobody reads a draft."""

    def explanation(self, *results: Rule) -> Explanation:  # noqa: ARG002
        """The explanation, written when it is first read."""
        return Explanation.of(self._write)


P = ParamSpec("P")
R = TypeVar("R", bound=Explained)


@attrs.frozen(eq=False, slots=False)
class Question:
    """What a calculator was asked, so that it can be asked again (spørgsmål).

    Attributes:
        title: what the explanation is called.
        parameters: the legal figures.
        work: the calculation, a function of a module.
        args: what it was given after the worksheet.
        kwargs: what it was given by name.
    """

    title: Message
    parameters: ParameterSet
    work: Callable[..., Explained]
    args: tuple[object, ...]
    kwargs: Mapping[str, object]

    @property
    def given(self) -> dict[str, Any]:
        """What it was given, by the names of the calculation's arguments."""
        return dict(zip(_names(self.work), self.args, strict=False)) | dict(self.kwargs)

    def asking(self, **given: object) -> Question:
        """The question with something else given."""
        return attrs.evolve(self, args=(), kwargs={**self.given, **given})

    def answer(self) -> Explained:
        """The result, its explanation unwritten."""
        return _for_the_numbers(self.work, self.parameters, self, self.args, self.kwargs)

    def __call__(self) -> Explanation:
        """The explanation of the answer, written."""
        return self._written

    @cached_property
    def _written(self) -> Explanation:
        return self.work(
            Worksheet(self.title, self.parameters), *self.args, **self.kwargs
        ).explanation


@lru_cache(maxsize=64)
def _names(work: Callable[..., Explained]) -> tuple[str, ...]:
    """The names of a calculation's arguments, after the sheet that it writes on."""
    return tuple(signature(work).parameters)[1:]


def question_of(result: Explained) -> Question | None:
    """The question that a result answers; None where it was read from a document."""
    asked = vars(result.explanation).get("_write")
    return asked if isinstance(asked, Question) else None


def worked_out(
    title: Message,
    parameters: ParameterSet,
    work: Callable[Concatenate[Worksheet, P], R],
    *args: P.args,
    **kwargs: P.kwargs,
) -> R:
    """Run a calculation for its result; its explanation is written when it is first read.

    ``work`` is a function of a module, from a worksheet and what was given to a result whose
    ``explanation`` is ``sheet.explanation()``. It runs once on a `Draft`, for the numbers, and once
    on a `Worksheet` when somebody asks why. So it must be pure, and calculate with the numbers of
    results that it takes over, not with what their explanations say. The explanation keeps the
    `Question`, so that it can be asked again with a fact or a figure changed.

    Raises:
        NotInForce: with every figure that the calculation lacks.
    """
    write = Question(title, parameters, work, args, kwargs)
    return _for_the_numbers(work, parameters, write, args, kwargs)


def _for_the_numbers(
    work: Callable[..., R],
    parameters: ParameterSet,
    write: Question,
    args: tuple[object, ...],
    kwargs: Mapping[str, object],
) -> R:
    """Run a calculation on a draft; where a figure is not known, find all that it lacks."""
    try:
        return work(Draft(parameters, write), *args, **kwargs)
    except NotInForce as error:
        if not error.missing or isinstance(parameters, Probe):
            raise
        probe = Probe(parameters.parameters)
        # The stand-ins for missing figures may lead anywhere; only the list of missing ones counts.
        with suppress(SocialkapitelError):
            work(Draft(probe, write), *args, **kwargs)
        error.missing = (*error.missing, *(m for m in probe.met.values() if m not in error.missing))
        raise
