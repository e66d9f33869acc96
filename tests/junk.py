"""Values that nobody should give to anything, for properties that refuse them."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import strategies as st

import socialkapitel as sk

_texts = st.sampled_from(["", " ", "1,5", "٣", "1e5", "NaN", "-0", "0x1", "1_000", "2/3", "½"])
_numbers = st.one_of(
    st.floats(),
    st.integers(),
    st.booleans(),
    st.sampled_from([400, 5_000]).map(lambda digits: 10**digits),
    st.decimals(),
    st.sampled_from([Decimal("1E+999999"), Decimal("1E-999999"), Decimal("-0"), Decimal("sNaN")]),
    st.fractions(),
)
_times = st.one_of(
    st.dates(),
    st.datetimes(),
    st.builds(sk.Month, st.integers(1900, 2199), st.integers(1, 12)),
    st.builds(sk.Quarter, st.integers(1900, 2199), st.integers(1, 4)),
)
_nothing = st.sampled_from([None, object(), ..., sk.Month, Fraction(1, 3), date.min, date.max])
_single = st.one_of(_texts, st.text(), st.binary(), _numbers, _times, _nothing)

junk = st.recursive(
    _single,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.tuples(inner, inner),
        st.dictionaries(st.one_of(_texts, st.integers(), st.dates()), inner, max_size=3),
    ),
    max_leaves=5,
)
"""Anything at all, of which some may happen to be fit."""


def fits_or_is_refused(call, kind) -> bool:
    """Whether a call gives such a result, or an error of the library that says what is wrong."""
    try:
        result = call()
    except sk.SocialkapitelError as error:
        return bool(str(error))
    return isinstance(result, kind)
