"""A legal figure over the years."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs

from socialkapitel.brief import brief
from socialkapitel.errors import check_kind
from socialkapitel.i18n import AS_SET, shown_language
from socialkapitel.messages import msg
from socialkapitel.parameters import Parameter, ParameterSet, packaged_parameters
from socialkapitel.tables import Column, Table

if TYPE_CHECKING:
    import altair as alt


@brief
@attrs.frozen(kw_only=True)
class History(Table):
    """A row for each figure that a parameter has had.

    Attributes:
        parameter: the parameter.
        until: how far a figure that holds until changed is drawn: the last day for which any
            parameter of the set is known.
    """

    parameter: Parameter = attrs.field(repr=False)
    until: date

    def chart(self, language: str = AS_SET) -> alt.LayerChart:
        """The figure over the years, with shapes that say how it is known.

        Needs the extra ``plots``.

        Raises:
            UnknownName: for another language than ``"en"`` and ``"da"``.
            MissingExtra: where altair is not installed.
        """
        from socialkapitel.whatif.charts.history import draw_history

        return draw_history(self, shown_language(language))


def history(name: str, *, parameters: ParameterSet | None = None) -> History:
    """All figures that a parameter has had, with their dates and how they are known (satsrække).

    Args:
        name: the parameter.
        parameters: another set of legal figures.

    Raises:
        UnknownName: with the nearest names.

    >>> history("flexjob.ceiling_yearly")["value"][:2]
    (Decimal('395000'), Decimal('404480'))
    """
    known = packaged_parameters() if parameters is None else parameters
    parameter = check_kind(known, ParameterSet, "parameters")[name]
    return History(
        title=parameter.label,
        columns=(
            Column("valid_from", msg("From")),
            Column("valid_to", msg("Through")),
            Column("value", msg("Value in force"), parameter.unit),
            Column("evidence", msg("Basis of the value")),
            Column("source", msg("Source")),
        ),
        rows=tuple(
            (
                figure.valid_from,
                figure.valid_to,
                figure.value,
                figure.evidence,
                figure.source.read_in or figure.source.citation,
            )
            for figure in parameter.figures
        ),
        parameter=parameter,
        until=max(
            (other.last_day for other in known if other.last_day), default=parameter.first_day
        ),
    )
