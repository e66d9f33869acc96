"""The same cases under another set of legal figures."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import InvalidInput, SocialkapitelError, WrongType, check_kind
from socialkapitel.explanation import Explained
from socialkapitel.i18n import AS_SET, shown_language
from socialkapitel.messages import msg
from socialkapitel.parameters import ParameterSet, packaged_parameters
from socialkapitel.tables import Column, Table
from socialkapitel.whatif.fields import (
    Calculator,
    check_arguments,
    check_calculator,
    check_complete,
    run,
    tracked,
)
from socialkapitel.whatif.figures import figure_unit, main_figure, main_label, main_name

if TYPE_CHECKING:
    import altair as alt

Cases: TypeAlias = Mapping[str, Mapping[str, object]] | Iterable[Mapping[str, object]]
"""The calculator's arguments for each case; a mapping gives each case a name."""


@attrs.frozen
class Effect:
    """A case before and after."""

    case: str | int
    before: Explained
    after: Explained

    @property
    def difference(self) -> Decimal:
        """The effect of the other figures: after less before."""
        return main_figure(self.after) - main_figure(self.before)


@brief
@attrs.frozen(kw_only=True)
class Reform(Table):
    """A row for each case: the figure before, after, and the difference.

    Attributes:
        effects: the results behind the rows.
        before: the total before.
        after: the total after.
        difference: after less before.
    """

    effects: tuple[Effect, ...] = attrs.field(repr=False)
    before: Decimal
    after: Decimal
    difference: Decimal

    def chart(self, language: str = AS_SET) -> alt.LayerChart:
        """Each case before and after. Needs the extra ``plots``.

        Raises:
            UnknownName: for another language than ``"en"`` and ``"da"``.
            MissingExtra: where altair is not installed.
        """
        from socialkapitel.whatif.charts.effects import draw_effects

        return draw_effects(self, shown_language(language))


def reform(
    calculator: Calculator,
    cases: Cases,
    /,
    *,
    parameters: ParameterSet,
    baseline: ParameterSet | None = None,
) -> Reform:
    """What another set of legal figures changes, case by case and in total (reform).

    Args:
        calculator: any calculator of the library that answers with an amount, hours or places.
        cases: its arguments by name for each case, without ``parameters``.
        parameters: the other set, as `ParameterSet.amend` makes it.
        baseline: the set to compare with; by default the one that comes with the library.

    Raises:
        InvalidInput: for no case at all, or a missing argument.
        UnknownName: for an unknown argument, or a result without such a figure.
        WrongType: for cases or sets of another type.
        SocialkapitelError: what the calculator raises for a case; the error's notes name the case.

    >>> import socialkapitel as sk
    >>> from datetime import date
    >>> higher = sk.PARAMETERS.amend(
    ...     "flex_wage_supplement.max_monthly",
    ...     value="22000",
    ...     valid_from=date(2024, 1, 1),
    ...     source="what if",
    ... )
    >>> job = sk.FlexjobSince2013(started_on="2023-05-01", full_time_pay="32066.67")
    >>> case = {"job": job, "month": sk.Month(2024, 3), "pay": "15600"}
    >>> reform(sk.flex_wage_supplement, [case], parameters=higher).difference
    Decimal('1194.67')
    """
    check_calculator(calculator)
    check_kind(parameters, ParameterSet, "parameters")
    if baseline is None:
        baseline = packaged_parameters()
    check_kind(baseline, ParameterSet, "baseline")
    named = _named(calculator, cases)
    effects = tuple(
        Effect(
            name,
            _result(calculator, name, arguments, baseline),
            _result(calculator, name, arguments, parameters),
        )
        for name, arguments in tracked(named)
    )
    rows = tuple(
        (effect.case, main_figure(effect.before), main_figure(effect.after), effect.difference)
        for effect in effects
    )
    _, before, after, difference = zip(*rows, strict=True)
    first = effects[0].before
    unit = figure_unit(first, main_name(first))
    return Reform(
        title=msg("{figure}: before and after", figure=main_label(first)),
        columns=(
            Column("case", msg("Case")),
            Column("before", msg("Before"), unit),
            Column("after", msg("After"), unit),
            Column("difference", msg("Difference"), unit),
        ),
        rows=rows,
        effects=effects,
        before=sum(before, Decimal(0)),
        after=sum(after, Decimal(0)),
        difference=sum(difference, Decimal(0)),
    )


_Named: TypeAlias = list[tuple[str | int, Mapping[str, object]]]


def _named(calculator: Calculator, cases: object) -> _Named:
    if isinstance(cases, str) or not isinstance(cases, Iterable):
        raise WrongType("cases", cases, msg("a collection of cases, or a mapping that names them"))
    found = cases.items() if isinstance(cases, Mapping) else enumerate(cases, start=1)
    named: _Named = [
        (name, check_arguments(calculator, arguments, f"cases[{name}]"))
        for name, arguments in found
    ]
    if not named:
        raise InvalidInput("cases", cases, msg("at least one case"))
    for name, arguments in named:
        if "parameters" in arguments:
            accepted = msg("the set as an argument of reform (parameters, baseline)")
            refused = InvalidInput(f"cases[{name}]", "parameters", accepted)
            raise refused.showing("parameters")
    return named


def _result(
    calculator: Calculator, name: str | int, arguments: Mapping[str, object], figures: ParameterSet
) -> Explained:
    try:
        check_complete(calculator, arguments)
        return run(calculator, {**arguments, "parameters": figures})
    except SocialkapitelError as error:
        error.add_note(f"case {name}")
        raise
