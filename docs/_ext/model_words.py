"""The words of the pages on schemes, chapters and roles, in both languages."""

from socialkapitel import Label, Topic
from socialkapitel.actors import ActorKind
from socialkapitel.chapters import Form, Setting
from socialkapitel.schemes.choices import Benefit, MeasureState, SocialPension, Terms

HEADS = {
    # of a scheme
    "scheme": Label(en="Scheme", da="Ordning"),
    "purpose": Label(en="Purpose", da="Formål"),
    "target_groups": Label(en="For whom", da="Målgruppe"),
    "degree": Label(en="Degree of intervention", da="Grad af indgreb"),
    "dates": Label(en="Days covered", da="Omfattede dage"),
    "net_expansion": Label(en="Net expansion", da="Merbeskæftigelse"),
    "replaced_by": Label(en="Replaced by", da="Afløst af"),
    "calculators": Label(en="Calculators", da="Beregnere"),
    "chapters": Label(en="Offered by", da="Tilbydes af"),
    "conditions": Label(en="Conditions", da="Betingelser"),
    "condition": Label(en="Condition", da="Betingelse"),
    "asks": Label(en="What is asked", da="Hvad der spørges om"),
    "source": Label(en="Source", da="Kilde"),
    "for_employer": Label(en="For the employer", da="For arbejdsgiveren"),
    "for_employee": Label(en="For the employee", da="For medarbejderen"),
    "consequence": Label(en="What it means", da="Hvad det betyder"),
    "authorities": Label(en="Who grants or approves", da="Hvem bevilger eller godkender"),
    "who": Label(en="Who", da="Hvem"),
    "when": Label(en="When", da="Hvornår"),
    "documents": Label(en="Documents", da="Dokumenter"),
    "involve": Label(en="Whom to involve", da="Hvem skal inddrages"),
    "follow_up": Label(en="Follow-up", da="Opfølgning"),
    "combines_with": Label(en="Combines with", da="Kan kombineres med"),
    "reminders": Label(en="Remember", da="Husk"),
    "limits": Label(en="What is not known or judged", da="Hvad der ikke vides eller vurderes"),
    "sources": Label(en="Legal basis", da="Retsgrundlag"),
    # of a chapter
    "chapter": Label(en="Chapter", da="Kapitel"),
    "organisation": Label(en="Organisation", da="Organisation"),
    "form": Label(en="Form", da="Form"),
    "in_force": Label(en="In force", da="Gælder"),
    "valid_from": Label(en="In force from", da="Gælder fra"),
    "inherits": Label(en="Builds on", da="Bygger på"),
    "note": Label(en="Note", da="Bemærkning"),
    "principles": Label(en="Principles", da="Principper"),
    "criterion": Label(en="Criterion", da="Kriterium"),
    "proven_by": Label(en="Proven by", da="Bevises af"),
    "broken_by": Label(en="Broken by", da="Brydes af"),
    "unresolved": Label(en="What may be so all the same", da="Hvad der kan gælde alligevel"),
    # of actors and facts
    "actor": Label(en="Actor", da="Aktør"),
    "duty": Label(en="Duty", da="Pligt"),
    "kind": Label(en="Must, should, may", da="Skal, bør, kan"),
    "municipalities": Label(en="Municipalities", da="Kommuner"),
    "area": Label(en="Area", da="Område"),
    "service": Label(en="Service", da="Ydelse"),
    "fact": Label(en="Fact", da="Kendsgerning"),
    "accepts": Label(en="Takes", da="Tager"),
    "read_by": Label(en="Asked by", da="Spørges af"),
    # of the table of both documents, and of the glossary
    "section": Label(en="Section", da="Afsnit"),
    "says": Label(en="What it says", da="Hvad der står"),
    "home": Label(en="Where it is here", da="Hvor det står her"),
    "danish": Label(en="Danish", da="Dansk"),
    "english": Label(en="English", da="Engelsk"),
    "meaning": Label(en="What it is", da="Hvad det er"),
}

YES = Label(en="yes", da="ja")
NO = Label(en="no", da="nej")
NONE_NAMED = Label(en="The sources name none.", da="Kilderne nævner ingen.")
NOBODY_NAMED = Label(
    en="The sources name nobody who must grant or approve it.",
    da="Kilderne nævner ingen, der skal bevilge eller godkende den.",
)
ALWAYS_SO = Label(en="always", da="altid")
NET_EXPANSION = {
    True: Label(en="the post must add to the staff", da="stillingen skal udvide bemandingen"),
    False: Label(
        en="the post need not add to the staff", da="stillingen behøver ikke udvide bemandingen"
    ),
    None: Label(en="the question does not arise", da="spørgsmålet opstår ikke"),
}
OF_DEGREES = Label(en="{degree} of {all}: {label}", da="{degree} af {all}: {label}")
TO_BE_DONE = Label(en="tried or ruled out: ", da="afprøvet eller udelukket: ")
ALL_OF = Label(en="all of:", da="alle:")
ANY_OF = Label(en="at least one of:", da="mindst én:")
AT_LEAST = Label(en="at least {least}", da="mindst {least}")
OR = Label(en="or", da="eller")

