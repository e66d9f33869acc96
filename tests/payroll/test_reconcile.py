"""Why another amount was paid than the one that was calculated."""

from decimal import Decimal
from functools import cache

import pytest
from hypothesis import settings
from payroll.paid_out import MARCH, RESULTS, absence, job
from redoing import redo

import socialkapitel as sk
from socialkapitel import wire
from socialkapitel.explanation.worksheet import question_of
from socialkapitel.money import decimal
from socialkapitel.payroll.reconcile import RECONCILABLE, _part

EACH = slice(None, None, 1 if settings.default.max_examples >= 100 else 4)
"""Every change; with fewer examples of everything every fourth one."""
UNCHANGED = {"flexjob without pay", "flex wage supplement without pay"}


def watched(name):
    """A result; those of sickness take long, and their branches are reached elsewhere."""
    return pytest.param(name, marks=[pytest.mark.no_cover] if "sickness" in name else [])


def ids(found):
    return [candidate.ids for candidate in found.candidates]


@pytest.fixture
def worked_out_once(monkeypatch):
    """What a result's part is, worked out once for all the amounts that may have been paid."""
    monkeypatch.setattr("socialkapitel.payroll.reconcile._part", part := cache(_part))
    return part


@pytest.mark.parametrize("name", [*map(watched, RESULTS)])
def test_each_single_change_is_found_again(worked_out_once, name):
    result = RESULTS[name]()
    part = worked_out_once(result)
    total = result.amount + getattr(result, "supplement", 0)
    assert total == sk.reconcile(result, paid=total).calculated
    assert bool(part.single) is (name not in UNCHANGED)
    for (change,), _, amount in part.single[EACH]:
        found = sk.reconcile(result, paid=decimal(amount))
        assert all(candidate.amount == decimal(amount) for candidate in found.candidates)
        assert not any(candidate.off for candidate in found.candidates)
        [candidate] = [one for one in found.candidates if one.ids == (change.id,)]
        redo(candidate.explanation.document())
        [source] = candidate.sources
        assert isinstance(source, sk.Source)
        assert sk.translate(candidate.why, "da") != sk.translate(candidate.why, "en")
        assert str(change.said) in str(candidate.explanation.title)


@pytest.mark.parametrize("name", RESULTS)
def test_each_change_has_a_name_of_its_own(name):
    result = RESULTS[name]()
    declared = RECONCILABLE[type(result)]
    found = [change.id for change in declared.all_changes(declared.of(question_of(result)))]
    assert sorted(set(found)) == sorted(found)


def test_nothing_is_to_be_explained_where_the_amounts_are_the_same():
    refund = sk.flexjob_refund(job(), MARCH)
    found = sk.reconcile(refund, paid=refund.amount)
    assert (0, (), ()) == (found.difference, found.candidates, found.near)
    assert 0 == len(found.table)
    assert "The amount paid is the amount calculated" in str(found)


def test_the_most_plausible_change_comes_first():
    refund = sk.flexjob_refund(job(other_contributions="198.00"), MARCH)
    without = sk.flexjob_refund(job(other_contributions="0"), MARCH)
    assert [("flexjob.no_atp",), ("flexjob.no_contributions",)] == sorted(
        ids(sk.reconcile(refund, paid=without.amount))
    )


def test_a_danish_number_is_read():
    found = sk.reconcile(sk.flexjob_refund(job(), MARCH), paid="22.101,33")
    assert Decimal("22101.33") == found.paid
    assert Decimal("-132.00") == found.difference
    assert [("flexjob.no_atp",)] == ids(found)
    [row] = found.table.rows
    assert ("LAB § 133, stk. 3", Decimal("0.00")) == (str(row[3]), row[2])


def test_the_paid_amount_may_be_that_of_two_changes():
    refund = sk.flexjob_refund(job(), MARCH)
    other = sk.flexjob_refund(job(share="1/2", atp_class=None), MARCH)
    found = sk.reconcile(refund, paid=other.amount)
    assert ("flexjob.no_atp", "flexjob.share") in map(tuple, map(sorted, ids(found)))
    assert all(len(candidate.changes) == 2 for candidate in found.candidates)


def test_a_near_miss_is_told():
    refund = sk.flexjob_refund(job(), MARCH)
    found = sk.reconcile(refund, paid="22.101,50")
    assert () == found.candidates
    [near] = found.near
    assert (("flexjob.no_atp",), Decimal("0.17")) == (near.ids, near.off)
    assert "misses it by DKK 0.17" in str(found)
    assert "afviger med 0,17 kr." in found.render("da")


def test_nothing_found_says_by_how_much_the_nearest_misses():
    found = sk.reconcile(sk.flexjob_refund(job(), MARCH), paid="30000")
    assert ((), ()) == (found.candidates, found.near)
    assert 1 == len(found.table)
    assert f"misses it by {sk.format_kroner(abs(found.nearest.off), 'en')}" in str(found)


def test_two_changes_of_one_step_are_not_tried_together():
    one = absence(basis=sk.RefundBasis.SECTION_56, hours={sk.Week(2024, 10): "30"})
    found = sk.reconcile(sk.sickness_refund(one), paid="1")
    assert () == found.candidates
    assert len(found.nearest.ids) in {1, 2}


