import pytest
from whatif.what_if_cases import paid

import socialkapitel as sk
from socialkapitel.whatif import Between


def test_the_ends_are_numbers_or_pay():
    assert ("18.00", "37.00") == tuple(
        str(end) for end in (Between("18", 37).low, Between(18, "37").high)
    )
    assert 30000 == Between(paid("30000"), paid("40000")).least
    assert 40000 == Between(paid("30000"), paid("40000")).greatest


@pytest.mark.parametrize(
    ("low", "high", "match"),
    [
        ("2", "1", "high: .* more than 2"),
        ("2", "2", "high: .* more than 2"),
        ("1", paid("2"), "high: .* two numbers"),
        (sk.Pay.hourly("150"), paid("20000"), "high: .* pay of one kind twice"),
        (1.5, "2", "low: 1.5"),
        ("x", "2", "low: 'x'"),
    ],
)
def test_other_ends_are_refused(low, high, match):
    with pytest.raises(sk.InvalidInput, match=match):
        Between(low, high)
