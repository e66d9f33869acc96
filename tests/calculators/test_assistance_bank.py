from decimal import Decimal

import pytest
from redoing import redo

import socialkapitel as sk

Q1, Q2, Q3 = (sk.Quarter(2024, number) for number in (1, 2, 3))


def figures(row):
    return tuple(str(value) for value in (row.allowance, row.brought_forward, row.used, row.saved))


def test_hours_not_used_are_saved_for_later_quarters():
    bank = sk.AssistanceBank.open("37", Q1).use(Q1, "200").use(Q2, "300").use(Q3, "0")

    assert [
        ("260.00", "0.00", "200.00", "60.00"),
        ("260.00", "60.00", "300.00", "20.00"),
        ("260.00", "20.00", "0.00", "280.00"),
    ] == [figures(row) for row in bank.rows]
    assert [Q1, Q2, Q3] == [row.quarter for row in bank.rows]
    assert Decimal("280.00") == bank.saved
    assert Decimal("540.00") == bank.available
    assert sk.Quarter(2024, 4) == bank.next_quarter


def test_a_new_bank_has_nothing_but_its_first_quarter():
    bank = sk.AssistanceBank.open("37", Q1)

    assert () == bank.rows
    assert Decimal("0.00") == bank.saved
    assert Decimal("260.00") == bank.available
    assert Q1 == bank.next_quarter


def test_a_bank_never_changes():
    bank = sk.AssistanceBank.open("37", Q1)
    before = (repr(bank), hash(bank))

    used = bank.use(Q1, "10")
    changed = bank.change_hours("20", Q1)

    assert before == (repr(bank), hash(bank))
    assert bank == sk.AssistanceBank.open("37", Q1)
    assert len({bank, used, changed}) == 3


def test_hours_are_carried_exactly():
    # 30 hours give 7800/37 = 210.8108… a quarter; three of them 632.4324…, not 3 × 210.81
    bank = sk.AssistanceBank.open("30", Q1).use(Q1, "0").use(Q2, "0").use(Q3, "0")

    assert Decimal("632.43") == bank.saved


@pytest.mark.parametrize(
    ("weekly_hours", "available", "saved"),
    [
        ("0.07", "0.49", "0.49"),  # 18.2/37 = 0.4918…
        ("0.11", "0.77", "0.77"),  # 28.6/37 = 0.7729…
        ("0.08", "0.56", "0.56"),  # 20.8/37 = 0.5621…
        ("0.05", "0.35", "0.35"),  # 13/37 = 0.3513…
        ("0.12", "0.84", "0.84"),  # 31.2/37 = 0.8432…
        ("0.15", "1.05", "1.05"),  # 39/37 = 1.0540…
        ("0.18", "1.26", "1.26"),  # 46.8/37 = 1.2648…
        ("0.19", "1.33", "1.34"),  # 49.4/37 = 1.3351…: shown as 1.34, but 1.34 cannot be used
    ],
)
def test_what_is_available_is_cut_so_that_it_can_be_used(weekly_hours, available, saved):
    bank = sk.AssistanceBank.open(weekly_hours, Q1)

    assert Decimal(available) == bank.available
    assert Decimal(saved) == bank.use(Q1, "0").saved
    assert available == str(bank.use(Q1, available).rows[0].used)


def test_all_that_is_available_can_be_used():
    bank = sk.AssistanceBank.open("37", Q1).use(Q1, "100").use(Q2, "420")

    assert Decimal("0.00") == bank.saved


def test_more_than_is_available_is_refused_with_what_is_available():
    bank = sk.AssistanceBank.open("30", Q1).use(Q1, "200")

    with pytest.raises(sk.InvalidInput) as caught:
        bank.use(Q2, "221.63")  # 210.8108… + 10.8108… = 221.6216…

    assert "hours" == caught.value.field
    assert (
        "hours: Decimal('221.63') is not accepted;"
        " give at most 221.62, the hours available in 2024-Q2" == str(caught.value)
    )
    assert Decimal("0.00") == bank.use(Q2, "221.62").saved


