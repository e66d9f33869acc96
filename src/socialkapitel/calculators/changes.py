"""What may have been different where another amount was paid: facts, figures, readings.

Each calculator whose result is paid out has a table of its own changes beside its rules
(``flexjob_changes.py``), which says what a `Change` is called, which rule decides, and what it
does to the question. Changes of figures need no table: every figure that a result looked up may
have been replaced by the one before or after it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import Any

import attrs

from socialkapitel.explanation import Explanation, Step
from socialkapitel.explanation.redo import OtherStep, redone
from socialkapitel.explanation.worksheet import Question, question_of
from socialkapitel.messages import Message, Text, msg
from socialkapitel.money import Kroner, decimal, oere
from socialkapitel.parameters import Figure, Parameter, ParameterSet, Unit
from socialkapitel.sources import Source

LIKELY, USUAL, RARE = 10, 20, 40
"""How plausible a change is: the lower, the more plausible."""

_COUNTS_MONEY = frozenset(unit for unit in Unit if unit.value.startswith("DKK"))


@attrs.frozen(slots=False)
class Asked:
    """What a calculator is asked, and what has been changed in it.

    Attributes:
        question: the question.
        amounts: the amounts of the result: their names, and the rules of the steps that give
            them, the last step first.
        counted: the names of those that are paid together.
        others: the steps that are worked out differently.
        whole: the name under which the calculation was given another result, of which it is a part;
            empty where it stands alone.
    """

    question: Question
    amounts: Mapping[str, tuple[str, ...]]
    counted: tuple[str, ...]
    others: tuple[OtherStep, ...] = ()
    whole: str = ""

    @cached_property
    def given(self) -> Mapping[str, Any]:
        """What the calculation was given, by argument names, including those of the whole."""
        return {**(self._behind.given if self._behind else {}), **self.question.given}

    @cached_property
    def _behind(self) -> Question | None:
        """What the whole was asked."""
        return question_of(self.question.given[self.whole]) if self.whole else None

    @property
    def parameters(self) -> ParameterSet:
        """The legal figures."""
        return (self._behind or self.question).parameters

    @cached_property
    def steps(self) -> tuple[Step, ...]:
        """The values of its explanation: figures that were looked up, and what was worked out."""
        return tuple(step for step in self.question().steps if isinstance(step, Step))

    @cached_property
    def figures(self) -> tuple[Step, ...]:
        """The figures that were looked up."""
        steps = (self._behind or self.question)().steps
        return tuple(step for step in steps if isinstance(step, Step) and not step.expression)

    def has(self, rule: str) -> bool:
        """Whether a step applies a rule."""
        return any(step.rule == rule for step in self.steps)

    def with_given(self, **given: object) -> Asked:
        """The same with other inputs."""
        if self._behind is None:
            return attrs.evolve(self, question=self.question.asking(**given))
        return self._after(self._behind.asking(**given))

    def with_parameters(self, parameters: ParameterSet) -> Asked:
        """The same with other legal figures."""
        if self._behind is None:
            return attrs.evolve(self, question=attrs.evolve(self.question, parameters=parameters))
        return self._after(attrs.evolve(self._behind, parameters=parameters))

    def _after(self, behind: Question) -> Asked:
        """The same part of another whole."""
        question = self.question.asking(**{self.whole: behind.answer()})
        return attrs.evolve(self, question=question)

    def with_steps(self, *others: OtherStep) -> Asked:
        """The same with some steps worked out differently.

        Raises:
            KeyError: for steps that already are.
        """
        if {one.rule for one in self.others} & {one.rule for one in others}:
            raise KeyError(*others)
        return attrs.evolve(self, others=(*self.others, *others))

    def counting(self, *names: str) -> Asked:
        """The same with other amounts of the result counted as paid."""
        return attrs.evolve(self, counted=names)

    def titled(self, title: Message) -> Asked:
        """The same under another title."""
        return attrs.evolve(self, question=attrs.evolve(self.question, title=title))

    def amount(self) -> int:
        """What is paid, in øre.

        Raises:
            SocialkapitelError: where it can't be worked out.
            KeyError: where a step that is worked out differently lacks a number.
        """
        if not self.others:
            answer = self.question.answer()
            return sum(oere(getattr(answer, name)) for name in self.counted)
        last = {step.rule: step for step in self.explanation().steps if isinstance(step, Step)}
        found = (
            next((last[rule] for rule in self.amounts[name] if rule in last), None)
            for name in self.counted
        )
        return sum(int(step.value * 100) for step in found if step is not None)

    def explanation(self) -> Explanation:
        """Why."""
        return redone(self.question(), self.question.title, self.others)


@attrs.frozen
class Change:
    """One thing that may have been otherwise (ændring).

    Attributes:
        id: its stable name, such as ``"flexjob.share"``.
        said: what was changed, in words.
        rule: the id of the rule, or the name of the figure, that decides how it is.
        make: changes the question; raises an error where it can't be changed in this way.
        rank: how plausible it is: the lower, the more plausible.
        source: the paragraph, where the rule has no step of its own.
    """

    id: str
    said: Text
    rule: str
    make: Callable[[Asked], Asked] = attrs.field(repr=False, eq=False)
    rank: int = USUAL
    source: Source | None = None


Changes = Callable[[Asked], Iterable[Change]]
"""Declares what may have been different in one question."""


@attrs.frozen
class Reconcilable:
    """What is declared about a calculator whose results are paid out.

    Attributes:
        changes: what may have been different.
        amounts: what may be paid: the names in the result, and the rules of the steps that give
            it, the last step first.
        counted: the names of the amounts that are paid together.
        own_figures: the names of the figures whose changes it declares itself.
        whole: the name under which it was given the result that its own is a part of, if any.
    """

    changes: Changes
    amounts: Mapping[str, tuple[str, ...]]
    counted: tuple[str, ...] = ("amount",)
    own_figures: frozenset[str] = frozenset()
    whole: str = ""

    def of(self, question: Question) -> Asked:
        """What was asked, with nothing changed."""
        return Asked(question, self.amounts, self.counted, whole=self.whole)

    def all_changes(self, asked: Asked) -> tuple[Change, ...]:
        """Everything that may have been different, the most plausible first."""
        found = (*self.changes(asked), *figure_changes(asked, self.own_figures))
        return tuple(sorted(found, key=lambda change: change.rank))


def setting(**given: object) -> Callable[[Asked], Asked]:
    """Makes a change of what the calculation was given."""
    return lambda asked: asked.with_given(**given)


def working_out(
    rule: str, expression: str | None = None, **rounding: Any
) -> Callable[[Asked], Asked]:
    """Makes a change of how the steps of a rule are worked out."""
    other = OtherStep(rule, expression, **rounding)
    return lambda asked: asked.with_steps(other)


# --- figures ------------------------------------------------------------------------------------


def figure_changes(asked: Asked, but: Collection[str] = ()) -> Iterator[Change]:
    """The figure before or after each one that was looked up, and all of them together."""
    used: dict[str, Step] = {}
    for step in asked.figures:
        if step.rule not in but:
            used.setdefault(step.rule, step)
    for by, rank, told in (
        (-1, LIKELY, msg("{label}: the previous figure, {other}, not {here}")),
        (1, USUAL, msg("{label}: the next figure, {other}, not {here}")),
    ):
        moved = {}
        for name, step in used.items():
            other = _beside(asked.parameters[name], step, by)
            if other is None or other.value == step.value:
                continue
            moved[name] = by
            values = {"other": _shown(other), "here": _shown(step), "label": step.label}
            said = attrs.evolve(told, values=tuple(values.items()))
            yield Change(f"figure[{name}]{by:+}", said, name, _moving([name], by), rank)
        if len(moved) > 1:
            said = (
                msg("All figures are the previous ones")
                if by < 0
                else msg("All figures are the next ones")
            )
            yield Change(f"figures{by:+}", said, next(iter(moved)), _moving(moved, by), rank + 1)


def _beside(parameter: Parameter, step: Step, by: int) -> Figure | None:
    place = next(i for i, figure in enumerate(parameter.figures) if step.on in figure) + by
    return parameter.figures[place] if 0 <= place < len(parameter.figures) else None


def _shown(figure: Figure | Step) -> object:
    value = figure.value
    if isinstance(value, Decimal) and figure.unit in _COUNTS_MONEY:
        return Kroner(value)
    return value


def _moving(names: Iterable[str], by: int) -> Callable[[Asked], Asked]:
    moved = frozenset(names)

    def make(asked: Asked) -> Asked:
        return asked.with_parameters(
            ParameterSet(
                moved_by(parameter, by) if parameter.name in moved else parameter
                for parameter in asked.parameters
            )
        )

    return make


def moved_by(parameter: Parameter, by: int) -> Parameter:
    """A parameter in which each figure is the one so many places from it in time."""
    known = parameter.figures
    figures = tuple(
        _as(known[place + by], figure)
        for place, figure in enumerate(known)
        if 0 <= place + by < len(known)
    )
    return attrs.evolve(parameter, figures=figures)


def _as(figure: Figure, time: Figure) -> Figure:
    """A figure with the period of another."""
    return attrs.evolve(figure, valid_from=time.valid_from, valid_to=time.valid_to)


def answering_as(name: str, like: str) -> Callable[[Asked], Asked]:
    """Makes a change in which a parameter has the figures of another one."""

    def make(asked: Asked) -> Asked:
        other = asked.parameters[like]
        figures = tuple(attrs.evolve(figure, parameter=name) for figure in other.figures)
        return asked.with_parameters(
            ParameterSet(
                attrs.evolve(one, label=other.label, figures=figures) if one.name == name else one
                for one in asked.parameters
            )
        )

    return make


# --- numbers that were given ---------------------------------------------------------------------


def rounded_to(hours: Decimal, grain: Decimal) -> Decimal:
    """Hours rounded to the nearest multiple of a grain, halves up.

    >>> rounded_to(Decimal("22.20"), Decimal("0.50")), rounded_to(Decimal("22.25"), Decimal("0.50"))
    (Decimal('22.00'), Decimal('22.50'))
    """
    whole, part = oere(hours), oere(grain)
    return decimal((2 * whole + part) // (2 * part) * part)


_GRAINS = (
    ("whole", Decimal("1.00"), msg("The hours are rounded to whole hours")),
    ("half", Decimal("0.50"), msg("The hours are rounded to half hours")),
)


def roundings(*hours: Decimal) -> Iterator[tuple[str, Text, tuple[Decimal, ...]]]:
    """The ways to round some hours that change them: a name, its wording, and the hours.

    >>> [(name, str(*found)) for name, _, found in roundings(Decimal("22.30"))]
    [('whole', '22.00'), ('half', '22.50')]
    """
    known = {hours}
    for name, grain, told in _GRAINS:
        found = tuple(rounded_to(one, grain) for one in hours)
        if found not in known:
            known.add(found)
            yield name, told, found
