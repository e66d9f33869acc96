"""Legal figures with their dates, sources and evidence."""

from socialkapitel.parameters.series import (
    Figure,
    Parameter,
    Unit,
    divisor,
    refused_figure,
    whole_figure,
)
from socialkapitel.parameters.sets import ParameterSet, packaged_parameters

__all__ = [
    "Figure",
    "Parameter",
    "ParameterSet",
    "Unit",
    "divisor",
    "packaged_parameters",
    "refused_figure",
    "whole_figure",
]
