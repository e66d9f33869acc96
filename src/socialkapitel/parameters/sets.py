"""All parameters together, and how a reform makes another set from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import cache
from importlib.resources import files
from os import PathLike
from typing import TYPE_CHECKING, Any

import attrs

from socialkapitel.errors import (
    InvalidData,
    InvalidInput,
    NotInForce,
    NotKnown,
    UnknownName,
    WrongType,
    check_kind,
)
from socialkapitel.fields import checked
from socialkapitel.messages import Label, msg, says_something
from socialkapitel.money import Number, decimal, hundredths
from socialkapitel.parameters.loading import (
    read_needs,
    read_parameters,
    read_publications,
    read_rules,
)
from socialkapitel.parameters.rules import Rules, leap
from socialkapitel.parameters.series import Figure, Parameter
from socialkapitel.periods import FIRST_YEAR, LAST_YEAR, read_date
from socialkapitel.sources import Evidence, Publication, Source

if TYPE_CHECKING:
    from socialkapitel.parameters.turn import MissingFigures


_MAX_FIGURE = 10_000_000
_PUBLICATIONS = "publications.toml"
_NEEDS = "needs.toml"
_SERIES = re.compile(r'^id = "([^"]+)"$', re.MULTILINE)
_DAY = timedelta(days=1)


class End(Enum):
    """Where a figure ends, where no day is given."""

    OF_ITS_YEAR = "with its year, where it is a yearly figure; otherwise when it is changed"


def _by_name(parameters: Iterable[Parameter]) -> tuple[Parameter, ...]:
    found = tuple(check_kind(parameters, Iterable, "parameters"))  # type: ignore[type-abstract]
    for parameter in found:
        check_kind(parameter, Parameter, "parameters")
    return tuple(sorted(found, key=lambda parameter: parameter.name))


def _read_source(value: str | Source) -> Source:
    if isinstance(value, Source):
        return value
    if not isinstance(value, str):
        raise WrongType("source", value, msg("a text or a Source"))
    if not says_something(value):
        raise InvalidInput("source", value, msg("a text that says where the figure is from"))
    return Source(value.strip())


def _read_value(value: Number) -> Decimal:
    """An exact number, whole or with two decimals."""
    whole = hundredths(value, "value", most=_MAX_FIGURE)
    return decimal(whole) if whole % 100 else Decimal(whole // 100)


@checked
@attrs.frozen(repr=False, cache_hash=True)
class ParameterSet:
    """The legal figures that calculators look up (satser). Never changes; `amend` makes another.

    >>> from socialkapitel import PARAMETERS
    >>> PARAMETERS["sickness_benefit.max_weekly"].on(date(2026, 6, 1)).value
    Decimal('5085')
    """

    parameters: tuple[Parameter, ...] = attrs.field(converter=_by_name)
    _index: dict[str, Parameter] = attrs.field(init=False, eq=False)

    def __attrs_post_init__(self) -> None:
        index: dict[str, Parameter] = {}
        for parameter in self.parameters:
            if parameter.name in index:
                raise InvalidData("parameters", parameter.name, msg("occurs twice"))
            index[parameter.name] = parameter
        object.__setattr__(self, "_index", index)

    if not TYPE_CHECKING:  # pragma: no branch; else a misspelt name would pass as any object

        def __getattr__(self, name: str) -> object:
            """All parameters of a set that reads its files when it needs them."""
            if name != "parameters":
                raise AttributeError(f"a ParameterSet has no {name!r}", name=name, obj=self)
            found = tuple(map(self._index.__getitem__, self._index))
            object.__setattr__(self, "parameters", found)
            return found

    def __getitem__(self, name: str) -> Parameter:
        """The parameter of that name.

        Raises:
            UnknownName: with the nearest names.
        """
        try:
            return self._index[name]
        except (KeyError, TypeError):
            known = {parameter.name: parameter for parameter in self}
            raise UnknownName(msg("parameter"), name, known) from None

    def __iter__(self) -> Iterator[Parameter]:
        return iter(self.parameters)

    def __len__(self) -> int:
        return len(self.parameters)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name in self._index

    def __repr__(self) -> str:
        return f"<ParameterSet of {len(self)} parameters>"

    def __rich_repr__(self) -> Iterator[object]:
        """What rich shows: the number of parameters."""
        yield "parameters", len(self.parameters)

    @property
    def names(self) -> tuple[str, ...]:
        """All names, in alphabetical order."""
        return tuple(self._index)

    def amend(
        self,
        name: str,
        *,
        value: Number,
        valid_from: date | str,
        source: str | Source,
        valid_to: date | str | End | None = End.OF_ITS_YEAR,
        evidence: Evidence = Evidence.ASSUMED,
        note: Label | None = None,
        confirmed: bool = False,
    ) -> ParameterSet:
        """Another set in which one parameter has another figure; this set stays as it is.

        The new figure holds from ``valid_from`` through ``valid_to``. Without ``valid_to`` it holds
        until the next figure that begins after ``valid_from``, and a yearly figure, such as a
        ceiling, no longer than its year; with ``valid_to=None`` it holds until the next figure
        or, after the newest, until changed. Figures that it covers give way for those days only.

        Args:
            name: the parameter.
            value: the new figure in the parameter's unit, with at most two decimals.
            valid_from: its first day.
            source: where it comes from; a bill, an agreement, "what-if".
            valid_to: its last day; None for one that holds until it is changed.
            evidence: `Evidence.ASSUMED` puts a caveat on every result that uses it; say
                `Evidence.PUBLISHED` for a figure that has been announced.
            note: what to bear in mind, in both languages.
            confirmed: whether a published yearly figure is right although it changes by more than
                a year's adjustment explains.

        Raises:
            UnknownName: for an unknown parameter.
            InvalidInput: for a value that is not an exact number, an end before the start, an empty
                source, or a published yearly figure that leaps and is not confirmed.

        >>> from socialkapitel import PARAMETERS
        >>> reform = PARAMETERS.amend(
        ...     "flexjob.ceiling_yearly",
        ...     value="650000",
        ...     valid_from=date(2026, 7, 1),
        ...     source="a proposal",
        ... )
        >>> reform["flexjob.ceiling_yearly"].on(date(2026, 8, 1)).value
        Decimal('650000')
        >>> PARAMETERS["flexjob.ceiling_yearly"].on(date(2026, 8, 1)).value
        Decimal('636785')
        """
        parameter = self[name]
        number = _read_value(value)
        start = read_date(valid_from, "valid_from")
        end = valid_to if isinstance(valid_to, End) else _read_end(valid_to, start)
        origin = _read_source(source)
        check_kind(evidence, Evidence, "evidence")
        if note is not None:
            check_kind(note, Label, "note")
        new = Figure(
            name,
            number,
            parameter.unit,
            start,
            self._end(parameter, start, end),
            origin,
            evidence,
            note,
        )
        rules = packaged_rules()
        if evidence is Evidence.PUBLISHED and name in rules.yearly and not confirmed:
            _check_leap(parameter, new)
        return self.with_figures([new])

    def extend(
        self,
        figures: str | PathLike[str] | Mapping[Any, Any],
        *,
        source: str | Source | None = None,
    ) -> ParameterSet:
        """Another set with many more figures, such as those of a new year.

        The figures are in a TOML file in the library's own format, or in a mapping: either the same
        document, or ``{"flexjob.ceiling_yearly": {"2027-01-01": "657000"}}``. Everything is
        checked, and all faults are reported at once: that each series exists, that figures fit
        together as the library's do (an hourly figure with its weekly one, the employer's part with
        the whole contribution), and that none changes by more than a year's adjustment explains,
        unless it says ``confirmed = true``. A yearly figure ends with its year unless it says
        ``until``, a day or ``"open"``.

        Args:
            figures: the file, or the mapping.
            source: where the figures come from, for those that don't say so themselves.

        Raises:
            InvalidData: for a file or mapping that breaks the format, or a figure that does not
                fit; `InvalidFields` with all of them in ``faults``, where there are several.
            InvalidInput: for a file that can't be read.

        >>> from socialkapitel import PARAMETERS
        >>> figures = PARAMETERS.extend(
        ...     {"flexjob.ceiling_yearly": {"2027-01-01": "657000"}}, source="a letter"
        ... )
        >>> figures["flexjob.ceiling_yearly"].last_day
        datetime.date(2027, 12, 31)
        """
        from socialkapitel.parameters.extension import extended

        return extended(self, figures, None if source is None else _read_source(source))

    def carried_forward(self, year: int, *, rate_adjustment: Number | None = None) -> ParameterSet:
        """Another set in which last year's figures stand in for those of a year that are missing.

        For budgets, and for January before the figures are out. Each yearly figure that holds to
        the end of the year before, and has no successor, continues for one year as
        `Evidence.ASSUMED`: each result that uses it has a caveat that names it. With
        ``rate_adjustment``, figures that follow it rise, each by its own rule and rounding. The
        benefits of 2027 rise by 0.45 points less (lov 630/2024; inferred), so never by the rate
        adjustment alone. What the parties of the labour market agree on stays as it was.

        Args:
            year: the year, the first one for which figures are missing.
            rate_adjustment: by how many per cent rates are expected to rise, such as ``"3.2"``;
                without it figures stay as they were.

        Raises:
            InvalidInput: for a year before which nothing is known, or that lacks none.

        >>> from socialkapitel import PARAMETERS
        >>> budget = PARAMETERS.carried_forward(2027, rate_adjustment="3.2")
        >>> budget["flexjob.ceiling_yearly"].on(date(2027, 3, 1)).value
        Decimal('657162')
        """
        from socialkapitel.parameters.turn import carried_forward

        return carried_forward(self, year, rate_adjustment)

    @property
    def last_year(self) -> int:
        """The last year for which yearly figures are known; the next one lacks them.

        >>> from socialkapitel import PARAMETERS
        >>> PARAMETERS.carried_forward(PARAMETERS.last_year + 1).last_year - PARAMETERS.last_year
        1
        """
        from socialkapitel.parameters.turn import last_year

        yearly = packaged_rules().yearly
        return max(
            (last_year(each) or LAST_YEAR for each in self if each.name in yearly),
            default=FIRST_YEAR,
        )

    def missing(self, day: date | str) -> MissingFigures:
        """The series that have no figure for a day, with what is needed to find it.

        ``len`` counts them, and ``table()`` shows them.

        >>> from socialkapitel import PARAMETERS
        >>> "atp.a.total_monthly" in PARAMETERS.missing(date(2027, 1, 4)).names
        True
        """
        from socialkapitel.parameters.turn import missing_on

        return missing_on(self, read_date(day, "day"))

    def ending(self, year: int) -> MissingFigures:
        """The series whose last figure is that of a year.

        >>> from socialkapitel import PARAMETERS
        >>> PARAMETERS.ending(2017).names
        ('unemployment_benefit.max_daily',)
        """
        from socialkapitel.parameters.turn import ending_with

        return ending_with(self, year)

    def _end(self, parameter: Parameter, start: date, end: date | End | None) -> date | None:
        """The last day of a new figure."""
        if isinstance(end, date):
            return end
        ends = [f.valid_from - _DAY for f in parameter.figures if f.valid_from > start]
        yearly = packaged_rules().yearly.get(parameter.name)
        if end is not None and yearly is not None:
            ends.append(yearly.begins.last_day(start))
        return min(ends, default=None)

    def end_of(self, name: str, start: date | str) -> date | None:
        """The last day of a figure that begins on a day, where none is given."""
        return self._end(self[name], read_date(start, "start"), End.OF_ITS_YEAR)

    def with_figures(self, new: Iterable[Figure]) -> ParameterSet:
        """Another set with more figures; those that they cover give way for their days."""
        changed: dict[str, Parameter] = {}
        for figure in new:
            parameter = changed.get(figure.parameter) or self[figure.parameter]
            figures = [part for old in parameter.figures for part in _outside(old, figure)]
            figures = sorted([*figures, figure], key=lambda each: each.valid_from)
            changed[figure.parameter] = attrs.evolve(parameter, figures=tuple(figures))
        return ParameterSet(changed.get(each.name, each) for each in self.parameters)


def _read_end(value: date | str | None, start: date) -> date | None:
    if value is None:
        return None
    if (end := read_date(value, "valid_to")) < start:
        raise InvalidInput("valid_to", end, msg("a day on or after the first day"))
    return end


def _check_leap(parameter: Parameter, new: Figure) -> None:
    before = [each for each in parameter.figures if each.valid_from < new.valid_from]
    if reason := leap(new, before[-1] if before else None):
        accepted = msg("a confirmed value: {reason}", reason=reason)
        raise InvalidInput("value", new.value, accepted)


def _outside(old: Figure, new: Figure) -> Iterator[Figure]:
    """The parts of an old figure that lie before and after a new one."""
    if old.valid_from < new.valid_from:
        last = new.valid_from - _DAY
        if old.valid_to is not None and old.valid_to < last:
            last = old.valid_to
        yield attrs.evolve(old, valid_to=last)
    if new.valid_to is not None and (old.valid_to is None or old.valid_to > new.valid_to):
        first = max(old.valid_from, new.valid_to + _DAY)
        yield attrs.evolve(old, valid_from=first)


class _Files(dict[str, Parameter]):
    """The parameters of files by name, in alphabetical order; a file is read when it is needed."""

    def __init__(self, texts: Mapping[str, str], publications: Mapping[str, Publication]) -> None:
        super().__init__()
        self._texts = texts
        self._publications = publications
        homes = {name: file for file, text in texts.items() for name in _SERIES.findall(text)}
        self._homes = dict(sorted(homes.items()))

    def __missing__(self, name: str) -> Parameter:
        file = self._homes[name]
        for parameter in read_parameters(self._texts[file], file, self._publications):
            self.setdefault(parameter.name, parameter)
        return self[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._homes)

    def __len__(self) -> int:
        return len(self._homes)

    def __contains__(self, name: object) -> bool:
        return name in self._homes


@cache
def packaged_parameters() -> ParameterSet:
    """The figures that come with the library, each file read when one of its figures is asked for.

    ``socialkapitel.PARAMETERS`` is this set.
    """
    texts = _texts("")
    publications = read_publications(texts.pop(_PUBLICATIONS), _PUBLICATIONS)
    del texts[_NEEDS]
    found = ParameterSet(())
    object.__setattr__(found, "_index", _Files(texts, publications))
    object.__delattr__(found, "parameters")  # `ParameterSet.__getattr__` reads them all
    for name, text in _texts("years").items():
        from socialkapitel.parameters.extension import with_text

        found = with_text(found, text, name)
    return found


@cache
def packaged_rules() -> Rules:
    """What is known about the packaged series besides their figures."""
    texts = _texts("")
    needs = read_needs(texts.pop(_NEEDS), _NEEDS)
    del texts[_PUBLICATIONS]
    return Rules(needs=needs).and_also(read_rules(text, name) for name, text in texts.items())


def _texts(folder: str) -> dict[str, str]:
    """The packaged files of a folder, in order of name."""
    data = files("socialkapitel.parameters") / "data" / folder
    found = sorted(data.iterdir(), key=lambda file: file.name) if data.is_dir() else ()
    return {
        file.name: file.read_text(encoding="utf-8") for file in found if file.name.endswith(".toml")
    }


@attrs.frozen(eq=False, repr=False)
class Probe(ParameterSet):
    """A set in which every day has a figure; ``met`` collects those that are not known."""

    met: dict[str, NotKnown] = attrs.field(factory=dict)

    def __getitem__(self, name: str) -> Parameter:
        found = ParameterSet.__getitem__(self, name)
        return _Probed(
            found.name,
            found.label,
            found.unit,
            found.source,
            found.figures,
            found.note,
            met=self.met,
        )


@attrs.frozen(eq=False)
class _Probed(Parameter):
    met: dict[str, NotKnown] = attrs.field(kw_only=True)

    def on(self, day: date | str) -> Figure:
        """The figure in force on a day, or the nearest one before, or the first."""
        day = read_date(day, "day")
        try:
            return Parameter.on(self, day)
        except NotInForce as error:
            self.met.setdefault(self.name, error.missing[0])
            return self.figures[max(self._place(day) - 1, 0)]
