"""A filled template becomes what the monthly run takes, and every bad row says what to write."""

import sys
import warnings
from datetime import date, datetime, time
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook
from payroll.paid_out import absence, job

import socialkapitel as sk

MAY = sk.Month(2024, 5)
ORDINARY = "efter arbejdsgiverperioden"
NO_ABSENCE = "den første dag i et fravær, som medarbejderen har på arket med fravær"
DAYS = [["E05", None, f"2024-W{week}", None, 37] for week in range(14, 19)]
LEAVE = ["E05", "02-04-2024", 37, 185, "ja", ORDINARY, "nej"]
FLEXJOB = ["E01", None, date(2008, 9, 1), None, "2/3", "29.600,00", None, 37, "A", 3552]


def filled(change=lambda book: None, language="da", **rows):
    book = load_workbook(BytesIO(sk.claims_template(language)))
    for name, added in rows.items():
        sheet = next(one for one in book if one.title.casefold().startswith(name))
        for row in added:
            sheet.append(row)
    change(book)
    return saved(book)


def saved(book):
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def read(change=lambda book: None, **rows):
    return sk.read_claims_template(filled(change, **rows), MAY)


def faults(found):
    return [
        (one.sheet, one.row, one.column, sk.translate(one.accepted, "da")) for one in found.faults
    ]


def test_what_is_filled_in_is_what_the_run_takes(tmp_path):
    path = tmp_path / "maj.xlsx"
    path.write_bytes(
        filled(
            fleksjob=[
                FLEXJOB,
                ["E04", "maj 2024", "2011-10-01", None, "1/2", None, "178,40", 32, "A", 2240,
                 None, 104.2],
                [*FLEXJOB[:1], "2024-06", *FLEXJOB[2:]],
            ],
            løntilskud=[["E09", None, "førtidspension", 160, None, "52"]],
            fravær=[[*LEAVE, datetime(2024, 5, 1)]],  # noqa: DTZ001
            fraværsdage=[*DAYS, ["E05", None, "06-05-2024", None, 0, None, None]],
            assistance=[[10, None, "43,5"], ["E10", None, 10, "150,00"]],
        )
    )  # fmt: skip
    found = sk.read_claims_template(path, MAY)

    assert () == found.faults
    assert 0 == len(found.table)
    assert {"E05": (sk.Period(date(2024, 4, 2), date(2024, 5, 1)),)} == dict(found.claimed)
    [leave] = found.employees["E05"]
    assert leave == absence(
        first_day=date(2024, 4, 2),
        hours={sk.Week(2024, week): "37" for week in range(14, 19)} | {date(2024, 5, 6): "0"},
    )
    assert (sk.Paid(job=job()),) == found.employees["E01"]
    assert (sk.Assistance(hours="43.5"),) == found.employees["10"]
    assert (sk.Assistance(hours=10, hourly_rate=150),) == found.employees["E10"]
    run = sk.claims(found.employees, MAY, claimed=found.claimed)
    assert Decimal("22233.33") == run["E01"][0].amount
    assert Decimal("10480.64") == run["E04"][0].amount


def test_a_rota_holidays_and_states_are_read():
    found = read(
        fravær=[["E06", "06-05-2024", 37, "171,25", "ja", "§ 56-aftale"]],
        fraværsdage=[
            ["E06", "06-05-2024", "06-05-2024", None, 12, 12],
            ["E06", None, "07-05-2024", None, None, 12, None],
            ["E06", None, "08-05-2024", "09-05-2024", None, None, "ferie"],
            ["E06", None, "2024-W21", None, None, None, "ferie"],
        ],
    )
    assert () == found.faults
    [leave] = found.employees["E06"]
    assert ((date(2024, 5, 6), Decimal("12.00")),) == leave.hours
    assert 2 == len(leave.schedule.dates)
    assert [sk.DayState.HOLIDAY] * 2 == [state for _, state in leave.days]
    assert leave.hours_in_other_jobs is None


