"""The words of the pages on cases and documents, in both languages."""

from words import HEADS as WORDS

from socialkapitel import Label
from socialkapitel.cases import Information
from socialkapitel.glossary import LABELS

HEADS = {
    "event": LABELS["event"],
    "no_case": Label(en="No case yet", da="Ingen sag endnu"),
    "due": Label(en="What is due", da="Hvad der skal ske"),
    "day": Label(en="On which day", da="Hvilken dag"),
    "figures": Label(en="Number", da="Antal"),
    "law": WORDS["law"],
    "role": LABELS["role"],
    "gate": WORDS["when"],
    "sees": Label(en="What, and why", da="Hvad og hvorfor"),
    "withheld": Label(en="Why nothing else", da="Hvorfor ikke andet"),
    "information": Label(en="Information", da="Oplysning"),
    "fields": Label(en="Fields", da="Felter"),
    "text": Label(en="Sealed text", da="Forseglet tekst"),
    "readers": Label(en="Who may open it", da="Hvem der må åbne den"),
    "document": Label(en="Document", da="Dokument"),
    "kind": Label(en="Type", da="Type"),
    "schema": Label(en="JSON Schema", da="JSON Schema"),
}

# Of the pictures of states, and of the tables of legal events.
STAGE_TITLE = Label(en="The stages of a case", da="En sags stadier")
ABSENCE_TITLE = Label(en="The absence of the person", da="Personens fravær")
OTHERS = Label(en="{number} other kinds of events", da="{number} andre slags hændelser")
NOT_POSSIBLE = Label(en="not possible", da="ikke mulig")
STAYS = Label(en="stays", da="uændret")
LEADS_TO = Label(en="→ {state}", da="→ {state}")
WHERE = Label(en="{state} ({when})", da="{state} ({when})")