@pytest.mark.parametrize("quarter", [Q1, Q3, sk.Quarter(2023, 4)])
def test_quarters_follow_each_other_without_gaps(quarter):
    bank = sk.AssistanceBank.open("37", Q1).use(Q1, "10")

    with pytest.raises(sk.InvalidInput, match=r"2024-Q2, the next one; enter 0 hours") as caught:
        bank.use(quarter, "10")
    assert "quarter" == caught.value.field


def test_the_first_quarter_used_is_the_first_of_the_bank():
    with pytest.raises(sk.InvalidInput, match="2024-Q1"):
        sk.AssistanceBank.open("37", Q1).use(Q2, "10")


def test_quarters_follow_each_other_over_new_year():
    bank = sk.AssistanceBank.open("37", sk.Quarter(2023, 4)).use(sk.Quarter(2023, 4), "1")

    assert Q1 == bank.use(Q1, "1").rows[1].quarter


def test_other_weekly_hours_count_from_the_quarter_that_they_begin_in():
    bank = sk.AssistanceBank.open("37", Q1).use(Q1, "260").change_hours("18.5", Q2).use(Q2, "30")

    assert ["260.00", "130.00"] == [str(row.allowance) for row in bank.rows]
    assert Decimal("100.00") == bank.saved
    assert Decimal("230.00") == bank.available


@pytest.mark.parametrize("quarter", [Q1, Q3])
def test_weekly_hours_change_with_the_next_quarter_only(quarter):
    bank = sk.AssistanceBank.open("37", Q1).use(Q1, "260")

    with pytest.raises(sk.InvalidInput, match="2024-Q2") as caught:
        bank.change_hours("18.5", quarter)
    assert "from_quarter" == caught.value.field


def test_the_law_of_a_quarters_first_day_counts():
    reform = sk.PARAMETERS.amend(
        "personal_assistance.max_weekly",
        value="10",
        valid_from=Q2.first_day,
        source="a proposal",
    )
    bank = sk.AssistanceBank.open("37", Q1, parameters=reform).use(Q1, "0").use(Q2, "0")

    assert ["260.00", "130.00"] == [str(row.allowance) for row in bank.rows]
    assert Decimal("520.00") == bank.available
    assert "assumed-figure" in [caveat.code for caveat in bank.explanation.caveats]


def test_the_first_quarter_whose_hours_are_known():
    assert Decimal("260.00") == sk.AssistanceBank.open("37", sk.Quarter(2005, 3)).available
    with pytest.raises(sk.NotInForce, match=r"2005-04-01.*2005-05-01"):
        sk.AssistanceBank.open("37", sk.Quarter(2005, 2))


@pytest.mark.parametrize("bad", ["0", "37.01", "-1", "1.234", "x", 37.0, True, None])
def test_weekly_hours_not_accepted(bad):
    for call in (
        lambda: sk.AssistanceBank.open(bad, Q1),
        lambda: sk.AssistanceBank.open("37", Q1).change_hours(bad, Q1),
    ):
        with pytest.raises(sk.InvalidInput, match=r"^weekly_hours: "):
            call()


@pytest.mark.parametrize("bad", ["-1", "10000.01", "1.234", "", 1.0, False, None])
def test_hours_not_accepted(bad):
    with pytest.raises(sk.InvalidInput, match=r"^hours: "):
        sk.AssistanceBank.open("37", Q1).use(Q1, bad)


@pytest.mark.parametrize("bad", [None, Q1.first_day, sk.Month(2024, 1), 20241])
def test_what_is_no_quarter_is_refused(bad):
    bank = sk.AssistanceBank.open("37", Q1)
    for field, call in (
        ("first_quarter", lambda: sk.AssistanceBank.open("37", bad)),
        ("quarter", lambda: bank.use(bad, "1")),
        ("from_quarter", lambda: bank.change_hours("1", bad)),
    ):
        with pytest.raises(sk.WrongType) as caught:
            call()
        assert field == caught.value.field


