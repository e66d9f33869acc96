"""The formula as OpenFisca-core and PolicyEngine-core want it: their interface is the same.

A simulation has one period. Rows of several months take a simulation for each month.
"""

from importlib import import_module
from types import SimpleNamespace

from benchmarks.speed.contest import figures

NAMES = {
    "build_entity": "entities",
    "ParameterNode": "parameters",
    "MONTH": "periods",
    "SimulationBuilder": "simulations",
    "TaxBenefitSystem": "taxbenefitsystems",
    "Variable": "variables",
}
BANDS = ("full", "two_thirds", "one_third")
INPUTS = ("starting_pay", "weekly_hours", "other_contributions")
PARTS = ("starting_pay", "weekly_hours", "atp", "other_contributions")


def set_up(package, task):
    """One of the packages and its tax-benefit system."""
    core = SimpleNamespace(
        **{name: getattr(import_module(f"{package}.{room}"), name) for name, room in NAMES.items()}
    )
    return core, system(core, figures(task)), task.one_date[:7]


def basis(employee, period, parameters):
    """Pay for the hours, ATP and other contributions, up to the ceiling."""
    import numpy as np

    pay, hours, atp, other = (employee(name, period) for name in PARTS)
    share = hours / 37
    return np.minimum(pay * share + atp + other, parameters(period).ceiling_yearly / 12 * share)


def atp(employee, period, parameters):
    """The ATP contribution for the hours."""
    import numpy as np

    known, hours = parameters(period), employee("weekly_hours", period)
    reached = [hours * 52 / 12 >= known.limits[band] for band in BANDS]
    return np.select(reached, [known.rates[band] for band in BANDS], 0)


def refund(employee, period, _parameters):
    """The share of the basis."""
    return employee("basis", period) * 2 / 3


def system(core, known):
    """The tax-benefit system: three inputs and three formulas, with their dated figures."""
    employee = core.build_entity(
        key="employee", plural="employees", label="Employee", is_person=True
    )
    common = {"value_type": float, "entity": employee, "definition_period": core.MONTH}
    made = core.TaxBenefitSystem([employee])
    for name in INPUTS:
        made.add_variable(type(name, (core.Variable,), {**common, "label": name}))
    for formula in (basis, atp, refund):
        name = formula.__name__
        own = {**common, "label": formula.__doc__, "formula": formula}
        made.add_variable(type(name, (core.Variable,), own))
    made.parameters = core.ParameterNode("", data=parameters_of(known))
    return made


def parameters_of(known):
    def dated(name):
        return {"values": {day: {"value": value / 100} for day, value in known[name]}}

    return {
        "ceiling_yearly": dated("flexjob.ceiling_yearly"),
        "limits": {band: dated(f"atp.band.{band}_hours") for band in BANDS},
        "rates": {band: dated(f"atp.a.employer_monthly.{band}") for band in BANDS},
    }


def compute(model, rows):
    """The refunds of rows in one month, in kroner."""
    core, made, month = model
    simulation = core.SimulationBuilder().build_default_simulation(made, len(rows["weekly_hours"]))
    for name, values in rows.items():
        simulation.set_input(name, month, values)
    return simulation.calculate("refund", month)
