"""What is new, gone or different between two runs."""

import pytest
from payroll.paid_out import PENSIONER, absence, job

import socialkapitel as sk

APRIL = sk.Month(2024, 4)
WEEKS = {sk.Week(2024, week): "37" for week in range(10, 19)}


def run(**employees):
    return sk.claims(employees, APRIL, claimed=employees.pop("claimed", None))


def sick(last=18):
    hours = {week: hours for week, hours in WEEKS.items() if week.week <= last}
    return absence(hours=hours)


def only(changes):
    [change] = changes.changes
    for language in ("da", "en"):
        assert sk.translate(change.why, language)
        assert changes.render(language)
    return change


def test_two_runs_of_the_same_are_the_same():
    one, two = (run(A=job(), B=sick(), C=None) for _ in range(2))
    assert one == two
    assert (0, ()) == (len(one.changed(two)), one.changed(two).changes)


def test_a_claim_that_is_new():
    change = only(run(A=job(), B=job()).changed(run(A=job())))
    assert (sk.ClaimChange.NEW, None, "B") == (change.change, change.before, change.now.reference)
    assert change.claim is change.now


def test_a_claim_that_is_gone():
    change = only(run(A=job()).changed(run(A=job(), B=job())))
    assert (sk.ClaimChange.GONE, None) == (change.change, change.now)
    assert "B" == change.claim.reference


def test_a_claim_that_is_different_says_why():
    change = only(run(A=job(share="1/2")).changed(run(A=job())))
    assert sk.ClaimChange.DIFFERENT is change.change
    assert "Share" in str(change.why)
    found = run(A=job(share="1/2")).changed(run(A=job()))
    [row] = found.table.rows
    assert (change.before.total, change.now.total) == row[3:5]
    assert [change] == list(found)
    assert found.html("en") == found._repr_html_()
    assert found.render("en") == str(found)


def test_a_week_that_is_known_now():
    change = only(run(B=sick()).changed(run(B=sick(17))))
    assert "what was open is known now" == str(change.why)
    back = only(run(B=sick(17)).changed(run(B=sick())))
    assert "2024-W18" in str(back.why)


def test_other_days_claimed_before():
    one = sk.Period(APRIL.first_day, sk.Week(2024, 15).sunday)
    change = only(run(B=sick(), claimed={"B": one}).changed(run(B=sick())))
    assert "other days were claimed before" == str(change.why)


def test_only_two_runs_are_compared():
    with pytest.raises(sk.WrongType):
        run().changed([])
    assert sk.Paid(job=PENSIONER, hours="5") == sk.Paid(job=PENSIONER, hours="5")
