"""The turn of the year: which figures are missing, and last year's in their place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import InvalidInput
from socialkapitel.fields import whole
from socialkapitel.messages import Label, Text, msg
from socialkapitel.money import Number, decimal, hundredths
from socialkapitel.parameters.rules import Begins, Deduction, Follows, Relation, Yearly, nearest
from socialkapitel.parameters.series import Figure, Parameter, Unit
from socialkapitel.parameters.sets import ParameterSet, packaged_rules
from socialkapitel.periods import FIRST_YEAR, LAST_YEAR
from socialkapitel.sources import Evidence, Source

if TYPE_CHECKING:
    from socialkapitel.tables import Table

_DAY = timedelta(days=1)


@brief
@attrs.frozen
class MissingFigure:
    """A series that lacks a figure for a day (manglende sats).

    Attributes:
        parameter: its name.
        label: what it is called.
        unit: what its values are counted in.
        last_value: the last one known.
        last_day: the last day known; None where a later figure is known.
        law: the act and paragraph.
        needed_by: the calculators that look it up.
    """

    parameter: str
    label: Label
    unit: Unit
    last_value: Decimal
    last_day: date | None
    law: Source
    needed_by: tuple[str, ...]


@attrs.frozen(repr=False)
class MissingFigures:
    """Series without a figure, in order of name; ``table()`` shows them.

    >>> from socialkapitel import PARAMETERS
    >>> PARAMETERS.missing(date(2027, 1, 4)).figures[0].needed_by[0]
    'employer_cost'
    """

    title: Text
    figures: tuple[MissingFigure, ...]

    def __iter__(self) -> Iterator[MissingFigure]:
        return iter(self.figures)

    def __len__(self) -> int:
        return len(self.figures)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the series."""
        return tuple(each.parameter for each in self.figures)

    def table(self) -> Table:
        """The series as a table: text, HTML or a frame."""
        from socialkapitel.tables import Amount, Column, Table

        return Table(
            title=self.title,
            columns=(
                Column("figure", msg("Figure")),
                Column("name", msg("Name in the library")),
                Column("last_value", msg("Last value")),
                Column("last_day", msg("Known through")),
                Column("law", msg("Law")),
                Column("needed_by", msg("Needed by")),
            ),
            rows=tuple(
                (
                    each.label,
                    each.parameter,
                    Amount(each.last_value, each.unit),
                    each.last_day,
                    each.law.citation,
                    ", ".join(each.needed_by),
                )
                for each in self.figures
            ),
        )

    def template(self, year: int) -> str:
        """A file to fill in for `ParameterSet.extend`: each yearly series, its value still empty.

        The comments above a value are for whoever fills it in.

        >>> from socialkapitel import PARAMETERS
        >>> year = PARAMETERS.last_year
        >>> print(  # doctest: +ELLIPSIS
        ...     PARAMETERS.ending(year).template(year + 1)
        ... )
        source = ""
        <BLANKLINE>
        # ATP class A: employer's monthly share, full contribution
        # ATP, A-sats: arbejdsgiverens månedlige andel, fuldt bidrag
        # DKK/month; ... until now
        [[series]]
        id = "atp.a.employer_monthly.full"
        figure = [{ from = ...-01-01, value = "" }]
        ...
        """
        whole(year, "year", FIRST_YEAR, LAST_YEAR)
        yearly = packaged_rules().yearly
        series = (
            f"\n# {each.label.en}\n# {each.label.da}\n"
            f"# {each.unit.value}; {each.last_value} until now\n"
            f'[[series]]\nid = "{each.parameter}"\n'
            f"figure = [{{ from = {yearly[each.parameter].begins.first_day(year)},"
            ' value = "" }]\n'
            for each in self.figures
            if each.parameter in yearly
        )
        return 'source = ""\n' + "".join(series)

    def __repr__(self) -> str:
        return f"<MissingFigures: {len(self)} series>"

    def __rich_repr__(self) -> Iterator[object]:
        """What rich shows: how many series."""
        yield "series", len(self)

    def __str__(self) -> str:
        return str(self.table())

    def _repr_html_(self) -> str:
        from socialkapitel.i18n import shown_language

        return self.table().html(shown_language())


def missing_on(parameters: ParameterSet, day: date) -> MissingFigures:
    """The series that have no figure for a day."""
    title = msg("Figures that are not known on {day}", day=day)
    return _missing(title, parameters, lambda parameter: not parameter.covers(day), day)


def ending_with(parameters: ParameterSet, year: int) -> MissingFigures:
    """The series whose last figure is that of a year.

    Raises:
        InvalidInput: for anything but a year from 1900 through 2199.
    """
    whole(year, "year", FIRST_YEAR, LAST_YEAR)

    title = msg("Figures whose last year is {year}", year=str(year))
    return _missing(title, parameters, lambda each: last_year(each) == year, date.max)