def test_a_bad_row_is_a_line_of_the_run_and_says_what_to_write():
    share, both = list(FLEXJOB), ["E03", *FLEXJOB[1:]]
    share[4] = datetime(2026, 2, 1)  # noqa: DTZ001
    both[6] = 178.4
    refused = ["E04", None, "2008-09-01", None, "3/4", "0", None, 38, "A", "-1"]
    found = read(fleksjob=[share, both, ["E02", None, None, None, "1/2"], refused])

    assert [
        ("Fleksjob", 4, "E", ("andelen 1/2: Excel har ændret andelen til en dato; giv cellen"
         " formatet Tekst, og skriv 1/2 igen")),
        ("Fleksjob", 5, "F", "enten lønnen for en fuldtidsmåned eller timelønnen"),
        ("Fleksjob", 6, "C", "en dato, fx 01-05-2024"),
        ("Fleksjob", 6, "H", "timer, fx 29,6"),
        ("Fleksjob", 6, "J", "kroner, fx 29.600,00"),
        ("Fleksjob", 7, "F", "et tal over 0 og højst 1.000.000 med højst to decimaler"),
    ] == faults(found)  # fmt: skip
    run = sk.claims(found.employees, MAY)
    assert {"open"} == {claim.state.value for claim in run}
    [claim] = run["E01"]
    assert "Fleksjob!E4" == claim.open[0].fact
    assert "Bevilget andel (Fleksjob!E4): 1. februar 2026 accepteres ikke; angiv andelen 1/2" in (
        sk.translate(found.faults[0].message, "da")
    )


def test_a_day_with_two_states_is_refused():
    found = read(
        fravær=[LEAVE],
        fraværsdage=[
            *DAYS,
            ["E05", None, "2024-W20", None, None, None, "ferie"],
            ["E05", None, "2024-W20", None, None, None, "raskmeldt"],
        ],
    )
    [fault] = found.faults
    assert ("Fraværsdage!G9", "one state for each day") == (
        fault.error.field,
        str(fault.error.accepted),
    )


def test_a_row_that_is_there_twice_is_claimed_once():
    june = [*FLEXJOB[:1], "2024-06", *FLEXJOB[2:]]
    may = [*FLEXJOB[:1], "maj 2024", *FLEXJOB[2:]]
    paid = [*FLEXJOB, None, None, "22.233,33"]
    other = [*FLEXJOB[:7], 20, *FLEXJOB[8:]]
    twice = [["E10", None, "43,5"]] * 2
    found = read(fleksjob=[FLEXJOB, june, may, paid, other, june], assistance=twice)
    same = "hver række én gang: række 4 har samme indhold"
    run = sk.claims(found.employees, found.month)

    assert [
        ("Fleksjob", 6, "A", same),
        ("Fleksjob", 7, "A", same),
        ("Assistance", 5, "A", same),
    ] == faults(found)
    assert ["claimable", "claimable", "open"] == sorted(one.state.value for one in run["E01"])
    assert ["claimable", "open"] == sorted(one.state.value for one in run["E10"])


def test_what_the_library_refuses_stands_at_its_column():
    wrong = [*FLEXJOB[:4], "3/4", *FLEXJOB[5:7], 38, "A", 3552]
    found = read(
        fleksjob=[wrong],
        løntilskud=[["E09", None, "nogen", 160]],
        assistance=[["E10", None, -3]],
        fravær=[["E05", "02-04-2024", 38, 185, "ja", "andet", "ja"]],
        fraværsdage=[["E05", None, "2024-W14", None, 200], ["E05", None, "01-04-2024", None, 7]],
    )
    assert [
        ("Fleksjob", 4, "E"), ("Fleksjob", 4, "H"), ("Løntilskud", 4, "C"), ("Fravær", 4, "C"),
        ("Fravær", 4, "F"), ("Fraværsdage", 4, "E"), ("Assistance", 4, "C"),
    ] == [place[:3] for place in faults(found)]  # fmt: skip
    kinds = {one.refused for things in found.employees.values() for one in things}
    assert {"Flexjob", "SubsidisedJob", "SicknessAbsence", "Assistance"} == kinds