# How the day of a deadline is determined, by the id of its rule; the numbers are figures.
_NO_DAY = Label(
    en="no day: no limit was found",
    da="ingen dag: der er ikke fundet en frist",
)
_AFTER_QUARTER = Label(
    en="a number of months after the end of the quarter; only where the employer belongs to"
    " the state's flexjob scheme",
    da="et antal måneder efter kvartalets udgang; kun for arbejdsgivere i den statslige"
    " fleksjobordning",
)
COUNTED = {
    "sickness.employer_period": Label(
        en="a number of calendar days, starting with the first day of absence",
        da="et antal kalenderdage, regnet fra og med første fraværsdag",
    ),
    "sickness.talk": Label(
        en="a number of weeks after the first day of sickness; not if an employee under"
        " notice leaves soon",
        da="et antal uger efter første sygedag; ikke når en opsagt medarbejder snart fratræder",
    ),
    "sickness.notice": Label(
        en="a number of days after the first day of absence",
        da="et antal dage efter første fraværsdag",
    ),
    "sickness.short_notice": Label(
        en="a number of months after the first day of absence, if the absence does not exceed a"
        " number of days; only where the refund begins on the first day",
        da="et antal måneder efter første fraværsdag, når fraværet højst varer et antal dage;"
        " kun når der er refusion fra første dag",
    ),
    "sickness.notice_after_benefit": Label(
        en="a number of days after the last day of the employer period; for an employee without"
        " pay during sickness",
        da="et antal dage efter arbejdsgiverperiodens sidste dag; for en medarbejder uden"
        " løn under sygdom",
    ),
    "sickness.notice_without_benefit": Label(
        en="a number of days after the first day of absence; for an employee to whom the employer"
        " owes neither pay nor sickness benefit",
        da="et antal dage efter første fraværsdag; for en medarbejder, som arbejdsgiveren"
        " hverken skal betale løn eller sygedagpenge",
    ),
    "sickness.flexjob_notice": Label(
        en="the first day of absence, or as soon as possible; found in the act in force from 1"
        " January 2020",
        da="første fraværsdag eller snarest derefter; fundet i den lov, der gælder fra 1."
        " januar 2020",
    ),
    "sickness.claim": Label(
        en="a number of months after the first day claimed, separately for each month of refund",
        da="et antal måneder efter den første dag, der anmodes for, for hver måned med"
        " refusion for sig",
    ),
    "sickness.dispensation": Label(
        en="a number of months after the first day of absence; shown when the limit for notice"
        " has passed",
        da="et antal måneder efter første fraværsdag; vises, når fristen for anmeldelse er"
        " passeret",
    ),
    "sickness.fast_track": Label(
        en="the last day of a number of weeks of absence; the municipality then holds the"
        " conversation within a number of weeks",
        da="den sidste dag i et antal fraværsuger; kommunen holder derefter samtalen inden for"
        " et antal uger",
    ),
    "sickness.follow_up": Label(
        en="the last day of a number of weeks, counted from the first day of absence",
        da="den sidste dag i et antal uger, regnet fra første fraværsdag",
    ),
    "sickness.limit": Label(
        en="the end of the month in which benefit exceeds a number of weeks within a number of"
        " calendar months, if the absence continues",
        da="udgangen af den måned, hvor der er sygedagpenge i mere end et antal uger inden"
        " for et antal kalendermåneder, hvis fraværet fortsætter",
    ),
    "flexjob.review": Label(
        en="a number of months after the flexjob began, then a number of months after the last"
        " recorded follow-up",
        da="et antal måneder efter fleksjobbets start, derefter et antal måneder efter den"
        " seneste registrerede opfølgning",
    ),
    "flexjob_since_2013.review": Label(
        en="a number of months after the start, or after the last recorded follow-up",
        da="et antal måneder efter starten eller efter den seneste registrerede opfølgning",
    ),
    "flexjob_since_2013.status": Label(
        en="a number of months after the start of a temporary flexjob",
        da="et antal måneder efter starten af et midlertidigt fleksjob",
    ),
    "flexjob.state_claim": _AFTER_QUARTER,
    "flexjob.state_adjustment": _AFTER_QUARTER,
    "flexjob.claim": _NO_DAY,
    "wage_subsidy.claim": _NO_DAY,
    "assistance.claim": _NO_DAY,
    "wage_subsidy.longest": Label(
        en="the last day of a number of months at a public employer; the period is longer at a"
        " private one",
        da="den sidste dag i et antal måneder hos en offentlig arbejdsgiver; hos en privat"
        " arbejdsgiver er perioden længere",
    ),
    "wage_subsidy.newly_qualified_longest": Label(
        en="the last day of a number of months",
        da="den sidste dag i et antal måneder",
    ),
    "wage_subsidy.pension_review": Label(
        en="a number of months after the start, then a number of months after the last recorded"
        " follow-up; by the practice of one municipality",
        da="et antal måneder efter starten, derefter et antal måneder efter den seneste"
        " registrerede opfølgning; efter én kommunes praksis",
    ),
    "work_placement.ready": Label(
        en="the last day of a number of weeks, for a person who is ready for work",
        da="den sidste dag i et antal uger, for en jobparat person",
    ),
    "work_placement.longest": Label(
        en="the last day of a number of weeks, for others; when that has passed, the last day"
        " of an extension",
        da="den sidste dag i et antal uger, for andre; når den er passeret, den sidste dag"
        " efter en forlængelse",
    ),
    "section_56.expiry": Label(
        en="the last day of the term that begins on the day of signing; earlier if so agreed",
        da="den sidste dag i den periode, der begynder på underskriftsdagen; før, når det er"
        " aftalt",
    ),
    "section_56.renewal": Label(
        en="the day on which it expires; with fewer days of absence in the year before, it is"
        " renewed only if conditions have changed",
        da="den dag, den udløber; med færre fraværsdage i året op til den fornyes den kun,"
        " når forholdene har ændret sig",
    ),
    "agreed.period": Label(
        en="the last day named in the agreement or the decision",
        da="den sidste dag, aftalen eller afgørelsen nævner",
    ),
    "agreed.work_trial": Label(
        en="the last day agreed for the trial",
        da="den sidste dag, der er aftalt",
    ),
    "agreed.employment": Label(
        en="the last day named in the notice",
        da="den sidste dag, opsigelsen nævner",
    ),
}
SINCE = Label(en="{value} {unit} from {day}", da="{value} {unit} fra {day}")
THROUGH = Label(
    en="{value} {unit} from {day} through {last}", da="{value} {unit} fra {day} til og med {last}"
)
NO_FIGURES = Label(en="none", da="ingen")
SET_BY_OTHERS = Label(
    en="none: the parties or an authority set the day",
    da="ingen: parterne eller en myndighed fastsætter dagen",
)

# The kinds of information, short enough for the head of a table.
KINDS = {
    Information.COURSE: Label(en="Course", da="Forløb"),
    Information.IDENTITY: Label(en="Identity", da="Identitet"),
    Information.ABSENCE: Label(en="Absence", da="Fravær"),
    Information.ARRANGEMENT: Label(en="Schemes", da="Ordning"),
    Information.SCHEME_NAMES: Label(en="Which scheme", da="Hvilken ordning"),
    Information.PAY: Label(en="Pay", da="Løn"),
    Information.GROUNDS: Label(en="Grounds", da="Begrundelse"),
    Information.NOTES: Label(en="Notes", da="Notater"),
    Information.HEALTH: Label(en="Illness", da="Sygdom"),
    Information.AGREED_ILLNESS: Label(en="Agreed illness", da="Aftalens lidelse"),
}
REASON = Label(en="{what}: {why}", da="{what}: {why}")
EVERY_EVENT = Label(en="every event: ", da="enhver hændelse: ")

# The groups of documents, by the part of the library to which their types belong.
ROOMS = {
    "": Label(en="Values, figures and explanations", da="Værdier, satser og forklaringer"),
    "calculators": Label(en="Calculators", da="Beregnere"),
    "schemes": Label(en="Schemes and facts", da="Ordninger og oplysninger"),
    "actors": Label(en="Actors", da="Aktører"),
    "chapters": Label(en="Chapters, duties and review", da="Kapitler, pligter og gennemgang"),
    "cases": Label(en="Cases", da="Sager"),
    "cases.events": Label(en="Events of a case", da="En sags hændelser"),
}
