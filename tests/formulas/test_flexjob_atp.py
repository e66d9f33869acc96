"""The ATP band comes out alike for whole numbers and for columns."""

from formulas.columns import computed, pick
from hypothesis import given
from hypothesis import strategies as st

from socialkapitel.formulas.flexjob import atp_contribution, of_month, of_week

BANDS = (11700, 7800, 3900)
CONTRIBUTIONS = (18935, 12625, 6310)

hours = st.lists(
    st.tuples(
        st.integers(1, 3700) | st.sampled_from([899, 900, 901, 1799, 1800, 2699, 2700, 2701])
    ),
    min_size=1,
    max_size=20,
)


def in_words(weekly):
    """Monthly hours times 1200 against the bands, counted up."""
    monthly = weekly * 52
    return next(
        (
            contribution
            for band, contribution in zip(BANDS, CONTRIBUTIONS, strict=True)
            if monthly >= band * 12
        ),
        0,
    )


@given(hours)
def test_the_contribution_of_a_band(rows):
    expected = [in_words(weekly) for (weekly,) in rows]
    assert expected == [
        atp_contribution(of_week(weekly), BANDS, CONTRIBUTIONS) for (weekly,) in rows
    ]
    assert expected == computed(
        rows,
        ["weekly"],
        lambda weekly: atp_contribution(of_week(weekly), BANDS, CONTRIBUTIONS, pick),
    )


def test_the_edges_of_the_bands():
    edges = (1, 899, 900, 1799, 1800, 2699, 2700, 3700)
    assert [0, 0, 6310, 6310, 12625, 12625, 18935, 18935] == [
        atp_contribution(of_week(weekly), BANDS, CONTRIBUTIONS) for weekly in edges
    ]


def test_the_edges_of_hours_that_were_paid():
    edges = (1, 3899, 3900, 7799, 7800, 11699, 11700, 74400)
    assert [0, 0, 6310, 6310, 12625, 12625, 18935, 18935] == [
        atp_contribution(of_month(paid), BANDS, CONTRIBUTIONS) for paid in edges
    ]
