"""Legal figures with their dates, sources and evidence."""

from socialkapitel.parameters.model import Figure, Parameter, Unit
from socialkapitel.parameters.sets import ParameterSet, packaged_parameters

__all__ = [
    "Figure",
    "Parameter",
    "ParameterSet",
    "Unit",
    "packaged_parameters",
]