SINCE = Label(en="from {first}", da="fra {first}")
THROUGH = Label(en="through {last}", da="til og med {last}")
BETWEEN = Label(en="between {first} and {last}", da="mellem {first} og {last}")

TAKEN_OVER = Label(en="Taken over from others", da="Overtaget fra andre")
ASIDE = {
    "actors": Label(en="who: ", da="hvem: "),
    "duties": Label(en="duties: ", da="pligter: "),
    "schemes": Label(en="schemes: ", da="ordninger: "),
}
PERIOD = Label(en="{first} through {last}", da="{first} til og med {last}")
PLACE = Label(en="section: {section}", da="afsnit: {section}")
NUMBER = Label(en="number: {number}", da="antal: {number}")
TOGETHER = Label(en="together with ", da="sammen med ")
EVENTS = Label(en="recorded: {event}", da="registreret: {event}")

SECTION_WORDS = {
    "annex": Label(en="annex", da="bilag"),
    "bilag": Label(en="annex", da="bilag"),
    "foreword": Label(en="foreword", da="forord"),
    "last page": Label(en="last page", da="sidste side"),
    "title page": Label(en="title page", da="titelblad"),
}
"""Parts of a document that are named in one language in the data."""

ACTOR_KINDS = {
    ActorKind.PERSON: Label(en="Persons", da="Personer"),
    ActorKind.BODY: Label(en="Bodies", da="Organer"),
    ActorKind.AUTHORITY: Label(en="Authorities and funds", da="Myndigheder og kasser"),
}
SETTINGS = {
    Setting.CASE: Label(en="In a single case", da="I en konkret sag"),
    Setting.GENERAL: Label(en="In general", da="Generelt"),
    Setting.TEACHING: Label(en="Teaching", da="Undervisning"),
}
FORMS = {
    Form.OWN: Label(en="a chapter of its own", da="selvstændigt kapitel"),
    Form.SUPPLEMENT: Label(
        en="supplement to the personnel policy", da="supplement til personalepolitikken"
    ),
    Form.AGREEMENT: Label(en="agreement of the parties", da="aftale mellem parterne"),
}
TOPICS = {
    Topic.PREPARATION: Label(en="How it came about", da="Tilblivelse"),
    Topic.FOUNDATIONS: Label(en="What it builds on", da="Grundlag"),
    Topic.PURPOSES: Label(en="Purposes", da="Formål"),
    Topic.ASPECTS: Label(en="Aspects", da="Aspekter"),
    Topic.TARGET_GROUP: Label(en="Target group", da="Målgruppe"),
    Topic.VALUES: Label(en="Values", da="Værdier"),
    Topic.PRINCIPLES: Label(en="Principles", da="Principper"),
    Topic.POLICY: Label(en="Policy", da="Politik"),
    Topic.EFFORTS: Label(en="Lines of effort", da="Indsatser"),
    Topic.DUTIES: Label(en="Roles and responsibilities", da="Roller og ansvar"),
    Topic.INVOLVEMENT: Label(en="Involvement", da="Inddragelse"),
    Topic.APPROACH: Label(en="How to choose a way", da="Valg af handlemulighed"),
    Topic.SCHEMES: Label(en="Schemes", da="Ordninger"),
    Topic.SUB_POLICIES: Label(en="Sub-policies", da="Delpolitikker"),
    Topic.SUPPORT: Label(en="Support", da="Støttefunktioner"),
    Topic.FUNDS: Label(en="Funds", da="Puljer"),
    Topic.RECOMMENDATIONS: Label(en="Recommendations", da="Anbefalinger"),
    Topic.FOLLOW_UP: Label(en="Follow-up", da="Opfølgning"),
    Topic.PUBLICATIONS: Label(en="Publications", da="Publikationer"),
    Topic.CONFLICTS: Label(
        en="Where it differs from other sources", da="Hvor det afviger fra andre kilder"
    ),
}
KINDS_OF_VALUE = {
    "bool": Label(en="yes or no", da="ja eller nej"),
    "int": Label(en="a whole number", da="et helt tal"),
    "Decimal": Label(en="a number", da="et tal"),
    "date": Label(en="a day", da="en dag"),
}
CHOICES = {kind.__name__: kind for kind in (Benefit, MeasureState, SocialPension, Terms)}
"""The answers of a fact that is a choice, by the name of its type."""

CALCULATOR_PAGES = {
    "AssistanceBank": "assistance",
    "assistance_allowance": "assistance",
    "assistance_refund": "assistance",
    "employer_cost": "employer-cost",
    "flex_wage_supplement": "flex-wage-supplement",
    "flex_wage_year": "flex-wage-supplement",
    "flexjob_refund": "flexjob-refund",
    "flexjob_year": "flexjob-refund",
    "net_expansion": "net-expansion",
    "section_56_agreement": "section-56",
    "sickness_refund": "sickness-refund",
    "subsidised_hours": "subsidised-hours",
    "subsidised_places": "subsidised-places",
    "wage_subsidy": "wage-subsidy",
}
"""The guide to each calculator that a scheme names."""

ONLY = Label(en="Only in: {chapter}", da="Kun i: {chapter}")
BOTH = Label(en="In both", da="I begge")