def test_days_that_do_not_fit_say_so():
    found = read(
        fravær=[LEAVE, ["E07", "02-05-2024", 37, 185, "nej", ORDINARY, None, "01-05-2024"]],
        fraværsdage=[
            ["E05", None, "2024-W14", None, 37],
            ["E05", None, "2024-W14", None, 37],
            ["E05", None, "2024-W15"],
            ["E05", None, "2024-W16", "01-05-2024", 37, 12],
            ["E05", "03-04-2024", "2024-W17", None, 37],
            ["E05", None, "2024-W18", None, time(12, 30)],
            [None] * 3,
            ["E99", None, "2024-W17", None, 37],
            [None, None, "2024-W17", None, 37],
        ],
    )
    assert [
        ("Fravær", 5, "A", "også fraværets uger eller dage, på arket med fraværsdage"),
        ("Fravær", 5, "H", "en dag, der ikke ligger før den første fraværsdag"),
        ("Fraværsdage", 5, "C", "hver uge og hver dato én gang"),
        ("Fraværsdage", 6, "E", "fraværstimer, planlagte timer eller dagens status"),
        ("Fraværsdage", 7, "D", "ingenting, eller den sidste af flere dage med en status"),
        ("Fraværsdage", 7, "F", "ingenting: planlagte timer angives pr. dato"),
        ("Fraværsdage", 8, "B", NO_ABSENCE),
        ("Fraværsdage", 9, "E", "timer med komma som 29,6, ikke et klokkeslæt"),
        ("Fraværsdage", 11, "B", NO_ABSENCE),
        ("Fraværsdage", 12, "A", "dit eget navn eller nummer for medarbejderen"),
    ] == faults(found)  # fmt: skip
    assert {"E05", "E07", "E99", "Fraværsdage 12"} == set(found.employees)
    assert {} == dict(found.claimed)


def test_formulas_that_are_not_worked_out_and_errors_are_told():
    found = read(fleksjob=[[*FLEXJOB[:5], "=29600+0", *FLEXJOB[6:9], "#REF!"]])
    assert [
        ("Fleksjob", 4, "F", "selve værdien: Excel har ikke regnet formlen ud"),
        ("Fleksjob", 4, "J", "en værdi: Excel viser en fejl i cellen"),
    ] == faults(found)


def test_heads_are_found_in_both_languages_and_in_any_order():
    def change(book):
        sheet = book["Fleksjob"]
        sheet["A3"], sheet["E3"] = "SHARE GRANTED", "employee"

    found = read(change, fleksjob=[["2/3", *FLEXJOB[1:4], "E01", *FLEXJOB[5:], " "]])
    assert () == found.faults
    assert ["E01"] == list(found.employees)


def test_heads_that_are_not_of_the_template_are_told():
    def change(book):
        book["Fleksjob"]["L3"] = "Bemærkning"
        book["Fleksjob"]["AB3"] = "Mere"
        book["Løntilskud"].delete_rows(3)

    found = read(change)
    assert [
        ("Fleksjob", 3, "L", "en overskrift fra skabelonen; notater skrives på et ark for sig"),
        ("Fleksjob", 3, "AB", "en overskrift fra skabelonen; notater skrives på et ark for sig"),
        ("Løntilskud", 1, "A", "overskrifterne fra skabelonen; de blev ikke fundet"),
    ] == faults(found)
    assert 2 == len(sk.claims(found.employees, MAY).open)


def test_a_column_that_is_missing_is_missing_in_each_row():
    found = read(lambda book: book["Assistance"].delete_cols(3), assistance=[["E10", None, 3, 4]])
    assert [("Assistance", 4, "A", "timer, fx 29,6")] == faults(found)


