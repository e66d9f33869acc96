"""The same calculation over many values of one field or several."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from decimal import Decimal
from itertools import product
from math import prod
from typing import TYPE_CHECKING, TypeAlias

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import InvalidInput, SocialkapitelError, WrongType
from socialkapitel.explanation import Explained
from socialkapitel.i18n import AS_SET, kroner_label, shown_language
from socialkapitel.messages import Text, msg
from socialkapitel.money import Share, amount
from socialkapitel.parameters import Unit
from socialkapitel.periods import Month, read_date
from socialkapitel.tables import Column, Table, is_number
from socialkapitel.whatif.fields import (
    Arguments,
    Calculator,
    Path,
    all_paths,
    changed,
    check_arguments,
    check_calculator,
    check_complete,
    find,
    given_of,
    reached,
    run,
    tracked,
)
from socialkapitel.whatif.figures import (
    field_label,
    figure_names,
    figure_unit,
    has_main,
    main_label,
)
from socialkapitel.whatif.limits import Kink, find_kinks

if TYPE_CHECKING:
    import altair as alt

Axis: TypeAlias = Iterable[object] | Mapping[str, object]
"""The values of a field; a mapping gives each value a name to be shown."""

MOST_POINTS = 100_000
"""The most points of a sweep; for more rows, use `socialkapitel.frames`."""


@brief
@attrs.frozen
class Point:
    """One point of a sweep: its cells, the arguments and the result."""

    shown: tuple[object, ...]
    arguments: Arguments = attrs.field(repr=False, eq=False)
    result: Explained


@brief
@attrs.frozen(kw_only=True)
class Sweep(Table):
    """A row for each point: the varied fields, then the figures of the result.

    ``notes`` warn where hours are varied and the pay of a month is not.

    Attributes:
        axes: the names of the varied fields.
        points: the points behind the rows, each with its ``result`` and thus its explanation.
    """

    axes: tuple[str, ...]
    points: tuple[Point, ...] = attrs.field(repr=False)
    calculator: Calculator = attrs.field(repr=False)
    _paths: tuple[Path, ...] = attrs.field(repr=False, alias="paths")

    @property
    def results(self) -> tuple[Explained, ...]:
        """The results behind the rows."""
        return tuple(point.result for point in self.points)

    @property
    def kinks(self) -> tuple[Kink, ...]:
        """Where another limit begins to bind along the first axis, such as a ceiling (knæk).

        Each is found to the hundredth between two points, by calculating there.

        Raises:
            InvalidInput: where the first axis holds anything but numbers.
        """
        return find_kinks(self)

    def path(self, axis: str) -> Path:
        """The path to a varied field: the argument, then the fields within it."""
        return self._paths[self.axes.index(axis)]

    def chart(self, language: str = AS_SET, *, y: str | None = None) -> alt.LayerChart:
        """A curve of a figure over the first axis, with the points where another limit binds.

        Further axes become curves of their own. Needs the extra ``plots``.

        Args:
            language: ``"en"`` or ``"da"``; by default that of `socialkapitel.language`.
            y: the column that is drawn; by default the amount, hours or places.

        Raises:
            InvalidInput: for a first axis without numbers, or more than eight curves.
            UnknownName: for a column or a language that doesn't exist.
            MissingExtra: where altair is not installed.
        """
        from socialkapitel.whatif.charts.curve import draw_curve

        return draw_curve(self, shown_language(language), y)


def sweep(calculator: Calculator, base: Mapping[str, object], /, **axes: Axis) -> Sweep:
    """The same calculation over all combinations of some fields' values (følsomhed).

    A field is an argument of the calculator, or a field of one of its arguments, however deeply
    nested; where several have the same name, give the path: ``**{"job.weekly_hours": [...]}``.

    Args:
        calculator: any calculator of the library.
        base: its arguments by name; what an axis varies may be left out.
        axes: the values of each field, in order; a mapping names the values.

    Raises:
        UnknownName: for an argument or a field that doesn't exist.
        InvalidInput: for a field name that is ambiguous, an axis without values, a missing
            argument, or more than 100,000 points.
        WrongType: for values that are not a collection.
        SocialkapitelError: what the calculator raises at a point; the error's notes name the point.

    >>> import socialkapitel as sk
    >>> job = sk.FlexjobSince2013(started_on="2023-05-01", full_time_pay="32066.67")
    >>> given = {"job": job, "month": sk.Month(2024, 3)}
    >>> found = sweep(sk.flex_wage_supplement, given, pay=["5000", "10000", "15600"])
    >>> found["amount"]
    (Decimal('18452.00'), Decimal('16952.00'), Decimal('15272.00'))
    """
    check_calculator(calculator)
    arguments = check_arguments(calculator, base, "base")
    if not axes:
        raise InvalidInput("axes", None, msg("at least one field with its values"))
    choices = [_choices(name, values) for name, values in axes.items()]
    if prod(map(len, choices)) > MOST_POINTS:
        raise InvalidInput(
            "axes",
            prod(map(len, choices)),
            msg("at most {most} points; for more rows use frames", most=MOST_POINTS),
        )
    paths = tuple(find(calculator, arguments, name) for name in axes)
    points = tuple(
        _point(calculator, arguments, paths, chosen) for chosen in tracked([*product(*choices)])
    )
    first = points[0].result
    names = tuple(path[-1] for path in paths)
    figures = tuple(dict.fromkeys(name for point in points for name in figure_names(point.result)))
    columns = [
        Column(
            name, axis_label(first, path), axis_unit(first, path, [one.shown[at] for one in points])
        )
        for at, (name, path) in enumerate(zip(axes, paths, strict=True))
    ]
    columns += [
        Column(
            f"result_{name}" if name in names else name,
            field_label(name, type(first)),
            figure_unit(first, name),
        )
        for name in figures
    ]
    return Sweep(
        title=_title([point.result for point in points]),
        columns=tuple(columns),
        rows=tuple(
            (*point.shown, *(getattr(point.result, name) for name in figures)) for point in points
        ),
        axes=tuple(axes),
        notes=tuple(_warnings(points[0], paths)),
        points=points,
        calculator=calculator,
        paths=paths,
    )


_HOURS = {"weekly_hours", "contract_hours", "hours", "paid_hours"}
_PAY = {"pay", "actual_pay"}


def _warnings(point: Point, paths: tuple[Path, ...]) -> Iterator[Text]:
    """Warn where hours are varied while the pay of a month is not, as it would be in reality."""
    hours = [path for path in paths if path[-1] in _HOURS]
    for path in all_paths(point.arguments) if hours else ():
        pay = reached(point.arguments, path)
        if path[-1] in _PAY and path not in paths and isinstance(pay, (str, int, Decimal)):
            given = given_of(point.result, path)
            yield msg(
                '"{hours}" is varied, while "{pay}" stays {amount}; give the pay of each number of'
                " hours",
                hours=axis_label(point.result, hours[0]),
                pay=given.label if given else field_label(path[-1]),
                amount=kroner_label(amount(pay, path[-1])),
            )


_Choice: TypeAlias = tuple[str | None, object]
"""A value and its name, where it has one."""


def _choices(name: str, values: Axis) -> list[_Choice]:
    if isinstance(values, str) or not isinstance(values, Iterable):
        raise WrongType(name, values, msg("a collection of values, or a mapping that names them"))
    found: list[_Choice] = (
        [(str(key), value) for key, value in values.items()]
        if isinstance(values, Mapping)
        else [(None, value) for value in values]
    )
    if not found:
        raise InvalidInput(name, values, msg("at least one value"))
    return found


def _point(
    calculator: Calculator, base: Arguments, paths: tuple[Path, ...], chosen: tuple[_Choice, ...]
) -> Point:
    arguments = base
    try:
        for path, (_, value) in zip(paths, chosen, strict=True):
            arguments = changed(arguments, path, value)
        check_complete(calculator, arguments)
        result = run(calculator, arguments)
    except SocialkapitelError as error:
        for path, (name, value) in zip(paths, chosen, strict=True):
            error.add_note(f"{'.'.join(path)} = {value if name is None else name}")
        raise
    shown = tuple(
        shown_value(arguments, path, result) if name is None else name
        for path, (name, _) in zip(paths, chosen, strict=True)
    )
    return Point(shown, arguments, result)


def shown_value(arguments: Arguments, path: Path, result: Explained) -> object:
    """A value on an axis: the explanation's where it has one, as that is exact."""
    value = reached(arguments, path)
    given = given_of(result, path)
    if given is not None and not isinstance(value, Share):
        return given.value
    return _as_day(value) if isinstance(value, str) else value


def _as_day(text: str) -> Month | date | str:
    """The month or day that an argument's text means: the calculator has read it as one."""
    for read in (Month.fromisoformat, read_date):
        with suppress(InvalidInput):
            return read(text)
    return text


def _title(results: list[Explained]) -> Text:
    """The results' own title, if they share one; otherwise their main figure."""
    titles = {result.explanation.title for result in results}
    if len(titles) == 1:
        return msg("What if: {title}", title=titles.pop())
    if has_main(results[0]):
        return msg("What if: {title}", title=main_label(results[0]))
    return msg("What if")


def axis_label(result: Explained, path: Path) -> Text | str:
    """The label of a varied field."""
    given = given_of(result, path)
    return given.label if given else field_label(path[-1])


def axis_unit(result: Explained, path: Path, values: Iterable[object]) -> Unit | None:
    """What a varied field is counted in; None where its values aren't numbers, or say it."""
    given = given_of(result, path)
    return given.unit if given and all(map(is_number, values)) else None
