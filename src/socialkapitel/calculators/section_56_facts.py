"""What is known of a section 56 agreement."""

from __future__ import annotations

from datetime import date

import attrs

from socialkapitel.calculators.inputs import read_flag
from socialkapitel.errors import InvalidInput, WrongType
from socialkapitel.messages import msg
from socialkapitel.periods import check_date

_MAX_DAYS = 366


def _read_days(value: int | None, field: str) -> int | None:
    accepted = msg("a whole number of days from 0 to {most}, or None", most=_MAX_DAYS)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongType(field, value, accepted)
    if not 0 <= value <= _MAX_DAYS:
        raise InvalidInput(field, value, accepted)
    return value


def _read_fact(value: bool | None, field: str) -> bool | None:  # noqa: FBT001
    return None if value is None else read_flag(value, field)


def _read_starts_on(value: date) -> date:
    return check_date(value, "starts_on")


def _read_expected(value: int | None) -> int | None:
    return _read_days(value, "expected_absence_days")


def _read_last_year(value: int | None) -> int | None:
    return _read_days(value, "absence_days_last_year")


def _read_employee(value: bool | None) -> bool | None:  # noqa: FBT001
    return _read_fact(value, "employee_agrees")


def _read_employer(value: bool | None) -> bool | None:  # noqa: FBT001
    return _read_fact(value, "employer_agrees")


def _read_municipality(value: bool | None) -> bool | None:  # noqa: FBT001
    return _read_fact(value, "municipality_approves")


def _read_treatment(value: bool | None) -> bool | None:  # noqa: FBT001
    return _read_fact(value, "treatment_decided_before_hiring")


def _read_changed(value: bool | None) -> bool | None:  # noqa: FBT001
    return _read_fact(value, "conditions_changed")


@attrs.frozen(kw_only=True)
class Section56Agreement:
    """What is known of an agreement; None where a fact is not known.

    Attributes:
        starts_on: the first day of the agreement.
        expected_absence_days: absence days expected within a year.
        employee_agrees: whether the employee agrees.
        employer_agrees: whether the employer agrees.
        municipality_approves: whether the municipality of residence approves.
        treatment_decided_before_hiring: whether treatment that causes the absence had been
            decided when the employee was hired.
        absence_days_last_year: absence days under the agreement in its last year.
        conditions_changed: whether the employee's working conditions, or those that the agreement
            rests on, have changed materially at expiry.

    Raises:
        SocialkapitelError: an `InvalidInput` naming the field, for any value not accepted.
    """

    starts_on: date = attrs.field(converter=_read_starts_on)
    expected_absence_days: int | None = attrs.field(converter=_read_expected)
    employee_agrees: bool | None = attrs.field(converter=_read_employee)
    employer_agrees: bool | None = attrs.field(converter=_read_employer)
    municipality_approves: bool | None = attrs.field(converter=_read_municipality)
    treatment_decided_before_hiring: bool | None = attrs.field(
        default=None, converter=_read_treatment
    )
    absence_days_last_year: int | None = attrs.field(default=None, converter=_read_last_year)
    conditions_changed: bool | None = attrs.field(default=None, converter=_read_changed)
