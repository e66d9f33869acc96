"""Two results compared: the first step where they differ, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import takewhile
from typing import TypeAlias

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import WrongType
from socialkapitel.explanation import Explained, Explanation, Finding, Operand, Step, counted
from socialkapitel.messages import Text, joined, msg
from socialkapitel.tables import Amount, Column, Table

_MOST_CAUSES = 3

Line: TypeAlias = Step | Finding
Pair: TypeAlias = tuple[Line | None, Line | None]
"""The same step of both results; None where one of them doesn't have it."""
Operands: TypeAlias = Mapping[str, Operand]


@brief
@attrs.frozen
class Parting:
    """The first step where two results differ.

    Attributes:
        label: what the step is.
        first: the step of the first result; None where it doesn't have it.
        second: the step of the second result; None where it doesn't have it.
        causes: why they differ: the inputs, figures and judgements behind it.
    """

    label: Text
    first: Line | None
    second: Line | None
    causes: tuple[Text, ...]

    @property
    def why(self) -> Text:
        """The causes as one text."""
        return joined(self.causes)


@brief
@attrs.frozen(kw_only=True)
class ResultComparison(Table):
    """A row for each step, with its value in both results, and the difference.

    Attributes:
        parting: the first step where the results differ; None where all steps are the same.
    """

    parting: Parting | None


def compare(first: Explained | Explanation, second: Explained | Explanation) -> ResultComparison:
    """Two results compared, with the first step where they differ, and why (sammenligning).

    Steps correspond where they have the same id; figures, where they are of the same parameter. A
    step differs where its value or outcome does, or where only one result has it.

    Args:
        first: a result, or its explanation.
        second: another.

    Raises:
        WrongType: for anything else.

    >>> import socialkapitel as sk
    >>> month = sk.Month(2024, 3)
    >>> job = sk.FlexjobSince2013(started_on="2023-05-01", full_time_pay="32066.67")
    >>> one, two = (sk.flex_wage_supplement(job, month, pay=pay) for pay in ("10000", "15600"))
    >>> found = compare(one, two)
    >>> str(found.parting.label), str(found.parting.why)
    ('Reduction of the supplement because of pay',
    'Pay for 2024-03, with pension: DKK 10000.00 against DKK 15600.00')
    """
    one, two = _explanation(first, "first"), _explanation(second, "second")
    pairs = tuple(_pairs(one, two))
    place = next((place for place, pair in enumerate(pairs) if _parts(pair)), None)
    return ResultComparison(
        title=msg("{first} compared with {second}", first=one.title, second=two.title),
        columns=(
            Column("step", msg("Step")),
            Column("first", msg("Result 1")),
            Column("second", msg("Result 2")),
            Column("difference", msg("Difference")),
        ),
        rows=tuple(_row(pair) for pair in pairs),
        parting=None if place is None else _parting(one, two, pairs, place),
    )


def _explanation(value: object, field: str) -> Explanation:
    if isinstance(value, Explained):
        return value.explanation
    if isinstance(value, Explanation):
        return value
    raise WrongType(field, value, msg("a result or its explanation"))


def _key(step: Line) -> str:
    """What makes two steps correspond; a figure's id ends in the day from which it applies."""
    is_figure = isinstance(step, Step) and not step.expression
    return step.id.partition("@")[0] if is_figure else step.id


def _pairs(one: Explanation, two: Explanation) -> Iterator[Pair]:
    keys = [[_key(step) for step in each.steps] for each in (one, two)]
    blocks = SequenceMatcher(a=keys[0], b=keys[1], autojunk=False).get_opcodes()
    for _, low, high, other_low, other_high in blocks:
        firsts, seconds = one.steps[low:high], two.steps[other_low:other_high]
        if keys[0][low:high] == keys[1][other_low:other_high]:
            yield from zip(firsts, seconds, strict=True)
        else:
            yield from ((step, None) for step in firsts)
            yield from ((None, step) for step in seconds)


def _parts(pair: Pair) -> bool:
    match pair:
        case Step(value=one), Step(value=two):
            return one != two
        case Finding(outcome=before), Finding(outcome=after):
            return before is not after
        case _:
            return True


def _row(pair: Pair) -> tuple[object, ...]:
    first, second = pair
    difference = None
    if isinstance(first, Step) and isinstance(second, Step) and first.unit is second.unit:
        difference = Amount(Fraction(second.value) - Fraction(first.value), second.unit)
    return (_label(pair), _worth(first), _worth(second), difference)


def _label(pair: Pair) -> Text:
    [label, *_] = [step.label for step in pair if step is not None]
    return label


def _worth(step: Line | None) -> object:
    if isinstance(step, Step):
        return Amount(step.value, step.unit)
    return None if step is None else step.answer or step.outcome


def _parting(one: Explanation, two: Explanation, pairs: tuple[Pair, ...], place: int) -> Parting:
    pair = pairs[place]
    causes = tuple(_causes(pair)) or (
        *_judged(pairs[:place]),
        *_judged_once(pairs[place:]),
    )
    causes = causes or tuple(_few([*_operands(_givens(one), _givens(two))]))
    return Parting(_label(pair), *pair, causes or (msg("other rules apply"),))


def _causes(pair: Pair) -> Iterator[Text]:
    """Why a step that both results have differs."""
    match pair:
        case Step(operands=()) as first, Step() as second:
            yield _figures(first, second)
        case Step() as first, Step() as second:
            yield from _operands(dict(first.operands), dict(second.operands))
        case Finding(because=before), Finding(because=after):
            yield _against(before, after)
        case _:
            pass


def _figures(first: Step, second: Step) -> Text:
    if first.id == second.id:
        return msg(
            "another set of figures: {first} against {second}",
            first=first.source.text,
            second=second.source.text,
        )
    first_day, second_day = (
        date.fromisoformat(step.id.partition("@")[2]) for step in (first, second)
    )
    return msg(
        "the figure from {first} against the one from {second}", first=first_day, second=second_day
    )


def _operands(first: Operands, second: Operands) -> Iterator[Text]:
    for name in {**first, **second}:
        if name not in second:
            yield msg("{label}: only in result 1", label=first[name].label)
        elif name not in first:
            yield msg("{label}: only in result 2", label=second[name].label)
        elif first[name].value != second[name].value:
            one, two = (counted(each.value, each.unit) for each in (first[name], second[name]))
            yield msg(
                "{label}: {first} against {second}", label=second[name].label, first=one, second=two
            )


def _givens(explanation: Explanation) -> Operands:
    return {given.origin: given for given in explanation.givens}


def _judged(pairs: tuple[Pair, ...]) -> Iterator[Text]:
    """The judgements before, which came out the same for different reasons."""
    for first, second in pairs:
        match first, second:
            case Finding(because=before), Finding(because=after) if before != after:
                yield _against(before, after)
            case _:
                pass


def _judged_once(pairs: tuple[Pair, ...]) -> Iterator[Text]:
    """The judgements of only one result, among the steps from here on that only one has."""
    for pair in takewhile(lambda pair: None in pair, pairs):
        match pair:
            case Finding(because=because), None:
                yield msg("only in result 1: {because}", because=because)
            case None, Finding(because=because):
                yield msg("only in result 2: {because}", because=because)
            case _:
                pass


def _few(texts: list[Text]) -> list[Text]:
    """The texts, or the first of them and how many more there are."""
    more = len(texts) - _MOST_CAUSES
    if more <= 0:
        return texts
    return [*texts[:_MOST_CAUSES], msg("other inputs that differ: {more}", more=more)]


def _against(before: Text, after: Text) -> Text:
    return msg("{first} against {second}", first=before, second=after)