def last_year(parameter: Parameter) -> int | None:
    """The last year for which a series is known; None where it holds until it is changed.

    >>> from socialkapitel import PARAMETERS
    >>> last_year(PARAMETERS["sickness_benefit.max_weekly"]) == last_year(
    ...     PARAMETERS["atp.a.total_monthly"]
    ... )
    True
    """
    last = parameter.last_day
    if last is None:
        return None
    # The benefits of 2026 hold through Sunday 3 January 2027.
    yearly = packaged_rules().yearly.get(parameter.name)
    begins = yearly.begins if yearly else Begins.JANUARY
    return last.year - (last < begins.first_day(last.year))


def _missing(
    title: Text, parameters: ParameterSet, wanted: Callable[[Parameter], bool], day: date
) -> MissingFigures:
    needs = packaged_rules().needs
    found = []
    for parameter in filter(wanted, parameters):
        known = [figure for figure in parameter.figures if figure.valid_from <= day]
        last = known[-1] if known else parameter.figures[0]
        found.append(
            MissingFigure(
                parameter.name,
                parameter.label,
                parameter.unit,
                last.value,
                parameter.last_day,
                parameter.source,
                needs.get(parameter.name, ()),
            )
        )
    return MissingFigures(title, tuple(found))


def carried_forward(
    parameters: ParameterSet, year: int, rate_adjustment: Number | None
) -> ParameterSet:
    """A set in which last year's figures stand in for those of a year that are missing.

    Raises:
        InvalidInput: for a year before which nothing is known, or that lacks none; a rate
            adjustment that is not a percentage.
    """
    whole(year, "year", FIRST_YEAR, LAST_YEAR)
    points = None
    if rate_adjustment is not None:
        points = decimal(hundredths(rate_adjustment, "rate_adjustment", most=100))
    new = {
        name: figure
        for name, yearly in packaged_rules().yearly.items()
        if name in parameters
        and (figure := _carried(parameters[name], yearly, year, points)) is not None
    }
    if not new:
        accepted = msg("a year that lacks figures, and whose year before has them")
        raise InvalidInput("year", year, accepted)
    if points is not None:
        for relation in packaged_rules().relations:
            _follow(relation, parameters, new)
    return parameters.with_figures(new.values())


def _carried(
    parameter: Parameter, yearly: Yearly, year: int, points: Decimal | None
) -> Figure | None:
    """The figure of the year before, for one year more; None where the year has its own."""
    start = yearly.begins.first_day(year)
    if parameter.covers(start) or not parameter.covers(start - _DAY):
        return None
    last = parameter.on(start - _DAY)
    value, note = last.value, _AS_BEFORE
    if yearly.follows is Follows.ITSELF:
        if points is None:
            return None  # no adjustment is known, and last year's does not apply
        value, note = points, _EXPECTED
    elif points is not None and (own := yearly.points(year, points)):
        value = yearly.adjusted(last.value, own)
        note = _adjusted(own, [each for each in yearly.less if each.year == year])
    return Figure(
        parameter.name,
        value,
        parameter.unit,
        start,
        yearly.begins.last_day(start),
        attrs.evolve(parameter.source, read_in=""),
        Evidence.ASSUMED,
        note,
    )


_AS_BEFORE = Label(
    "the figure of the year before, carried forward unchanged",
    "det foregående års værdi, videreført uændret",
)
_EXPECTED = Label("the rate adjustment that is expected", "den satsregulering, der ventes")


def _adjusted(points: Decimal, less: Sequence[Deduction]) -> Label:
    """How a figure was adjusted, and what was deducted."""
    en, da = _in_both(points)
    note = Label(
        f"the figure of the year before, adjusted by {en} per cent",
        f"det foregående års værdi, reguleret med {da} procent",
    )
    for each in less:
        en, da = _in_both(each.points)
        note = Label(
            f"{note.en}, after a deduction of {en} points ({each.law}; inferred)",
            f"{note.da} efter et fradrag på {da} procentpoint ({each.law}; udledt)",
        )
    return note


def _in_both(number: Decimal) -> tuple[str, str]:
    plain = f"{number.normalize():f}"
    return plain, plain.replace(".", ",")


def _follow(relation: Relation, parameters: ParameterSet, new: dict[str, Figure]) -> None:
    """Derive a figure from another that was carried forward, where the relation is exact."""
    figure, origin = new.get(relation.figure), new.get(relation.of)
    if figure is None or origin is None or relation.within or relation.to is None:
        return
    if not relation.valid_from <= figure.valid_from <= relation.valid_to:
        return

    def value(name: str) -> Decimal:
        return new[name].value if name in new else parameters[name].on(figure.valid_from).value

    expected = nearest(relation.expected(value), relation.to)
    new[relation.figure] = attrs.evolve(figure, value=expected)
