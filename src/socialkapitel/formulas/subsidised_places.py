"""How many subsidised places a workplace has room for.

Employees and figures are in hundredths, so that a figure with decimals counts exactly.
"""

from __future__ import annotations

from socialkapitel.formulas.arithmetic import Pick, Whole, less_at_least_zero, pick, smaller


def first_places(
    employees: Whole, first_employees: Whole, per_place: Whole, least: Whole, pick: Pick = pick
) -> Whole:
    """Whole places for the first employees, at least the least."""
    counted = smaller(employees, first_employees, pick) // per_place
    return pick(counted <= least // 100, least // 100, counted)


def further_places(
    employees: Whole, first_employees: Whole, per_place: Whole, pick: Pick = pick
) -> Whole:
    """Whole places for the employees above the first."""
    return less_at_least_zero(employees, first_employees, pick) // per_place
