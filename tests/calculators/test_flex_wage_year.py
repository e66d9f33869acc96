"""A year of a flexjob since 2013: each month on the pay of the month before, and their sum."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from redoing import redo

import socialkapitel as sk

JANUARY, FEBRUARY, MARCH = (sk.Month(2024, number) for number in (1, 2, 3))


def job(**given):
    return sk.FlexjobSince2013(
        **{"started_on": "2023-05-01", "full_time_pay": "32066.67", **given},
    )


def of_year(year, kroner):
    return {sk.Month(year, number): kroner for number in range(1, 13)}


def codes(result):
    return [caveat.code for caveat in result.caveats]


def test_2024_by_hand():
    """19,952 less 30 per cent through 16,323 and 55 per cent above; ATP at most 500 a month.

    December's 15,000 decides January; the pay is 15,600 through June and 17,000 from July on, which
    decides August through December; in March there is no pay, and in April no supplement.
    """
    pay = {month: "15600" if month.month < 7 else "17000" for month in of_year(2024, None)}
    pay[MARCH] = 0
    year = sk.flex_wage_year(job(), 2024, pay=pay, pay_before="15000")

    part = Fraction(3, 10)
    by_december = 19952 - part * 15000
    by_spring = 19952 - part * 15600
    by_summer = 19952 - part * 16323 - Fraction(55, 100) * (17000 - 16323)
    by_hand = [by_december, by_spring, by_spring, Fraction(0), *[by_spring] * 3, *[by_summer] * 5]
    assert by_hand[:1] == [15452]
    assert (Fraction(15272), Fraction("14682.75")) == (by_spring, by_summer)
    assert by_hand == [Fraction(month.amount) for month in year.months]
    assert sum(by_hand) == Fraction(year.amount) == Fraction("165225.75")
    assert Decimal("5500.00") == year.atp
    assert Decimal("159725.75") == year.paid_out
    assert sum(map(Fraction, pay.values())) + sum(by_hand) == Fraction(year.total)
    assert Decimal("345225.75") == year.total
    assert () == year.caveats
    redo(year.explanation.document())


def test_the_employee_gets_it():
    year = sk.flex_wage_year(job(), 2024, pay="15600", pay_before="15600")
    assert ("183264.00", "0.00") == (str(year.to_employee), str(year.to_employer))
    assert 12 == len(year.lines)
    assert (JANUARY.first_day, date(2024, 12, 31)) == (
        year.lines[0].first_day,
        year.lines[-1].last_day,
    )
    assert sum(line.amount for line in year.lines) == year.amount


def test_one_amount_is_the_pay_of_all_months():
    one = sk.flex_wage_year(job(), 2024, pay="15600", pay_before="15600")
    assert one == sk.flex_wage_year(job(), 2024, pay=of_year(2024, "15600"), pay_before="15600")


def test_the_rates_are_those_of_the_month():
    """December 2023 decides January 2024, whose highest supplement is that of 2024."""
    year = sk.flex_wage_year(job(), 2024, pay="15600", pay_before="15000")
    assert ["19952.00"] * 12 == [str(month.maximum) for month in year.months]
    before = sk.flex_wage_year(job(), 2023, pay="15600")
    assert {"19333.00"} == {str(month.maximum) for month in before.months}


def test_the_pay_before_the_first_month_may_be_unknown():
    year = sk.flex_wage_year(job(), 2024, pay=of_year(2024, "15000") | {JANUARY: "16000"})
    assert ["deciding-month"] == codes(year) == codes(year.months[0])
    assert [()] * 11 == [month.caveats for month in year.months[1:]]
    assert ["15152.00", "15152.00", "15452.00"] == [str(month.amount) for month in year.months[:3]]


def test_only_the_months_of_the_job():
    """It began in May 2023 and ends in February 2024: neither April nor March has to be known."""
    ended = job(ended_on="2024-02-15")
    first = sk.flex_wage_year(ended, 2023, pay=dict.fromkeys(of_year(2023, 0).keys() - {
        sk.Month(2023, number) for number in range(1, 5)
    }, "15600"))  # fmt: skip
    assert 8 == len(first.months)
    assert date(2023, 5, 1) == first.lines[0].first_day
    last = sk.flex_wage_year(ended, 2024, pay={JANUARY: 15600, FEBRUARY: 7800}, pay_before=15600)
    assert 2 == len(last.months)
    assert [date(2024, 1, 31), date(2024, 2, 29)] == [line.last_day for line in last.lines]
    for outside in (2022, 2025):
        with pytest.raises(sk.InvalidInput, match="a year in which the job is held"):
            sk.flex_wage_year(ended, outside, pay="15600")


def test_a_start_that_is_not_known_is_told_once():
    year = sk.flex_wage_year(job(started_on=None), 2024, pay="15600", pay_before="15600")
    assert 12 == len(year.months)
    assert ["start-not-known-since-2013"] == codes(year)


def test_payouts_bonuses_and_days_with_another_benefit():
    """A payout counts in the month after, and one in December of the year before in January."""
    bonus = sk.Bonus(amount="1200", first_month="2024-03", last_month="2024-04", fixed=True)
    year = sk.flex_wage_year(
        job(),
        2024,
        pay="15600",
        pay_before="15600",
        payouts={sk.Month(2023, 12): "100", JANUARY: "200", sk.Month(2024, 12): "9999"},
        bonuses=[bonus],
        benefit_days={sk.Month(2024, 6): "2.5"},
    )
    plain = Fraction(15272)
    days = Fraction("21.6667")
    in_june = plain * (days - Fraction("2.5")) / days
    expected = [plain - 30, plain - 60, plain, plain - 180, plain - 180, in_june, *[plain] * 6]
    assert [round(each, 2) for each in expected] == [
        Fraction(month.amount) for month in year.months
    ]
    redo(year.explanation.document())


def test_atp_is_not_known_for_a_year_with_a_month_before_september_2017():
    """The months from September on tell theirs; the year tells none."""
    old = job(started_on="2015-01-01")
    year = sk.flex_wage_year(old, 2017, pay="10000", pay_before="10000")
    assert (None, None) == (year.atp, year.paid_out)
    assert [None] * 8 + [Decimal("500.00")] * 4 == [month.atp for month in year.months]
    assert "supplement-atp-unknown" in codes(year)
    assert sum(month.amount for month in year.months) == year.amount
    redo(year.explanation.document())
    autumn = sk.flex_wage_year(job(started_on="2017-09-01"), 2017, pay="10000")
    assert Decimal("2000.00") == autumn.atp
    assert year.amount - autumn.amount == 8 * year.months[0].amount


def test_months_without_pay_told_are_refused_by_name():
    given = of_year(2024, "15600")
    del given[FEBRUARY]
    with pytest.raises(sk.InvalidInput, match="give the pay for 2024-02, 0 where none") as caught:
        sk.flex_wage_year(job(), 2024, pay=given)
    assert "pay[2024-02]" == caught.value.field
    assert "Løn" in sk.translate(caught.value.message, "da")
    with pytest.raises(sk.InvalidInput) as caught:
        sk.flex_wage_year(job(), 2024, pay=given | {MARCH: None})
    assert ["pay[2024-02]", "pay[2024-03]"] == [fault.field for fault in caught.value.faults]
    assert 12 == len(sk.flex_wage_year(job(), 2024, pay=given | {FEBRUARY: 0}).months)


@pytest.mark.parametrize(
    ("field", "first"),
    [("pay", "2024-01"), ("payouts", "2023-12"), ("benefit_days", "2024-01")],
)
def test_months_that_do_not_fit(field, first):
    def given(value):
        return sk.flex_wage_year(job(), 2024, **{"pay": "15600", field: value})

    for month in (sk.Month(2025, 1), sk.Month(2023, 11)):
        with pytest.raises(sk.InvalidInput, match=f"^{field}: .* {first} to 2024-12"):
            given({month: "1"})
    with pytest.raises(sk.WrongType, match=field):
        given([1])
    with pytest.raises(sk.WrongType, match=field):
        given({date(2024, 1, 1): "1"})


@pytest.mark.parametrize(
    ("field", "bad"),
    [("pay", "-1"), ("payouts", "1.234"), ("benefit_days", "30")],
)
def test_a_refused_number_is_named_with_its_month(field, bad):
    given = {"pay": of_year(2024, "15600")}
    given[field] = {**given.get(field, {}), FEBRUARY: bad}
    with pytest.raises(sk.InvalidInput) as caught:
        sk.flex_wage_year(job(), 2024, **given)
    assert f"{field}[2024-02]" == caught.value.field


@pytest.mark.parametrize("bad", ["-1", 1.0, "1000000.01"])
@pytest.mark.parametrize("field", ["pay", "pay_before"])
def test_amounts_not_accepted(bad, field):
    with pytest.raises(sk.InvalidInput) as caught:
        sk.flex_wage_year(job(), 2024, **{"pay": "15600", field: bad})
    assert field == caught.value.field


def test_years_outside_the_scheme():
    with pytest.raises(sk.NotInForce, match="flexjob_year"):
        sk.flex_wage_year(job(started_on=None), 2012, pay="15600")
    with pytest.raises(sk.NotInForce, match="jobs begun before 2013"):
        sk.flex_wage_year(job(started_on="2012-12-31"), 2013, pay="15600")
    with pytest.raises(sk.NotInForce) as caught:
        sk.flex_wage_year(job(), 2027, pay="15600")
    assert date(2026, 12, 31) == caught.value.last
    with pytest.raises(sk.WrongType, match="job"):
        sk.flex_wage_year("job", 2024, pay="15600")
    with pytest.raises(sk.WrongType, match="bonuses"):
        sk.flex_wage_year(job(), 2024, pay="15600", bonuses=5)


def test_a_reform_changes_the_year():
    reform = sk.PARAMETERS.amend(
        "flex_wage_supplement.max_monthly",
        value="20000",
        valid_from=date(2024, 7, 1),
        source="a proposal",
    )
    plain, changed = (
        sk.flex_wage_year(job(), 2024, pay="15600", pay_before="15600", parameters=figures)
        for figures in (None, reform)
    )
    assert Decimal("288.00") == changed.amount - plain.amount  # 48 in each of 6 months
    redo(changed.explanation.document())


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "Flex wage supplement for the year: DKK 30,454.00",
                "15,152.00 + 15,302.00 = DKK 30,454.00",
            ],
        ),
        (
            "da",
            ["Fleksløntilskud for året: 30.454,00 kr.", "15.152,00 + 15.302,00 = 30.454,00 kr."],
        ),
    ],
)
def test_what_is_told(language, lines):
    ended = job(ended_on="2024-02-15")
    year = sk.flex_wage_year(ended, 2024, pay={JANUARY: 15500, FEBRUARY: 7800}, pay_before=16000)
    text = year.explanation.render(language)
    title = {"en": "Flex wage supplement, 2024", "da": "Fleksløntilskud, 2024"}[language]
    assert title == sk.translate(year.explanation.title, language)
    assert all(line in text for line in lines), text
