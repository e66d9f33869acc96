"""The words of the page on speed, in both languages."""

from socialkapitel import Label

CONTESTANTS = {
    "library-streaming": Label(en="socialkapitel, streamed", da="socialkapitel, streamet"),
    "library-in-memory": Label(en="socialkapitel, in memory", da="socialkapitel, i hukommelsen"),
    "bare-polars": Label(en="bare polars", da="bart polars"),
    "by-hand": Label(en="numpy by hand", da="numpy i hånden"),
    "openfisca": Label(en="OpenFisca-core, one date", da="OpenFisca-core, én dato"),
    "openfisca-by-month": Label(
        en="OpenFisca-core, month by month", da="OpenFisca-core, måned for måned"
    ),
    "policyengine": Label(en="PolicyEngine-core, one date", da="PolicyEngine-core, én dato"),
    "ttsim": Label(en="ttsim, one date", da="ttsim, én dato"),
}
ROWS = Label(en="{rows} rows", da="{rows} rækker")
HEADS = {
    "who": Label(en="Who", da="Hvem"),
    "set_up": Label(en="Set-up, s", da="Opsætning, s"),
    "load": Label(en="Reading, s", da="Læsning, s"),
    "compute": Label(en="Computing, s", da="Beregning, s"),
    "rate": Label(en="Million rows/s", da="Mio. rækker/s"),
    "peak": Label(en="Peak memory, GB", da="Mest hukommelse, GB"),
    "wrong": Label(en="Wrong amounts", da="Forkerte beløb"),
    "aim": Label(en="Aim", da="Mål"),
    "packages": Label(en="Packages", da="Pakker"),
}
WITHIN = Label(en="in computing", da="i beregningen")
NO_MEMORY = Label(
    en="not run: would take about {needs} GB at {each} bytes a row, and {memory} GB were at hand",
    da="ikke kørt: ville bruge omkring {needs} GB med {each} byte pr. række; der var {memory} GB",
)
NO_TIME = Label(
    en="not run to the end: more than {seconds} seconds",
    da="ikke kørt til ende: mere end {seconds} sekunder",
)
KILLED = Label(
    en="not run to the end: the system took its memory away",
    da="ikke kørt til ende: systemet tog hukommelsen fra den",
)
AIMS = {
    "with_set_up": Label(
        en="with set-up, as fast as the fastest of OpenFisca, PolicyEngine and ttsim with its own",
        da="med opsætning, lige så hurtig som den hurtigste af OpenFisca, PolicyEngine og ttsim"
        " med sin",
    ),
    "openfisca": Label(
        en="20 times as fast as OpenFisca on one date",
        da="20 gange så hurtig som OpenFisca på én dato",
    ),
    "openfisca_by_month": Label(
        en="20 times as fast as OpenFisca month by month",
        da="20 gange så hurtig som OpenFisca måned for måned",
    ),
    "bare": Label(en="half the speed of bare polars", da="halvt så hurtig som bart polars"),
    "bare_and_openfisca": Label(
        en="no aim: bare polars, which checks nothing, beside OpenFisca on one date",
        da="intet mål: bart polars, som intet kontrollerer, ved siden af OpenFisca på én dato",
    ),
}
REACHED = Label(en="reached", da="nået")
NOT_REACHED = Label(en="not reached", da="ikke nået")
MACHINE = Label(
    en="Measured on {day}: {system} on {processor}, {cores} cores, {memory} GB of memory,"
    " Python {python}. Other work took {other_work} % of the machine.",
    da="Målt den {day}: {system} på {processor}, {cores} kerner, {memory} GB hukommelse,"
    " Python {python}. Andet arbejde optog {other_work} % af maskinen.",
)
BUSY = Label(
    en="The machine had other work meanwhile: the times are too long, and differ by chance.",
    da="Maskinen havde andet arbejde imens: tiderne er for lange og svinger tilfældigt.",
)
