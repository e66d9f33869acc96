"""All parameters together, and how a reform makes another set of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib.resources import files

import attrs

from socialkapitel.errors import InvalidData, InvalidInput, UnknownName, WrongType, check_kind
from socialkapitel.fields import checked
from socialkapitel.messages import Label, msg
from socialkapitel.money import Number, decimal, hundredths
from socialkapitel.parameters.loading import read_parameters, read_publications
from socialkapitel.parameters.model import Figure, Parameter
from socialkapitel.periods import check_date
from socialkapitel.sources import Evidence, Source

_MAX_FIGURE = 10_000_000
_PUBLICATIONS = "publications.toml"


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
    if not value.strip():
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
                raise InvalidData("parameters", parameter.name, msg("stands there twice"))
            index[parameter.name] = parameter
        object.__setattr__(self, "_index", index)

    def __getitem__(self, name: str) -> Parameter:
        """The parameter of that name.

        Raises:
            UnknownName: with the nearest names.
        """
        try:
            return self._index[name]
        except (KeyError, TypeError):
            raise UnknownName(msg("parameter"), name, self._index) from None

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
        valid_from: date,
        source: str | Source,
        valid_to: date | None = None,
        evidence: Evidence = Evidence.ASSUMED,
        note: Label | None = None,
    ) -> ParameterSet:
        """Another set in which one parameter has another figure; this set stays as it is.

        The new figure holds from ``valid_from`` through ``valid_to``; without ``valid_to`` until
        the next figure that begins after ``valid_from``, or, after the newest, until changed.
        Figures that it covers give way for those days only.

        Args:
            name: the parameter.
            value: the new figure in the parameter's unit, with at most two decimals.
            valid_from: its first day.
            source: where it comes from; a bill, an agreement, "what-if".
            valid_to: its last day.
            evidence: `Evidence.ASSUMED` puts a caveat on every result that uses it; say
                `Evidence.PUBLISHED` for a figure that has been announced.
            note: what to mind, in both languages.

        Raises:
            UnknownName: for an unknown parameter.
            InvalidInput: for a value that is no exact number, an end before the start, or an
                empty source.

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
        check_date(valid_from, "valid_from")
        if valid_to is not None and check_date(valid_to, "valid_to") < valid_from:
            raise InvalidInput("valid_to", valid_to, msg("a day on or after valid_from"))
        origin = _read_source(source)
        check_kind(evidence, Evidence, "evidence")
        if note is not None:
            check_kind(note, Label, "note")
        later = [f.valid_from for f in parameter.figures if f.valid_from > valid_from]
        if valid_to is None and later:
            valid_to = later[0] - timedelta(days=1)
        new = Figure(name, number, parameter.unit, valid_from, valid_to, origin, evidence, note)
        figures = [part for old in parameter.figures for part in _outside(old, new)]
        figures = sorted([*figures, new], key=lambda figure: figure.valid_from)
        changed = attrs.evolve(parameter, figures=tuple(figures))
        return ParameterSet([changed if p.name == name else p for p in self.parameters])


def _outside(old: Figure, new: Figure) -> Iterator[Figure]:
    """The parts of an old figure that lie before and after a new one."""
    if old.valid_from < new.valid_from:
        last = new.valid_from - timedelta(days=1)
        if old.valid_to is not None and old.valid_to < last:
            last = old.valid_to
        yield attrs.evolve(old, valid_to=last)
    if new.valid_to is not None and (old.valid_to is None or old.valid_to > new.valid_to):
        first = max(old.valid_from, new.valid_to + timedelta(days=1))
        yield attrs.evolve(old, valid_from=first)


@cache
def packaged_parameters() -> ParameterSet:
    """The figures that come with the library, read on first use.

    ``socialkapitel.PARAMETERS`` is this set.
    """
    folder = files("socialkapitel.parameters") / "data"
    texts = {
        file.name: file.read_text(encoding="utf-8")
        for file in sorted(folder.iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    }
    publications = read_publications(texts.pop(_PUBLICATIONS), _PUBLICATIONS)
    return ParameterSet(
        parameter
        for name, text in texts.items()
        for parameter in read_parameters(text, name, publications)
    )