def test_sheets_that_are_not_there_hold_nothing():
    def change(book):
        del book["Fleksjob"]

    assert ["E10"] == list(read(change, assistance=[["E10", None, 3]]).employees)


def test_the_english_template_is_read_too():
    file = filled(
        language="en",
        flexjobs=[FLEXJOB],
        absences=[["E05", "2024-04-02", 37, 185, "yes", "section 56 agreement", "no"]],
    )
    found = sk.read_claims_template(file, MAY)
    assert [("Absences", 4, "A", "også fraværets uger eller dage, på arket med fraværsdage")] == (
        faults(found)
    )
    assert {"E01", "E05"} == set(found.employees)


def test_a_text_that_says_something_is_not_shown():
    def change(book):
        book["Fleksjob"]["L3"] = "Diagnose: depression"

    found = read(change, assistance=[["E10", None, "depression"]])
    told = found.render("da") + sk.claims(found.employees, MAY).render("da")
    assert 2 == len(found.faults)
    assert "depression" not in told


def test_the_faults_are_shown_in_both_languages():
    found = read(assistance=[["E10", None, "29;6"], ["E11", None, datetime(2026, 2, 1)]])  # noqa: DTZ001
    assert "What can't be read" in str(found) == found.render("en")
    assert "Skriv i stedet" in found.render("da")
    assert found.html("en") == found._repr_html_()
    assert "29;6" in found.html("da")
    assert "FilledTemplate" in repr(found)


def test_what_excel_adds_to_lists_gives_no_warning(monkeypatch):
    """Excel saves a list that stands on another sheet in a way that openpyxl warns of."""

    def load(*given, **how):
        warnings.warn("Data Validation extension is not supported", UserWarning, stacklevel=2)
        return load_workbook(*given, **how)

    monkeypatch.setattr("openpyxl.load_workbook", load)
    assert () == read().faults


@pytest.mark.parametrize("file", [b"no workbook", b""])
def test_anything_but_a_workbook_is_refused(file, tmp_path):
    path = tmp_path / "x.xlsx"
    path.write_bytes(file)
    for given in (file, path, str(path)):
        with pytest.raises(sk.InvalidInput, match="a workbook of Excel"):
            sk.read_claims_template(given, MAY)


def test_a_workbook_of_other_sheets_is_refused():
    with pytest.raises(sk.InvalidInput, match="the sheets of the template"):
        sk.read_claims_template(saved(Workbook()), MAY)


def test_other_types_are_refused():
    with pytest.raises(sk.WrongType):
        sk.read_claims_template(7, MAY)
    with pytest.raises(sk.WrongType):
        sk.read_claims_template(b"", 5)


def test_without_openpyxl_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(sk.MissingExtra, match=r"socialkapitel\[excel\]"):
        sk.read_claims_template(b"", MAY)


# --- what was paid -------------------------------------------------------------------------------


def test_what_was_paid_is_reconciled_with_the_run():
    found = read(
        fleksjob=[
            [*FLEXJOB, None, None, "22.101,33"],
            ["E02", *FLEXJOB[1:], None, None, 0],
            ["E03", *FLEXJOB[1:]],
            ["E04", "2024-06", *FLEXJOB[2:], None, None, "1,00"],
        ],
        løntilskud=[["E09", None, "førtidspension", 160, None, "52", "1.234,56"]],
        fravær=[[*LEAVE, None, 10480], ["E05", "13-05-2024", *LEAVE[2:]]],
        fraværsdage=[
            ["E05", "02-04-2024", f"2024-W{week}", None, hours]
            for week, hours in ((14, 29.6), (15, 37), (16, 37), (17, 37), (18, 37), (19, 0))
        ]
        + [["E05", "13-05-2024", "2024-W20", None, 37], ["E05", "13-05-2024", "2024-W21", None, 0]],
        assistance=[["E10", None, "43,5", None, "6.022,58"]],
    )
    assert () == found.faults
    paid = {(one.reference, one.scheme): one for one in found.paid}
    assert {
        ("E01", "flexjob"),
        ("E02", "flexjob"),
        ("E05", "sickness"),
        ("E09", "disability-pension-job"),
        ("E10", "personal-assistance"),
    } == set(paid)
    assert date(2024, 4, 2) == paid["E05", "sickness"].begun_on
    assert Decimal("22101.33") == paid["E01", "flexjob"].amount

    run = sk.reconcile_claims(sk.claims(found.employees, MAY), found.paid)
    assert [("E01", Decimal("-132.00")), ("E02", Decimal("-22233.33"))] == [
        (one.reference, one.difference) for one in run
    ][:2]
    [first] = [one for one in run if one.reference == "E01"]
    assert ("flexjob.no_atp",) == first.found.candidates[0].ids


