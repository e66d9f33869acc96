"""What is read as a number, what is refused, and how numbers come out."""

from decimal import Decimal
from fractions import Fraction

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import socialkapitel as sk
from socialkapitel import InvalidInput, Pay, Share, WrongType
from socialkapitel.money import (
    MAX_AMOUNT,
    MAX_HOURLY,
    PayPer,
    amount,
    decimal,
    hourly_rate,
    hundredths,
    kroner,
    oere,
    round_half_away,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, 0),
        ("0", 0),
        ("-0", 0),
        (Decimal("-0.00"), 0),
        (Decimal("0E+9"), 0),
        ("18297", 1829700),
        ("18297.0", 1829700),
        ("18297.00", 1829700),
        ("007", 700),
        ("0" * 37 + "1.5", 150),
        (Decimal("0.01"), 1),
        (Decimal("1E+3"), 100000),
        (MAX_AMOUNT, 100000000),
        (Decimal("1000000.00"), 100000000),
    ],
    ids=repr,
)
def test_exact_numbers_are_read(value, expected):
    assert expected == hundredths(value, "pay", most=MAX_AMOUNT)


@pytest.mark.parametrize(
    ("text", "kroner"),
    [
        ("18.297,00", "18297.00"),
        ("18297,5", "18297.50"),
        ("7,40", "7.40"),
        ("-0,00", "0.00"),
        ("1.000.000", "1000000.00"),
        ("18,297.00", "18297.00"),
        ("1,000,000", "1000000.00"),
    ],
)
def test_a_number_is_read_as_danes_and_the_english_write_it(text, kroner):
    assert Decimal(kroner) == amount(text, "pay")


@pytest.mark.parametrize(
    "text",
    ["18.000", "18,000", "1.00.000", "1.000,000", "1,000.000", "1.0000,00", "1,2,3", ",5", "5,"],
)
def test_a_number_that_can_be_read_in_two_ways_is_not(text):
    with pytest.raises(InvalidInput):
        amount(text, "pay")


@pytest.mark.parametrize(
    "value", [0.1, 1.0, float("nan"), True, None, [], b"1", Fraction(1, 2), 1j], ids=repr
)
def test_other_types_are_refused(value):
    with pytest.raises(WrongType) as caught:
        hundredths(value, "pay", most=MAX_AMOUNT)
    assert (
        f"pay: {value!r} is not accepted; give a Decimal, an int or a text such as"
        ' "123.45"; floats and others are not exact'
    ) == str(caught.value)


@pytest.mark.parametrize(
    "value",
    [
        -1,
        "-1",
        "-0.01",
        Decimal(-1),
        1_000_001,
        "1000000.01",
        Decimal("1E+99"),
        Decimal("1E-99"),
        Decimal("NaN"),
        Decimal("sNaN"),
        Decimal("Infinity"),
        Decimal("-Infinity"),
        "1.234",
        "18.000",
        Decimal("1.230"),
        Decimal("0.000"),
    ],
    ids=repr,
)
def test_unfit_numbers_are_refused(value):
    with pytest.raises(InvalidInput) as caught:
        hundredths(value, "pay", most=MAX_AMOUNT)
    assert (
        f"pay: {value!r} is not accepted; give a number from 0 to 1000000 with at most two decimals"
    ) == str(caught.value)
    assert ("pay", str(value)) == (caught.value.field, str(caught.value.value))
    assert InvalidInput is type(caught.value)


@pytest.mark.parametrize(
    "value",
    [
        *("", " ", " 1", "1 ", "1.", ".5", "-", "--1", "+1", "1,555", "1_000", "1e3", "NaN", "1\n"),
        *("٣", "1.٣", "½", "0x1", "1.5.0", "1" * 41),
    ],
    ids=repr,
)
def test_texts_that_are_no_plain_number_are_refused(value):
    with pytest.raises(InvalidInput) as caught:
        hundredths(value, "pay", most=MAX_AMOUNT)
    assert str(caught.value).endswith('give a number such as "18297.00" or "18.297,00"')


def test_zero_is_refused_where_it_makes_no_sense():
    with pytest.raises(InvalidInput) as caught:
        hundredths("0.00", "weekly_hours", most=37, above_zero=True)
    assert (
        "weekly_hours: '0.00' is not accepted;"
        " give a number above 0, at most 37, with at most two decimals"
    ) == str(caught.value)
    assert 1 == hundredths("0.01", "weekly_hours", most=37, above_zero=True)
    assert 3700 == hundredths("37", "weekly_hours", most=37, above_zero=True)


def test_amounts_have_two_decimals():
    assert ("18297.00", "0.00") == (str(amount("18297", "pay")), str(amount(0, "pay")))
    assert "114.10" == str(hourly_rate("114.1", "pay"))


def test_an_hourly_rate_is_above_0_and_within_reason():
    assert Decimal("10000.00") == hourly_rate(MAX_HOURLY, "pay")
    for value in (0, "10000.01"):
        with pytest.raises(InvalidInput):
            hourly_rate(value, "pay")


@pytest.mark.parametrize(
    ("whole", "expected"), [(0, "0.00"), (1, "0.01"), (-1, "-0.01"), (1230640, "12306.40")]
)
def test_a_whole_number_of_oere_in_kroner(whole, expected):
    assert expected == str(decimal(whole))
    assert whole == oere(Decimal(expected))


def test_decimals_that_would_be_lost_are_refused():
    with pytest.raises(InvalidInput, match="at most two decimals"):
        oere(Decimal("0.001"))


