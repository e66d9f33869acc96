"""Room for subsidised places at workplaces (rimelighedskrav), row by row."""

from __future__ import annotations

from socialkapitel.calculators.inputs import MAX_EMPLOYEES, divisor
from socialkapitel.calculators.subsidised_places import PLACES, SubsidisedPlaces
from socialkapitel.calculators.subsidised_places import subsidised_places as places_of_one
from socialkapitel.formulas import subsidised_places as formulas
from socialkapitel.frames.calculator import FrameCalculator, Inputs, Values, Work
from socialkapitel.frames.columns import day, whole
from socialkapitel.frames.days import figure_on
from socialkapitel.frames.engine import Frame, compute
from socialkapitel.frames.logic import pick
from socialkapitel.frames.status import not_in_force, unknown_figures
from socialkapitel.parameters import ParameterSet


def _work(inputs: Inputs, figures: ParameterSet) -> Work:
    on = inputs.day("on")
    (counted,) = inputs.keep(inputs.whole("ordinary_employees") * 100)
    per_five = figure_on(figures["quota.per_five"], on, divisor)
    per_ten = figure_on(figures["quota.per_ten"], on, divisor)
    limit = figure_on(figures["quota.first_employees"], on)
    least = figure_on(figures["quota.least_places"], on)
    first = formulas.first_places(counted, limit.value, per_five.value, least.value, pick)
    further = formulas.further_places(counted, limit.value, per_ten.value, pick)
    return Work(
        faults=[
            not_in_force(PLACES, on),
            *unknown_figures(per_five, per_ten, limit, least),
        ],
        results={"places": first + further},
    )


def _scalar(values: Values, parameters: ParameterSet) -> SubsidisedPlaces:
    return places_of_one(values["ordinary_employees"], values["on"], parameters=parameters)


CALCULATOR = FrameCalculator(
    name="subsidised_places",
    columns=(whole("ordinary_employees", 0, MAX_EMPLOYEES), day("on")),
    added=("places",),
    work=_work,
    scalar=_scalar,
)


def subsidised_places(frame: Frame, *, parameters: ParameterSet | None = None) -> Frame:
    """How many subsidised places workplaces have room for.

    Each row is what `socialkapitel.subsidised_places` gives, by the same formulas
    (rimelighedskrav). Law: LAB § 77 and the order on active employment § 65
    (before 2020: BEK 1297/2017 § 92).

    Reads ``ordinary_employees`` (Int64, people) and ``on`` (Date).

    Adds ``places`` (Int64) and ``status``; the places are 0 where it isn't ``"ok"``. See
    `socialkapitel.frames.status`.

    Args:
        frame: a frame of any supported engine; a lazy one stays lazy.
        parameters: another set of legal figures.

    Raises:
        InvalidFrame: with everything that is wrong with the frame's engine, columns and types.
        InvalidInput: for a caller's figure that can't be used.

    >>> from datetime import date
    >>> import polars as pl
    >>> from socialkapitel import frames
    >>> workplaces = pl.DataFrame({"ordinary_employees": [9, 75], "on": [date(2021, 3, 1)] * 2})
    >>> frames.subsidised_places(workplaces)["places"].to_list()
    [1, 12]
    """
    return compute(CALCULATOR, frame, parameters)