def test_an_amount_paid_that_cannot_be_read_is_told():
    found = read(
        fleksjob=[[*FLEXJOB, None, None, "29;6"], ["E02", *FLEXJOB[1:], None, None, -5]],
        assistance=[["E10", None, 3, None, datetime(2026, 2, 1)]],  # noqa: DTZ001
    )
    assert [
        ("Fleksjob", 4, "M"), ("Fleksjob", 5, "M"), ("Assistance", 4, "E"),
    ] == [place[:3] for place in faults(found)]  # fmt: skip
    assert () == found.paid


# --- other jobs ----------------------------------------------------------------------------------


def other_jobs(*hours, told="ja"):
    days = [
        ["E05", None, f"2024-W{week}", None, 37, None, None, other]
        for week, other in enumerate(hours, start=14)
    ]
    return read(fravær=[[*LEAVE[:6], told]], fraværsdage=days)


@pytest.mark.parametrize("told", ["ja", None])
def test_hours_in_other_jobs_are_read_by_week(told):
    found = other_jobs("7,4", 0, 10, told=told)
    assert () == found.faults
    [leave] = found.employees["E05"]
    known = {sk.Week(2024, 14): "7.4", sk.Week(2024, 15): "0", sk.Week(2024, 16): "10"}
    assert tuple((week, Decimal(f"{Decimal(h):.2f}")) for week, h in known.items()) == (
        leave.hours_in_other_jobs
    )
    [claim] = sk.claims(found.employees, sk.Month(2024, 4))
    assert "hours_in_other_jobs" not in {
        fact for caveat in claim.caveats for fact in caveat.concerns
    }


def test_hours_in_other_jobs_that_do_not_fit_stand_at_their_week():
    none = other_jobs(7, 7, told="nej")
    assert [("Fravær", 4, "G", "ja, for arket med fraværsdage har fraværstimer i andre job")] == (
        faults(none)
    )
    [missing] = faults(other_jobs(7, None, 7))
    assert ("Fraværsdage", 5, "H") == missing[:3]
    assert ("Fraværsdage", 4, "H") == faults(other_jobs(200, 7))[0][:3]


def test_rows_may_stand_in_any_order():
    found = read(fravær=[LEAVE], fraværsdage=list(reversed(DAYS)))
    assert () == found.faults
    [leave] = found.employees["E05"]
    assert [sk.Week(2024, week) for week in range(14, 19)] == [week for week, _ in leave.hours]


def test_a_refused_day_stands_in_its_row():
    """The library names the week or the days; a clerk needs the row."""
    above = [*DAYS[:2], ["E05", None, "2024-W16", None, 40]]
    assert ("Fraværsdage", 6, "E") == faults(read(fravær=[LEAVE], fraværsdage=above))[0][:3]
    fit = [*DAYS[:3], ["E05", None, "2024-W16", None, None, None, "raskmeldt"]]
    assert ("Fraværsdage", 7, "G") == faults(read(fravær=[LEAVE], fraværsdage=fit))[0][:3]
