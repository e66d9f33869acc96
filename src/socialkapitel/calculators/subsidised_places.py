"""How many subsidised places a workplace has room for (rimelighedskrav)."""

from __future__ import annotations

from datetime import date

import attrs

from socialkapitel.calculators.inputs import divisor, read_heads
from socialkapitel.citations import ORDER
from socialkapitel.explanation import (
    Explained,
    Rounding,
    Worksheet,
    figures_or_packaged,
    worked_out,
)
from socialkapitel.formulas import subsidised_places as formulas
from socialkapitel.messages import msg
from socialkapitel.money import Number, oere
from socialkapitel.parameters import ParameterSet, Unit
from socialkapitel.periods import read_date
from socialkapitel.sources import FormerCitation, Rule, Source

_LAW = Source(
    f"LAB § 77; {ORDER} § 65",
    "BEK 2636/2021, elov.dk; L 238 (2020-21)",
    former=(
        FormerCitation(date(2017, 11, 8), f"{ORDER} § 70"),
        FormerCitation(date(2019, 12, 31), "BEK 1297/2017 § 92"),
    ),
)
_FIRST = date(2013, 1, 1)
_FIRST_PLACES = Rule("quota.first_places", msg("Places for the first employees"), _LAW, _FIRST)
_FURTHER = Rule("quota.further_places", msg("Places for the employees above them"), _LAW, _FIRST)
PLACES = Rule("quota.places", msg("Subsidised places"), _LAW, _FIRST)


@attrs.frozen(kw_only=True)
class SubsidisedPlaces(Explained):
    """The room for subsidised places at a workplace; ``places`` is their number."""

    places: int


def subsidised_places(
    ordinary_employees: Number, on: date | str, *, parameters: ParameterSet | None = None
) -> SubsidisedPlaces:
    """How many subsidised places a workplace has room for (rimelighedskrav).

    One for every full 5 ordinary employees up to 50, always at least one, and one for every full
    10 employees above 50. Places with wage subsidy and in work placement take up the room;
    flexjobs don't, though one source counts them. Law: LAB § 77 and the order on active
    employment § 65 (before 2020: BEK 1297/2017 § 92); known from 2013-01-01.

    Args:
        ordinary_employees: employees without subsidy, a whole number from 0 to 1,000,000.
        on: the day whose law applies.
        parameters: another set of legal figures.

    Raises:
        InvalidInput: for a number of employees that is not accepted.
        NotInForce: for a day before 2013.

    >>> import socialkapitel as sk
    >>> [sk.subsidised_places(number, date(2021, 3, 1)).places for number in (0, 9, 10, 75)]
    [1, 1, 2, 12]
    """
    heads = read_heads(ordinary_employees, "ordinary_employees")
    on = read_date(on, "on")
    PLACES.check(on)
    return worked_out(
        msg("Subsidised places on {day}", day=on), figures_or_packaged(parameters), _work, heads, on
    )


def _work(sheet: Worksheet, heads: int, on: date) -> SubsidisedPlaces:
    employees = sheet.given("ordinary_employees", heads, Unit.PEOPLE)
    per_five, per_ten, limit, least = (
        sheet.figure(f"quota.{name}", on)
        for name in ("per_five", "per_ten", "first_employees", "least_places")
    )
    counted, most = heads * 100, oere(limit.value)
    first = formulas.first_places(counted, most, divisor(per_five), oere(least.value))
    further = formulas.further_places(counted, most, divisor(per_ten))
    first_places = sheet.calculate(
        _FIRST_PLACES,
        on,
        "max(least, min(employees, limit) / per_place)",
        {
            "least": sheet.of(least),
            "employees": employees,
            "limit": sheet.of(limit),
            "per_place": sheet.of(per_five),
        },
        first,
        Unit.PLACES,
        rounding=Rounding.DOWN,
    )
    further_places = sheet.calculate(
        _FURTHER,
        on,
        "max(0, employees - limit) / per_place",
        {"employees": employees, "limit": sheet.of(limit), "per_place": sheet.of(per_ten)},
        further,
        Unit.PLACES,
        rounding=Rounding.DOWN,
    )
    sheet.calculate(
        PLACES,
        on,
        "first + further",
        {"first": first_places, "further": further_places},
        first + further,
        Unit.PLACES,
    )
    return SubsidisedPlaces(places=first + further, explanation=sheet.explanation())