@pytest.mark.parametrize(
    ("exact", "expected"),
    [
        ("0", 0),
        ("1/3", 0),
        ("1/2", 1),
        ("-1/2", -1),
        ("3/2", 2),
        ("5/2", 3),
        ("-5/2", -3),
        ("49999999999999999999/100000000000000000000", 0),
        ("-2/3", -1),
    ],
    ids=repr,
)
def test_halves_round_away_from_zero(exact, expected):
    assert expected == round_half_away(Fraction(exact))


@pytest.mark.parametrize(
    ("exact", "expected"),
    # Half and two thirds of the hourly ceiling 254.57: bm.dk, Satser for 2015, Løntilskud.
    [(Fraction("254.57") / 2, "127.29"), (Fraction("254.57") * 2 / 3, "169.71")],
)
def test_published_halves_and_thirds(exact, expected):
    assert expected == str(kroner(exact))


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("1/2", Fraction(1, 2)),
        ("2/4", Fraction(1, 2)),
        ("1", Fraction(1)),
        ("3/3", Fraction(1)),
        (Fraction(2, 3), Fraction(2, 3)),
        (Share("2/3"), Fraction(2, 3)),
        ("123456789/246913578", Fraction(1, 2)),
    ],
)
def test_shares_are_exact(value, expected):
    assert expected == Share(value).fraction


@pytest.mark.parametrize(
    "value",
    [
        *("", "0", "0/3", "3/2", "2", "1/0", "/", "1/", "/2", "1/2/3", "-1/2", "1 / 2", "0.5"),
        *("½", "٣/٤", "1/1000000000", Fraction(0), Fraction(4, 3), Fraction(-1, 2)),
    ],
    ids=repr,
)
def test_other_shares_are_refused(value):
    with pytest.raises(InvalidInput) as caught:
        Share(value)
    assert (
        f'share: {value!r} is not accepted; give a share above 0, at most 1, such as "1/2" or "2/3"'
    ) == str(caught.value)


@pytest.mark.parametrize("value", [0.5, 1, True, None, Decimal("0.5")], ids=repr)
def test_shares_of_another_type_are_refused(value):
    with pytest.raises(WrongType):
        Share(value)


def test_shares_compare_and_read_as_they_are_written():
    assert Share("1/2") < Share("2/3") == Share("4/6")
    assert ("2/3", "Share('2/3')", "1") == (str(Share("2/3")), repr(Share("2/3")), str(Share("1")))
    assert 1 == len({Share("2/3"), Share("4/6")})


def test_pay_is_by_the_month_or_by_the_hour():
    assert (Decimal("18297.00"), PayPer.MONTH) == attrs.astuple(Pay.monthly(18297))
    assert (Decimal("114.12"), PayPer.HOUR) == attrs.astuple(Pay.hourly("114.12"))
    assert Pay.monthly("18297.00") == Pay(Decimal(18297), PayPer.MONTH)
    assert "18297.00" == str(Pay(Decimal(18297), PayPer.MONTH).amount)
    assert Pay.monthly("100") != Pay.hourly("100")


@pytest.mark.parametrize("read", [Pay.monthly, Pay.hourly])
@pytest.mark.parametrize("value", [0, "0.00", -1, "1.234", 1.5, None, "", Decimal("NaN"), 10**7])
def test_unfit_pay_is_refused(read, value):
    with pytest.raises(InvalidInput) as caught:
        read(value)
    assert "pay" == caught.value.field


def test_the_bounds_of_pay():
    assert Decimal(1_000_000) == Pay.monthly(1_000_000).amount
    assert Decimal(10_000) == Pay.hourly(10_000).amount
    with pytest.raises(InvalidInput, match="at most 1000000,"):
        Pay.monthly("1000000.01")
    with pytest.raises(InvalidInput, match="at most 10000,"):
        Pay.hourly("10000.01")


@pytest.mark.parametrize(
    ("value", "per", "most"), [(1_000_001, PayPer.MONTH, 1_000_000), (10_001, PayPer.HOUR, 10_000)]
)
def test_the_bounds_of_pay_hold_however_it_is_made(value, per, most):
    for unfit in (0, value):
        with pytest.raises(InvalidInput, match=f"above 0, at most {most}, "):
            Pay(Decimal(unfit), per)


def test_pay_cannot_be_made_of_anything_else():
    with pytest.raises(WrongType, match=r"per: 'month' is not accepted; give one of MONTH or HOUR"):
        Pay(Decimal(1), "month")
    with pytest.raises(WrongType, match=r"pay: 0\.1 is"):
        Pay(0.1, PayPer.HOUR)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18.297,00", "18297.00"),
        ("18297,00", "18297.00"),
        ("18.000", "18000"),
        ("1.234.567,891", "1234567.891"),
        ("0,5", "0.5"),
        (" -12,50\N{NO-BREAK SPACE}kr. ", "-12.50"),
        ("\N{MINUS SIGN}7 kroner", "-7"),
        ("100kr", "100"),
    ],
)
def test_a_number_as_it_is_written_in_danish(text, value):
    assert Decimal(value) == sk.danish(text)


@pytest.mark.parametrize(
    "text", ["18,297.00", "18.29", "1.2345", "", "kr.", "1,", "tusind", "1e5", "9" * 50, "--1"]
)
def test_another_text_is_no_danish_number(text):
    with pytest.raises(sk.InvalidInput, match=r"18\.297,00"):
        sk.danish(text)


@pytest.mark.parametrize("value", [None, 5, 1.5, b"a"], ids=repr)
def test_only_a_text_is_read_as_danish(value):
    with pytest.raises(sk.WrongType):
        sk.danish(value)


@given(st.decimals(-(10**9), 10**9, places=2, allow_nan=False))
def test_what_is_written_in_danish_is_read_again(value):
    assert value == sk.danish(sk.format_number(value, "da", decimals=2))
