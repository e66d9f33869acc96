"""A whole run beside what was paid: every claim and every amount is a row, with the reason."""

from datetime import date
from decimal import Decimal

import pytest
from payroll.paid_out import MARCH, absence, job

import socialkapitel as sk
from socialkapitel import wire

SICK = absence()
LATER = absence(
    first_day=date(2024, 3, 18), hours={sk.Week(2024, 12): "37", sk.Week(2024, 13): "0"}
)


def paid(reference, amount, scheme="flexjob", begun_on=None):
    return sk.PaidAmount(reference=reference, scheme=scheme, amount=amount, begun_on=begun_on)


def rows(employees, *amounts):
    run = sk.claims(employees, MARCH)
    return list(sk.reconcile_claims(run, amounts))


def test_an_amount_meets_its_claim():
    [one] = rows({"E01": job()}, paid("E01", "22.233,33"))
    assert Decimal("0.00") == one.difference
    assert Decimal("22233.33") == one.claim.amount == one.paid
    assert one.because is None


def test_another_amount_is_explained():
    run = sk.claims({"E01": job()}, MARCH)
    found = sk.reconcile_claims(run, [paid("E01", "22.101,33")])
    assert found.different == found.claims
    told = found.render("da")
    assert "ATP-bidraget er udeladt" in told
    assert "LAB § 133" in told
    assert "What was found" in str(found) == found.render("en")
    assert found.html() == found._repr_html_()
    assert len(found) == 1


def test_a_claim_without_an_amount_is_a_row():
    [one] = rows({"E01": job()})
    assert (None, None) == (one.paid, one.difference)
    assert "der er ikke angivet et udbetalt beløb" == sk.translate(one.because, "da")


def test_nothing_to_claim_and_nothing_paid_is_no_row():
    assert [] == rows({"E01": job(ended_on="2024-01-31")})


def test_an_amount_for_a_claim_that_is_open_says_why():
    wrong = lambda: sk.Assistance(hours="-3")  # noqa: E731
    employees = {"E01": job(ended_on="2024-01-31"), "E02": wrong}
    ended, refused, unknown = rows(
        employees, paid("E01", 100), paid("E02", 100), paid("E02", 5, scheme="")
    )
    assert "ikke besat" in sk.translate(ended.because, "da") or ended.because == (
        ended.claim.because
    )
    assert Decimal("100.00") == ended.paid
    assert {refused.claim, unknown.claim} != {None}


def test_an_amount_without_a_claim_is_a_row():
    [one] = rows({}, paid("E99", "1,00"))
    assert one.claim is None
    assert Decimal("1.00") == one.paid
    assert "der er ingen anmodning, som beløbet hører til" == sk.translate(one.because, "da")


def test_absences_are_told_apart_by_their_first_day():
    amounts = [
        paid("E05", "1,00", "sickness", date(2024, 3, 4)),
        paid("E05", "2,00", "sickness", date(2024, 3, 18)),
    ]
    found = rows({"E05": [SICK, LATER]}, *reversed(amounts))
    assert {date(2024, 3, 4): 1, date(2024, 3, 18): 2} == {
        one.claim.begun_on: one.paid for one in found
    }


def test_several_jobs_take_one_amount_each_in_their_order():
    jobs = {"E01": [job(), job(share="1/2")]}
    both = rows(jobs, paid("E01", "22.233,33"), paid("E01", "16.675,00"))
    assert [Decimal("0.00")] * 2 == [one.difference for one in both]
    one_only = rows(jobs, paid("E01", "22.233,33"))
    assert [None, None] == [one.paid for one in one_only]
    assert {
        "udbetalte beløb: 1, anmodninger: 2; angiv ét beløb for hver anmodning",
    } == {sk.translate(one.because, "da") for one in one_only}


def test_a_run_that_was_read_again_says_what_to_do():
    run = wire.from_json(wire.to_json(sk.claims({"E01": job()}, MARCH)), sk.Claims)
    with pytest.raises(sk.InvalidInput, match="calculate it again"):
        sk.reconcile_claims(run, [paid("E01", "1,00")])


@pytest.mark.parametrize("given", [{"run": 7, "paid": ()}, {"paid": 7}, {"paid": ["E01"]}])
def test_other_types_are_refused(given):
    with pytest.raises(sk.WrongType):
        sk.reconcile_claims(**{"run": sk.claims({}, MARCH), **given})


def test_an_amount_is_checked():
    with pytest.raises(sk.InvalidInput) as refused:
        sk.PaidAmount(reference="E01", scheme="flexjob", amount="-1")
    assert "amount" == refused.value.field


def test_a_scheme_that_no_claim_has_is_refused_and_not_shown():
    with pytest.raises(sk.UnknownName) as refused:
        sk.PaidAmount(reference="E01", scheme="depression", amount="1")
    assert "scheme" == refused.value.field
    for language in ("da", "en"):
        assert "depression" not in sk.translate(refused.value.message, language)


def test_a_near_miss_is_told_with_what_decides():
    run = sk.claims({"E10": sk.Assistance(hours="43.5")}, MARCH)
    near = sk.reconcile(run["E10"][0], paid="1").nearest.amount + Decimal("0.20")
    found = sk.reconcile_claims(run, [paid("E10", near, "personal-assistance")])
    assert "afviger med 0,20 kr." in found.render("da")
    assert "næsten: " in found.render("da")


def test_every_row_says_what_was_found():
    run = sk.claims({"E01": job(), "E02": job(), "E03": job()}, MARCH)
    told = sk.reconcile_claims(run, [paid("E01", "22.233,33"), paid("E02", "20000"), paid("E9", 1)])
    last = [row[5] for row in told.table.rows]
    assert [
        "Det udbetalte beløb er det beregnede",
        "Ingen af de prøvede ændringer giver det udbetalte beløb",
        "der er ikke angivet et udbetalt beløb",
        "der er ingen anmodning, som beløbet hører til",
    ] == [sk.translate(text, "da").partition(";")[0] for text in last]
