"""Agreements for the tests of section 56."""

from datetime import date

import socialkapitel as sk

START = date(2024, 3, 1)


def agreement(**changes):
    facts = {
        "starts_on": START,
        "expected_absence_days": 12,
        "employee_agrees": True,
        "employer_agrees": True,
        "municipality_approves": True,
        "meets_employment_requirement": True,
        "absence_days_last_year": 10,
    }
    return sk.Section56Agreement(**{**facts, **changes})
