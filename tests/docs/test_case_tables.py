from pathlib import Path

import attrs
import pytest
from case_pages import SEALED, counted, fields_by_kind, laws, legal_events, reasons, values
from case_words import COUNTED, KINDS
from state_picture import LAYOUTS

from socialkapitel import PARAMETERS, cases, translate
from socialkapitel.actors import actor
from socialkapitel.cases import (
    ABSENCES,
    DEADLINE_RULES,
    EVENTS,
    RIGHTS,
    STAGES,
    Absence,
    Event,
    Information,
    Stage,
    events,
)
from socialkapitel.cases.events import Profile
from socialkapitel.cases.health import Sealed
from socialkapitel.cases.transitions import absence_transitions, stage_transitions
from socialkapitel.i18n import LANGUAGES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(
    ("page", "directive"),
    [
        ("cases/states", "{case-states} stage"),
        ("cases/states", "{case-states} absence"),
        ("cases/states", "{legal-events} stage"),
        ("cases/states", "{legal-events} absence"),
        ("cases/deadlines", "{deadline-rules}"),
        ("cases/disclosure", "{who-sees-what}"),
        ("cases/disclosure", "{rights}"),
        ("cases/disclosure", "{information}"),
        ("cases/disclosure", "{sealed-texts}"),
        ("documents", "{json-schemas}"),
    ],
)
def test_a_page_is_made_from_the_tables(page, directive):
    text = (DOCS / f"{page}.md").read_text("utf-8")
    assert text.count(f"```{directive}\n```\n") == 1


def effects(name, kind):
    """What the table of legal events says of a kind of event, state by state."""
    layout = LAYOUTS[name]
    rows = legal_events(layout.table, layout.boxes, "en")
    [found] = [said for said, kinds in rows.items() if kind in kinds]
    return dict(zip([None, *layout.boxes], found, strict=True))


@pytest.mark.parametrize("kind", EVENTS, ids=lambda kind: kind.kind)
def test_an_event_is_possible_where_the_case_takes_it(kind):
    told = effects("stage", kind)
    for stage in Stage:
        assert (told[stage] != "not possible") is bool(stage_transitions(stage, kind))


@pytest.mark.parametrize("kind", [events.SickLeaveStarted, events.PartialReturn, events.FullReturn])
def test_a_leave_is_possible_where_the_case_takes_it(kind):
    told = effects("absence", kind)
    for absence in Absence:
        assert (told[absence] != "not possible") is bool(absence_transitions(absence, kind))


def test_an_event_tells_where_it_leads_and_on_what_condition():
    assert effects("stage", events.SchemeEnded) == {
        None: "not possible",
        Stage.CLARIFYING: "not possible",
        Stage.ARRANGED: (
            "stays (another scheme continues); → being clarified (no scheme is in progress any"
            " more)"
        ),
        Stage.NOTICE: "stays",
        Stage.CLOSED: "not possible",
    }
    assert effects("absence", events.CaseOpened)[None] == "→ not on sick leave"


@pytest.mark.parametrize(("name", "table"), [("stage", STAGES), ("absence", ABSENCES)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_of_a_table_stands_in_one_row(name, table, language):
    rows = legal_events(table, LAYOUTS[name].boxes, language)
    listed = [kind for kinds in rows.values() for kind in kinds]
    assert len(listed) == len(set(listed))
    assert set(listed) == {one.event for one in table}


def test_every_rule_of_deadlines_says_how_its_day_comes_about():
    assert list(COUNTED) == [rule.id for rule in DEADLINE_RULES]
    for rule in DEADLINE_RULES:
        assert counted(rule, "en") != counted(rule, "da")


@pytest.mark.parametrize("rule", DEADLINE_RULES, ids=lambda rule: rule.id)
def test_a_rule_has_the_laws_of_its_figures(rule):
    figures = {PARAMETERS[name].source for name in rule.figures}
    assert set(laws(rule)) == ({rule.source} if rule.source else figures)
    assert [name for name in rule.figures if len(values(name, "da")) == 0] == []


def test_the_values_of_a_figure_are_told_with_their_days():
    assert values("sickness_benefit.notice", "en") == [
        "28 calendar days from 3 July 2006 through 1 April 2012",
        "35 calendar days from 2 April 2012",
    ]
    assert values("section_56.term", "da") == ["2 år fra 1. maj 2005"]


def test_every_kind_of_information_has_a_short_name():
    assert list(KINDS) == list(Information)


@pytest.mark.parametrize("rights", RIGHTS, ids=lambda rights: rights.role)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_role_is_told_what_it_sees_and_why(rights, language):
    said = reasons(rights, language)
    for kind in Information:
        name = translate(KINDS[kind], language).lower()
        telling = [one for one in said if name in one.partition(": ")[0].split(", ")]
        assert len(telling) == rights.allows(kind)
        if telling:
            assert telling[0].endswith(f": {translate(rights.seen[kind], language)}")


def test_what_is_told_of_colleagues():
    [colleagues] = [one for one in RIGHTS if one.role == "colleagues"]
    told = "must know the working arrangements that manager and employee have jointly announced"
    assert reasons(colleagues, "en") == [f"schemes: {told}"]


def test_every_field_of_every_event_stands_once():
    found = fields_by_kind()
    listed = [
        (each, name)
        for classes in found.values()
        for each, names in classes.items()
        for name in names
    ]
    common = {field.name for field in attrs.fields(Event)}
    expected = {
        (Event if field.name in common and each is not Profile else each, field.name)
        for each in (*EVENTS, Profile)
        for field in attrs.fields(each)
    }
    assert len(listed) == len(set(listed))
    assert set(listed) == expected


def test_what_is_said_of_an_illness_is_told_of_nowhere_else():
    names = {kind: each for kind, each in fields_by_kind().items() if kind is Information.HEALTH}
    assert names[Information.HEALTH] == {
        events.AbilityChanged: ["health"],
        events.SickLeaveStarted: ["health"],
        events.ConversationHeld: ["health"],
        Profile: ["cause"],
    }


def test_every_sealed_text_is_listed_with_readers_that_are_actors():
    assert set(SEALED.values()) == set(Sealed.__subclasses__())
    for name, kind in SEALED.items():
        home = cases.events if name.startswith("events.") else cases
        assert getattr(home, name.rpartition(".")[2]) is kind
        assert [actor(reader).id for reader in kind.readers] == list(kind.readers)
