"""Legal figures with their dates, sources and evidence."""

from socialkapitel.parameters.model import Figure, LabelledFigure, Parameter, Unit
from socialkapitel.parameters.sets import ParameterSet, packaged_parameters

__all__ = [
    "Figure",
    "LabelledFigure",
    "Parameter",
    "ParameterSet",
    "Unit",
    "packaged_parameters",
]