def test_nothing_can_be_changed_in_a_month_without_pay():
    found = sk.reconcile(sk.flexjob_refund(job(), MARCH, actual_pay="0"), paid="100")
    assert None is found.nearest
    assert "Nothing that was tried changes the amount calculated" in str(found)


def test_the_printed_hourly_figure_is_known():
    """A week's 37 hours at 126.89, where the weekly maximum is 4,695."""
    one = absence(basis=sk.RefundBasis.SECTION_56, hours={sk.Week(2024, 10): "37"})
    refund = sk.sickness_refund(one)
    assert Decimal("4695.00") == refund.amount
    found = sk.reconcile(refund, paid=Decimal("4694.93") + refund.supplement)
    assert ("sickness.rounded_maximum",) == found.candidates[0].ids


def test_the_supplement_may_be_paid_apart():
    refund = sk.sickness_refund(absence())
    found = sk.reconcile(refund, paid=refund.amount)
    assert -refund.supplement == found.difference
    assert ("sickness.no_supplement",) == found.candidates[0].ids


def test_a_reconciliation_shows_itself():
    found = sk.reconcile(sk.flexjob_refund(job(), MARCH), paid="22.101,33")
    assert found.html("en") == found._repr_html_()
    assert "ATP-bidraget er udeladt" in found.html("da")


@pytest.mark.parametrize("other", [None, "22101.33", sk.assistance_allowance("37", MARCH.last_day)])
def test_only_what_is_paid_out_can_be_reconciled(other):
    with pytest.raises(sk.WrongType) as caught:
        sk.reconcile(other, paid="1")
    assert "what" == caught.value.field


def test_a_result_from_a_document_is_calculated_again_first():
    refund = sk.flexjob_refund(job(), MARCH)
    read = wire.from_json(wire.to_json(refund), sk.FlexjobRefund)
    with pytest.raises(sk.InvalidInput, match="calculate it again"):
        sk.reconcile(read, paid="1")


@pytest.mark.parametrize("paid", ["-1", "1.5.2", None, 1.5])
def test_what_was_paid_is_an_amount(paid):
    with pytest.raises(sk.InvalidInput) as caught:
        sk.reconcile(sk.flexjob_refund(job(), MARCH), paid=paid)
    assert "paid" == caught.value.field


@pytest.mark.parametrize(
    ("field", "label", "ask"),
    [
        ("paid", "Udbetalt beløb", lambda: sk.reconcile(sk.flexjob_refund(job(), MARCH), paid="x")),
        ("what", "Beregning", lambda: sk.reconcile(7, paid="1")),
    ],
)
def test_what_is_refused_is_called_by_its_name(field, label, ask):
    with pytest.raises(sk.InvalidInput) as caught:
        ask()
    assert (field, label) == (caught.value.field, caught.value.label.da)
    assert f"{label} ({field}): " in sk.translate(caught.value.message, "da")


# --- absences of which a part is claimed ---------------------------------------------------------


def partly_claimed():
    """Weeks 14 and 15 of April are claimed; 17 waits for 16, which is not recorded."""
    hours = {sk.Week(2024, week): "37" for week in (*range(10, 16), 17)}
    [claim] = sk.claims({"E01": absence(hours=hours)}, sk.Month(2024, 4))
    assert (sk.ClaimState.PARTLY, 2, 1) == (claim.state, len(claim.lines), len(claim.waiting))
    return claim


@pytest.mark.no_cover
def test_a_week_of_a_partly_claimed_absence_may_be_missing_or_paid_twice():
    claim = partly_claimed()
    first = claim.lines[0].amount + claim.lines[0].supplement
    waiting = claim.waiting[0].amount + claim.waiting[0].supplement
    assert ("sickness.week[2024-W14]-1",) in ids(sk.reconcile(claim, paid=claim.total - first))
    assert ("sickness.week[2024-W14]+1",) in ids(sk.reconcile(claim, paid=claim.total + first))
    found = sk.reconcile(claim, paid=claim.total + waiting)
    assert ("sickness.week[2024-W17]+1",) in ids(found)
    assert "uge 17 i 2024 er også udbetalt" in found.render("da")


@pytest.mark.no_cover
def test_each_single_change_of_a_partly_claimed_absence_is_found_again(worked_out_once):
    claim = partly_claimed()
    for (change,), _, amount in worked_out_once(claim).single[EACH]:
        found = sk.reconcile(claim, paid=decimal(amount))
        [candidate] = [one for one in found.candidates if one.ids == (change.id,)]
        redo(candidate.explanation.document())
        assert candidate.amount == decimal(amount)


@pytest.mark.no_cover
def test_two_weeks_may_be_missing():
    refund = sk.sickness_refund(absence())
    weeks = {str(week.week): week.amount + week.supplement for week in refund.weeks}
    paid = refund.amount + refund.supplement - weeks["2024-W14"] - weeks["2024-W15"]
    found = sk.reconcile(refund, paid=paid)
    pair = {"sickness.week[2024-W14]-1", "sickness.week[2024-W15]-1"}
    assert any(pair == set(one) or len(one) == 1 for one in ids(found))
