"""The manual's own words in generated tables and charts, in both languages."""

from socialkapitel import Label, Severity, Topic
from socialkapitel.actors import ActorKind
from socialkapitel.chapters import Form, Setting
from socialkapitel.glossary import LABELS
from socialkapitel.schemes.choices import Benefit, MeasureState, SocialPension, Terms

HEADS = {
    # of figures, rules, caveats and frames
    "from": Label(en="From", da="Fra"),
    "through": Label(en="Through", da="Til og med"),
    "value": Label(en="Value", da="Værdi"),
    "known": Label(en="Basis", da="Grundlag"),
    "source_and_note": Label(en="Source and note", da="Kilde og bemærkning"),
    "figure": Label(en="Figure", da="Sats"),
    "known_days": Label(en="Known", da="Kendt"),
    "rule": Label(en="Rule", da="Regel"),
    "law": Label(en="Law", da="Lov"),
    "code": Label(en="Code", da="Kode"),
    "concerns": Label(en="Concerns", da="Vedrører"),
    "text": Label(en="What it says", da="Hvad der står"),
    "calculator": Label(en="Calculator", da="Beregner"),
    "reads": Label(en="Reads", da="Læser"),
    "adds": Label(en="Adds", da="Tilføjer"),
    "engine": Label(en="Engine", da="Motor"),
    "frame": Label(en="Frame", da="Data frame"),
    "version": Label(en="Version", da="Version"),
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
    "limits": Label(en="What is not known or assessed", da="Hvad der ikke vides eller vurderes"),
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
    "unresolved": Label(
        en="What may still be the case", da="Hvad der alligevel kan være tilfældet"
    ),
    # of actors and facts
    "actor": Label(en="Actor", da="Aktør"),
    "duty": Label(en="Duty", da="Pligt"),
    "kind": Label(en="Must, should, may", da="Skal, bør, kan"),
    "municipalities": Label(en="Municipalities", da="Kommuner"),
    "area": Label(en="Area", da="Område"),
    "service": Label(en="Service", da="Ydelse"),
    "fact": Label(en="Fact", da="Oplysning"),
    "accepts": Label(en="Accepts", da="Accepterer"),
    "read_by": Label(en="Used by", da="Bruges af"),
    # of the table of both documents, and of the glossary
    "section": Label(en="Section", da="Afsnit"),
    "says": Label(en="What it says", da="Hvad der står"),
    "home": Label(en="Where it is in the library", da="Hvor det findes i biblioteket"),
    "danish": Label(en="Danish", da="Dansk"),
    "english": Label(en="English", da="Engelsk"),
    "meaning": Label(en="What it is", da="Hvad det er"),
}
CONCERNS = {
    Severity.MONEY: Label(en="the amount", da="beløbet"),
    Severity.NOTE: Label(en="information", da="oplysning"),
}
UNTIL_CHANGED = Label(en="until changed", da="indtil ændring")
FORMERLY = Label(en="through {day}: {law}", da="til og med {day}: {law}")
ALWAYS = Label(en="always", da="altid")
UNKNOWN = Label(en="unknown", da="ukendt")
UNDATED = Label(en="undated", da="udateret")
LAZY = Label(en="Lazy", da="Udskudt (lazy)")
MAY_BE_MISSING = Label(en="may be missing", da="må mangle")
MAY_BE_LEFT_OUT = Label(en="may be left out", da="kan udelades")

LAW = {
    "scheme": HEADS["scheme"],
    "rule": HEADS["rule"],
    "deadline": Label(en="Deadline", da="Frist"),
    "figure": HEADS["figure"],
    "rates": Label(en="Yearly rates", da="Årets satser"),
    "citation": LABELS["citation"],
    "known": Label(en="Known from", da="Kendt fra"),
    "before": Label(en="Before {year}", da="Før {year}"),
    "to-come": Label(en="To come", da="På vej"),
    "new-rates": Label(
        en="rates that begin or change: {count}", da="nye eller ændrede satser: {count}"
    ),
    "new-rules": Label(
        en="rules known from this day: {count}", da="regler kendt fra denne dag: {count}"
    ),
    "show": Label(en="Show them", da="Vis dem"),
    "begins": Label(en="covered from this day", da="omfattet fra denne dag"),
    "closed": Label(en="can no longer be granted", da="kan ikke længere bevilges"),
    "otherwise": Label(
        en="assessed differently from this day", da="vurderes anderledes fra denne dag"
    ),
    "ends": Label(en="no longer", da="ikke længere"),
    "deduction": Label(
        en="{law} reduces the adjustment of {year} by {points} percentage points for:",
        da="{law} trækker {points} procentpoint fra reguleringen i {year} for:",
    ),
    "ending": Label(
        en="{count} yearly rates end with {year}, and nothing is calculated after that.",
        da="{count} årlige satser udløber med {year}, og derefter beregnes intet.",
    ),
    "enter": Label(en="Enter those of the new year", da="Indtast det nye års satser"),
}
"""The words of the law's timeline; the kinds of change come first, in the order within a day."""

