"""The manual's own words in generated tables and charts, in both languages."""

from socialkapitel import Label, Severity

HEADS = {
    "from": Label(en="From", da="Fra"),
    "through": Label(en="Through", da="Til og med"),
    "value": Label(en="Value", da="Værdi"),
    "known": Label(en="How known", da="Grundlag"),
    "source": Label(en="Source and note", da="Kilde og bemærkning"),
    "figure": Label(en="Figure", da="Sats"),
    "dates": Label(en="Known", da="Kendt"),
    "rule": Label(en="Rule", da="Regel"),
    "law": Label(en="Law", da="Lov"),
    "code": Label(en="Code", da="Kode"),
    "concerns": Label(en="Concerns", da="Vedrører"),
    "text": Label(en="What it says", da="Hvad der står"),
    "calculator": Label(en="Calculator", da="Beregner"),
    "reads": Label(en="Reads", da="Læser"),
    "adds": Label(en="Adds", da="Tilføjer"),
    "engine": Label(en="Engine", da="Motor"),
    "frame": Label(en="Frame", da="Dataramme"),
    "version": Label(en="Version", da="Version"),
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
STAYS_LAZY = {True: Label(en="yes", da="ja"), False: Label(en="no", da="nej")}
MAY_BE_MISSING = Label(en="may be missing", da="må mangle")
MAY_BE_LEFT_OUT = Label(en="may be left out", da="kan udelades")

LAW = {
    "scheme": Label(en="Scheme", da="Ordning"),
    "rule": Label(en="Rule", da="Regel"),
    "deadline": Label(en="Deadline", da="Frist"),
    "figure": Label(en="Figure", da="Sats"),
    "rates": Label(en="Yearly rates", da="Årets satser"),
    "citation": Label(en="Citation", da="Henvisning"),
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
        en="asked in another way from this day", da="spurgt anderledes fra denne dag"
    ),
    "ends": Label(en="no longer", da="ikke længere"),
    "deduction": Label(
        en="{law} takes {points} percentage points off the adjustment of {year} for:",
        da="{law} trækker {points} procentpoint fra reguleringen i {year} for:",
    ),
    "ending": Label(
        en="{count} yearly rates end with {year}, and nothing is answered after them.",
        da="{count} årlige satser udløber med {year}, og derefter gives der ikke svar.",
    ),
    "enter": Label(en="Enter those of the new year", da="Indtast det nye års satser"),
}
"""The words of the law's timeline; the kinds of change stand first, in the order of a day."""

ROOMS = {
    "tutorials": Label(en="Ten minutes", da="Ti minutter"),
    "calculators": Label(en="Calculator", da="Beregner"),
    "compute": Label(en="Compute here", da="Beregn her"),
    "parameters": Label(en="Legal figures", da="Satser"),
    "schemes": Label(en="Scheme", da="Ordning"),
    "chapters": Label(en="Chapter", da="Kapitel"),
    "cases": Label(en="Cases", da="Sager"),
    "notebooks": Label(en="What if", da="Hvad nu hvis"),
    "reference": Label(en="API", da="API"),
    "building": Label(en="Building", da="Bygningen"),
}
"""What stands above the title of a page, by its folder."""

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
    "version": Label(en="Version", da="Version"),
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
        en="The search needs JavaScript, and a manual that is opened from a web server.",
        da="Søgningen kræver JavaScript, og at manualen åbnes fra en webserver.",
    ),
}
"""The words around the pages."""
