"""The manual's own words in generated tables and charts, in both languages."""

from socialkapitel import Evidence, Label, Unit

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
    "text": Label(en="What it says", da="Hvad der står"),
}
UNTIL_CHANGED = Label(en="until changed", da="indtil ændring")
FORMERLY = Label(en="through {day}: {law}", da="til og med {day}: {law}")
ALWAYS = Label(en="always", da="altid")
UNKNOWN = Label(en="unknown", da="ukendt")

EVIDENCE = {
    Evidence.PUBLISHED: Label(en="published", da="offentliggjort"),
    Evidence.DERIVED: Label(en="derived", da="udledt"),
    Evidence.CHAPTER: Label(en="from a social chapter", da="fra et socialt kapitel"),
}

UNITS = {
    Unit.DKK: Label(en="kroner", da="kroner"),
    Unit.DKK_PER_YEAR: Label(en="kroner a year", da="kroner om året"),
    Unit.DKK_PER_MONTH: Label(en="kroner a month", da="kroner om måneden"),
    Unit.DKK_PER_WEEK: Label(en="kroner a week", da="kroner om ugen"),
    Unit.DKK_PER_DAY: Label(en="kroner a day", da="kroner om dagen"),
    Unit.DKK_PER_HOUR: Label(en="kroner an hour", da="kroner i timen"),
    Unit.PER_CENT: Label(en="per cent", da="procent"),
    Unit.SHARE: Label(en="share", da="andel"),
    Unit.HOURS: Label(en="hours", da="timer"),
    Unit.HOURS_PER_WEEK: Label(en="hours a week", da="timer om ugen"),
    Unit.HOURS_PER_MONTH: Label(en="hours a month", da="timer om måneden"),
    Unit.CALENDAR_DAYS: Label(en="calendar days", da="kalenderdage"),
    Unit.DAYS: Label(en="days", da="dage"),
    Unit.MONTHS: Label(en="months", da="måneder"),
    Unit.YEARS: Label(en="years", da="år"),
    Unit.PEOPLE: Label(en="people", da="personer"),
    Unit.PLACES: Label(en="places", da="pladser"),
    Unit.EMPLOYEES_PER_PLACE: Label(en="employees per place", da="ansatte pr. plads"),
}
