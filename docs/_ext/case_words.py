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
    "figures": Label(en="By which figures", da="Efter hvilke satser"),
    "law": WORDS["law"],
    "role": LABELS["role"],
    "gate": WORDS["when"],
    "sees": Label(en="What, and why", da="Hvad og hvorfor"),
    "withheld": Label(en="Why nothing else", da="Hvorfor ikke andet"),
    "information": Label(en="Information", da="Oplysning"),
    "fields": Label(en="Where it stands", da="Hvor den står"),
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

# How the day of a deadline comes about, by the id of its rule.
_NO_DAY = Label(
    en="no day: no limit was found",
    da="ingen dag: der er ikke fundet en frist",
)
_AFTER_QUARTER = Label(
    en="so many months after the end of the quarter; only where the employer belongs to"
    " the state's flexjob scheme",
    da="så mange måneder efter kvartalets udgang; kun for arbejdsgivere i den statslige"
    " fleksjobordning",
)
COUNTED = {
    "sickness.employer_period": Label(
        en="so many calendar days, of which the first absence day is the first",
        da="så mange kalenderdage, hvoraf første fraværsdag er den første",
    ),
    "sickness.talk": Label(
        en="so many weeks after the first day of sickness; not where an employee under"
        " notice leaves soon",
        da="så mange uger efter første sygedag; ikke når en opsagt medarbejder snart fratræder",
    ),
    "sickness.notice": Label(
        en="so many days after the first absence day",
        da="så mange dage efter første fraværsdag",
    ),
    "sickness.short_notice": Label(
        en="so many months after the first absence day, for an absence of at most so many"
        " days; only where the refund begins on the first day",
        da="så mange måneder efter første fraværsdag, for et fravær på højst så mange dage;"
        " kun når der er refusion fra første dag",
    ),
    "sickness.notice_after_benefit": Label(
        en="so many days after the last day of the employer period; for an employee without"
        " pay during sickness",
        da="så mange dage efter arbejdsgiverperiodens sidste dag; for en medarbejder uden"
        " løn under sygdom",
    ),
    "sickness.notice_without_benefit": Label(
        en="so many days after the first absence day; for an employee whom the employer owes"
        " neither pay nor sickness benefit",
        da="så mange dage efter første fraværsdag; for en medarbejder, som arbejdsgiveren"
        " hverken skal betale løn eller sygedagpenge",
    ),
    "sickness.flexjob_notice": Label(
        en="the first absence day, or as soon as possible; read in the act in force from 1"
        " January 2020",
        da="første fraværsdag eller snarest derefter; læst i den lov, der gælder fra 1."
        " januar 2020",
    ),
    "sickness.claim": Label(
        en="so many months after the first day to claim, for each month of refund by itself",
        da="så mange måneder efter den første dag, der anmodes for, for hver måned med"
        " refusion for sig",
    ),
    "sickness.dispensation": Label(
        en="so many months after the first absence day; told once the limit for notice has passed",
        da="så mange måneder efter første fraværsdag; vises, når fristen for anmeldelse er"
        " passeret",
    ),
    "sickness.fast_track": Label(
        en="the last day of the first so many weeks of absence; the municipality then holds"
        " the talk within so many weeks",
        da="den sidste dag i de første så mange fraværsuger; kommunen holder derefter"
        " samtalen inden for så mange uger",
    ),
    "sickness.follow_up": Label(
        en="the last day of so many weeks, counted from the first absence day",
        da="den sidste dag i så mange uger, regnet fra første fraværsdag",
    ),
    "sickness.limit": Label(
        en="the end of the month in which there is benefit in more than so many weeks of so"
        " many calendar months, if the absence goes on",
        da="udgangen af den måned, hvor der er sygedagpenge i mere end så mange uger inden"
        " for så mange kalendermåneder, hvis fraværet fortsætter",
    ),
    "flexjob.review": Label(
        en="so many months after the flexjob began, then so many months after the last"
        " follow-up that is recorded",
        da="så mange måneder efter fleksjobbets start, derefter så mange måneder efter den"
        " seneste registrerede opfølgning",
    ),
    "flexjob_since_2013.review": Label(
        en="so many months after the start, or after the last follow-up that is recorded",
        da="så mange måneder efter starten eller efter den seneste registrerede opfølgning",
    ),
    "flexjob_since_2013.status": Label(
        en="so many months after the start of a temporary flexjob",
        da="så mange måneder efter starten af et midlertidigt fleksjob",
    ),
    "flexjob.state_claim": _AFTER_QUARTER,
    "flexjob.state_adjustment": _AFTER_QUARTER,
    "flexjob.claim": _NO_DAY,
    "wage_subsidy.claim": _NO_DAY,
    "assistance.claim": _NO_DAY,
    "wage_subsidy.longest": Label(
        en="the last day of so many months at a public employer; a private one may keep the"
        " person longer",
        da="den sidste dag i så mange måneder hos en offentlig arbejdsgiver; hos en privat"
        " arbejdsgiver er perioden længere",
    ),
    "wage_subsidy.newly_qualified_longest": Label(
        en="the last day of so many months",
        da="den sidste dag i så mange måneder",
    ),
    "wage_subsidy.pension_review": Label(
        en="so many months after the start, then so many months after the last follow-up"
        " that is recorded; by the practice of one municipality",
        da="så mange måneder efter starten, derefter så mange måneder efter den seneste"
        " registrerede opfølgning; efter én kommunes praksis",
    ),
    "work_placement.ready": Label(
        en="the last day of so many weeks, for a person who is ready for work",
        da="den sidste dag i så mange uger, for en jobparat person",
    ),
    "work_placement.longest": Label(
        en="the last day of so many weeks, for others; once that has passed, of what an"
        " extension allows",
        da="den sidste dag i så mange uger, for andre; når den er passeret, den sidste dag"
        " efter en forlængelse",
    ),
    "section_56.expiry": Label(
        en="the last day of the term that begins on the day of signing; sooner where so agreed",
        da="den sidste dag i den periode, der begynder på underskriftsdagen; før, når det er"
        " aftalt",
    ),
    "section_56.renewal": Label(
        en="the day on which it expires; with fewer days of absence in the year up to it, it"
        " is renewed only where conditions have changed",
        da="den dag, den udløber; med færre fraværsdage i året op til den fornyes den kun,"
        " når forholdene har ændret sig",
    ),
    "agreed.period": Label(
        en="the last day that the agreement or the decision names",
        da="den sidste dag, aftalen eller afgørelsen nævner",
    ),
    "agreed.work_trial": Label(
        en="the last day that the trial was agreed for",
        da="den sidste dag, der er aftalt",
    ),
    "agreed.employment": Label(
        en="the last day that the notice names",
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

# The groups of documents, by the room that their types are at home in.
ROOMS = {
    "": Label(en="Values, figures and explanations", da="Værdier, satser og forklaringer"),
    "calculators": Label(en="Calculators", da="Beregnere"),
    "schemes": Label(en="Schemes and facts", da="Ordninger og kendsgerninger"),
    "actors": Label(en="Actors", da="Aktører"),
    "chapters": Label(en="Chapters, duties and review", da="Kapitler, pligter og gennemgang"),
    "cases": Label(en="Cases", da="Sager"),
    "cases.events": Label(en="Events of a case", da="En sags hændelser"),
}
