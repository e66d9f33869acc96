"""The manual's own words in generated tables and charts, in both languages."""

from socialkapitel import Label

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
    "calculator": Label(en="Calculator", da="Beregner"),
    "reads": Label(en="Reads", da="Læser"),
    "adds": Label(en="Adds", da="Tilføjer"),
    "engine": Label(en="Engine", da="Motor"),
    "frame": Label(en="Frame", da="Dataramme"),
    "version": Label(en="Version", da="Version"),
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
