import pytest
from parameter_pages import figures_table
from pieces import table

from socialkapitel import PARAMETERS
from socialkapitel.i18n import LANGUAGES


@pytest.mark.parametrize(
    ("heads", "rows"), [(["a", "b", "c"], []), (["a"], []), ([], [["1"]]), (["a", "b"], [[""] * 3])]
)
def test_every_row_has_a_cell_for_each_column(heads, rows):
    with pytest.raises(ValueError, match="cells in 2 columns"):
        table(heads, rows, widths=[50, 50], classes=[])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("parameter", PARAMETERS, ids=lambda parameter: parameter.name)
def test_the_figures_of_a_parameter_stand_in_a_table(parameter, language):
    text = figures_table(parameter, language).astext()
    assert text.count("\n\n") >= len(parameter.figures)
