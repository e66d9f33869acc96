"""The calculators that users call, found in the source: tests that go through all miss none."""

import inspect
from importlib import import_module
from pkgutil import iter_modules

import attrs

from socialkapitel import calculators
from socialkapitel.explanation import Explained

IN_NO_CELL = {
    "explanation",
    "findings",
    "lines",
    "missing",
    "parts",
    "open_weeks",
    "spells",
    "weeks",
}
"""Fields of results that have no place in a table."""


def _results():
    for module in iter_modules(calculators.__path__, "socialkapitel.calculators."):
        defined = vars(import_module(module.name))
        for name, function in defined.items():
            if name.startswith("_") or not inspect.isfunction(function):
                continue
            if function.__module__ == module.name:
                # By its name: not every annotation is one that can be evaluated.
                result = defined.get(inspect.get_annotations(function).get("return"))
                if isinstance(result, type) and issubclass(result, Explained):
                    yield name, result


RESULTS = dict(_results())
"""The type of each calculator's result, by the calculator's name."""


def fields_in_tables(result):
    """The names of a result's fields that can stand in a table."""
    return [field.name for field in attrs.fields(result) if field.name not in IN_NO_CELL]