def test_a_quarter_is_also_read_from_its_text():
    bank = sk.AssistanceBank.open("37", Q1).use(Q1, "200").change_hours("20", Q1.next())

    assert bank == (
        sk.AssistanceBank.open("37", "2024-Q1").use("2024-Q1", "200").change_hours("20", "2024-Q2")
    )


@pytest.mark.parametrize("bad", ["", "2024-Q5", "2024-01"])
def test_what_names_no_quarter_is_refused(bad):
    bank = sk.AssistanceBank.open("37", Q1)
    for field, call in (
        ("first_quarter", lambda: sk.AssistanceBank.open("37", bad)),
        ("quarter", lambda: bank.use(bad, "1")),
        ("from_quarter", lambda: bank.change_hours("1", bad)),
    ):
        with pytest.raises(sk.InvalidInput) as caught:
            call()
        assert field == caught.value.field


@pytest.mark.parametrize("bad", [None, "", [], (Q1,)])
def test_uses_are_a_tuple_of_uses(bad):
    with pytest.raises(sk.WrongType, match="uses"):
        sk.AssistanceBank(first_quarter=Q1, weekly_hours="37", uses=bad)


def test_a_bank_made_of_its_parts_is_checked_alike():
    use = sk.AssistanceUse(quarter=Q1, weekly_hours="37", hours="200")
    bank = sk.AssistanceBank(first_quarter=Q1, weekly_hours="37", uses=(use,))

    assert sk.AssistanceBank.open("37", Q1).use(Q1, "200") == bank
    with pytest.raises(sk.InvalidInput, match="2024-Q2"):
        sk.AssistanceBank(first_quarter=Q1, weekly_hours="37", uses=(use, use))
    with pytest.raises(sk.WrongType, match="parameters"):
        sk.AssistanceBank(first_quarter=Q1, weekly_hours="37", parameters="")


def test_an_account_can_be_redone_from_its_document():
    bank = sk.AssistanceBank.open("30", Q1).use(Q1, "200").change_hours("20", Q2).use(Q2, "0")

    document = bank.explanation.document()

    redo(document)
    assert [
        "personal_assistance.max_weekly@2005-05-01",
        "personal_assistance.allowance[2024-Q1]",
        "personal_assistance.saved[2024-Q1]",
        "personal_assistance.allowance[2024-Q2]",
        "personal_assistance.saved[2024-Q2]",
    ] == [step["id"] for step in document["steps"]]
    assert "5600/37" == document["steps"][-1]["value"]


def test_an_account_warns_that_the_term_of_saved_hours_is_unknown():
    bank = sk.AssistanceBank.open("37", Q1)

    assert ["saved-hours-expiry"] == [caveat.code for caveat in bank.explanation.caveats]


@pytest.mark.parametrize("language", ["en", "da"])
def test_an_account_is_shown_in_both_languages(language):
    assert "60" in sk.AssistanceBank.open("37", Q1).use(Q1, "200").explanation.render(language)


DISPLAY = "rounded for display"


def test_the_whole_text_of_an_account():
    explanation = sk.AssistanceBank.open("30", Q1).use(Q1, "200").explanation
    law = "lov om kompensation til handicappede i erhverv m.v.; from a social chapter"

    text = [line.strip() for line in str(explanation).splitlines() if line.strip()]

    assert [
        "Personal assistance, saved and used",
        "Given",
        "Hours saved before the first quarter: 0",
        "Weekly hours, 2024-Q1: 30",
        "Hours of assistance used, 2024-Q1: 200",
        "Steps",
        "1. Highest weekly hours of personal assistance: 20",
    ] == text[:7]
    assert [
        "2. Hours of assistance for the quarter: 210.81",
        f"20 × 30 / 37 × 13 = 210.81 ({DISPLAY}; the fraction 7,800/37 is used from here on)",
        law,
        "3. Hours saved after the quarter: 10.81",
        "0 + 210.81 − 200 = 10.81 (rounded for display; the fraction 400/37 is used from here on)",
        law,
        "Caveats: the result may be different",
    ] == text[8:15]
    assert [
        "! How long saved hours may be kept is not known; here they are kept until used",
        "Result",
        "Hours saved after the quarter: 10.81",
    ] == text[-3:]
