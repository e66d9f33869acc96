"""Which figures come with a caveat: those of which there is a doubt, and no others."""

from decimal import Decimal
from fractions import Fraction

import pytest

from socialkapitel import PARAMETERS, Evidence, Severity
from socialkapitel.explanation.worksheet import is_settled, look_up
from socialkapitel.formulas.arithmetic import half_up

FIGURES = [figure for parameter in PARAMETERS for figure in parameter.figures]
DERIVED = [figure for figure in FIGURES if figure.evidence is Evidence.DERIVED]
SETTLED = [figure for figure in DERIVED if is_settled(figure)]


def caveat_of(figure):
    return look_up(PARAMETERS, figure.parameter, figure.valid_from).told[2]


def worked_out(note):
    """The sum that a note consists of: ``"3,760 / 37, to the nearest øre"``."""
    total, *parts = (
        note.partition(", to")[0].replace(",", "").replace(" per cent of ", " % ").split()
    )
    value = Fraction(total)
    for sign, number in zip(parts[::2], parts[1::2], strict=True):
        factor = Fraction(number)
        value = value / factor if sign == "/" else value * factor / (100 if sign == "%" else 1)
    return value


@pytest.mark.parametrize("figure", SETTLED, ids=lambda figure: figure.key)
def test_the_sum_of_a_settled_figure_gives_it(figure):
    sum_ = worked_out(figure.note.en) * 100
    rounded = half_up(sum_.numerator, sum_.denominator)
    whole = abs(sum_ - 100 * Fraction(figure.value)) <= 50 and figure.value % 1 == 0
    assert whole or Decimal(rounded).scaleb(-2) == figure.value
    assert caveat_of(figure) is None


@pytest.mark.parametrize("figure", DERIVED, ids=lambda figure: figure.key)
def test_a_derived_figure_with_a_doubt_says_whether_the_result_may_be_another(figure):
    others = {
        other.value
        for other in PARAMETERS[figure.parameter].figures
        if other.evidence is Evidence.PUBLISHED
    }
    caveat = caveat_of(figure)
    if figure not in SETTLED:
        assert ("derived-figure", (figure.parameter,)) == (caveat.code, caveat.concerns)
        assert (caveat.severity is Severity.NOTE) == (figure.value in others)


def test_both_kinds_are_there():
    assert 0 < len(SETTLED) < len(DERIVED)


def test_figures_of_a_chapter_may_change_the_result():
    chapter = [figure for figure in FIGURES if figure.evidence is Evidence.CHAPTER]
    assert {Severity.MONEY} == {caveat_of(figure).severity for figure in chapter}
    published = [figure for figure in FIGURES if figure.evidence is Evidence.PUBLISHED]
    assert {None} == {caveat_of(figure) for figure in published}