NOTEBOOK = {
    "download": Label(en="Download this notebook (.ipynb)", da="Hent denne notebook (.ipynb)"),
    "needs": Label(en="It needs", da="Den kræver"),
    "why": Label(
        en="It does not run in this browser: JupyterLite, which could do that, is 69.5 MB, and the"
        " whole manual may be at most 40 MB.",
        da="Den kører ikke her i browseren: JupyterLite, som kunne det, fylder 69,5 MB, og hele"
        " manualen må højst fylde 40 MB.",
    ),
}
"""What is shown above a page that is a notebook."""

ROOMS = {
    "tutorials": Label(en="Ten minutes", da="Ti minutter"),
    "calculators": HEADS["calculator"],
    "compute": Label(en="Compute here", da="Beregn her"),
    "parameters": LABELS["parameters"],
    "schemes": HEADS["scheme"],
    "chapters": HEADS["chapter"],
    "cases": LABELS["cases"],
    "notebooks": Label(en="What if", da="Hvad nu hvis"),
    "reference": Label(en="API", da="API"),
    "building": Label(en="Building", da="Opbygning"),
}
"""What is shown above the title of a page, by its folder."""

SITE = {
    "what": Label(
        en="Refunds, subsidies, hours and deadlines of Denmark's social chapter, explained.",
        da="Refusioner, tilskud, timer og frister i det sociale kapitel, forklaret.",
    ),
    "release": Label(
        en="Manual of version {version}; the last release is {last} of {day}. What is new:",
        da="Manual til version {version}; den seneste udgivelse er {last} fra {day}. Nyt:",
    ),
    "amounts": Label(en="amounts that differ", da="beløb, der er ændret"),
    "changelog": Label(en="changelog", da="ændringslog"),
    "version": HEADS["version"],
    "released": Label(en="Released", da="Udgivet"),
    "here": Label(en="this manual, not yet released", da="denne manual, endnu ikke udgivet"),
    "english": Label(
        en="This page is in English.",
        da="Denne side er på engelsk: den er skrevet til udviklere og laves af kildekoden.",
    ),
    "codes": Label(en="Show codes", da="Vis koder"),
    "menu": Label(en="Menu", da="Menu"),
    "contents": Label(en="On this page", da="På denne side"),
    "colours": Label(
        en="Light, dark or automatic colours", da="Lyse, mørke eller automatiske farver"
    ),
    "fold": Label(en="Open or close ", da="Åbn eller luk "),
    "pdf": Label(en="One page for the wall (PDF)", da="Én side til opslagstavlen (PDF)"),
    "search": Label(en="Search", da="Søg"),
    "searching": Label(
        en="The search runs in your browser; nothing is sent.",
        da="Søgningen foregår i din browser; intet sendes.",
    ),
    "found": Label(en="{count} pages for “{asked}”", da="{count} sider om »{asked}«"),
    "more": Label(en="Show more", da="Vis flere"),
    "no-search": Label(
        en="The search needs JavaScript, and the manual must be opened from a web server.",
        da="Søgningen kræver JavaScript, og at manualen åbnes fra en webserver.",
    ),
}
"""The words around the pages."""

# --- schemes, chapters and roles


YES = Label(en="yes", da="ja")
NO = Label(en="no", da="nej")
NONE_NAMED = Label(en="The sources name none.", da="Kilderne nævner ingen.")
NOBODY_NAMED = Label(
    en="The sources name nobody who must grant or approve it.",
    da="Kilderne nævner ingen, der skal bevilge eller godkende den.",
)
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

TAKEN_OVER = Label(en="Inherited from others", da="Overtaget fra andre")
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
    Topic.EFFORTS: Label(en="Efforts", da="Indsatser"),
    Topic.DUTIES: Label(en="Roles and responsibilities", da="Roller og ansvar"),
    Topic.INVOLVEMENT: Label(en="Involvement", da="Inddragelse"),
    Topic.APPROACH: Label(en="Choosing an option", da="Valg af handlemulighed"),
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
