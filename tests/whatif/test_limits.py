from whatif.what_if_cases import BASE, paid

import socialkapitel as sk
from socialkapitel import whatif
from socialkapitel.whatif.limits import bends, is_straight


def test_three_points_on_a_line_but_for_roundings():
    assert is_straight((0, 50, 100), (0, 50, 100))
    assert is_straight((0, 1, 3), (sk.danish("10,00"), sk.danish("10,01"), sk.danish("10,01")))
    assert not is_straight((0, 50, 100), (0, 51, 100))


def test_what_is_no_number_is_straight_where_it_stays():
    assert is_straight((0, 1, 2), (None, None, None))
    assert not is_straight((0, 1, 2), (None, 5, 5))


def test_a_curve_that_ends_in_a_kink_does_not_bend_there():
    found = whatif.sweep(sk.flexjob_refund, BASE, starting_pay=[paid("30000"), paid("48817.76")])

    assert 1 == len(found.kinks)
    assert [] == bends(found, "amount")
