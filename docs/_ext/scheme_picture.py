"""Draws the schemes by their degree of intervention, as SVG that follows the page's colours.

Place, number and words show the degree; the deepening blue only repeats it. Shapes show whom a
scheme is for.
"""

from html import escape
from textwrap import wrap

from socialkapitel import SCHEMES, Degree, Label, Scheme, translate
from socialkapitel.schemes import SchemeGroup

WIDTH = 740
LEFT = 208
"""Where the boxes begin; the degree is to the left."""
COLUMNS = 3
GAP = 8
BOX = (WIDTH - LEFT - 2 * GAP - (COLUMNS - 1) * GAP) / COLUMNS
LINE = 15
HEIGHT = 3 * LINE + 33
TOP = 62
BLUE = "#0072b2"
SHAPES = {
    SchemeGroup.EMPLOYEE: '<circle cx="{x}" cy="{y}" r="4.5"/>',
    SchemeGroup.OUTSIDER: '<rect x="{left}" y="{top}" width="8.4" height="8.4"/>',
    SchemeGroup.UNEMPLOYED: '<path d="M{x} {high}l5.2 9h-10.4z"/>',
}
TITLE = Label(
    en="The schemes by degree of intervention, the least at the top",
    da="Ordningerne efter grad af indgreb, den mindste øverst",
)
LESS = Label(en="▲ less intervention", da="▲ mindre indgreb")
MORE = Label(en="▼ more intervention", da="▼ større indgreb")
GROUPS = {
    SchemeGroup.EMPLOYEE: Label(en="employees", da="ansatte"),
    SchemeGroup.OUTSIDER: Label(en="people from outside", da="udefrakommende"),
    SchemeGroup.UNEMPLOYED: Label(en="unemployed people", da="ledige"),
}
WORKED_OUT = Label(en="kr. there is a calculator", da="kr. der er en beregner")


def picture(language: str) -> str:
    """The picture as an SVG element; each box leads to its scheme's page."""
    bands, y = [], TOP
    for degree in Degree:
        schemes = [one for one in SCHEMES if one.degree is degree]
        rows = -(-len(schemes) // COLUMNS)
        height = rows * HEIGHT + (rows + 1) * GAP
        bands.append(band(degree, schemes, y, height, language))
        y += height + GAP
    title = escape(translate(TITLE, language))
    return (
        f'<svg viewBox="0 0 {WIDTH} {y + 22}" xmlns="http://www.w3.org/2000/svg" '
        f'font-family="inherit" font-size="12.5" fill="currentColor">'
        f"<title>{title}</title>{legend(language)}{''.join(bands)}"
        f"{text(12, y + 14, translate(MORE, language), 'quiet')}</svg>"
    )


def band(degree: Degree, schemes: list[Scheme], y: float, height: float, language: str) -> str:
    """One degree: its number and words to the left, its schemes to the right."""
    strength = 0.05 + 0.035 * degree
    words = wrap(translate(degree.label, language), 25)
    top = y + height / 2 - LINE * (len(words) - 1) / 2 + 4
    lines = [text(48, top + LINE * place, word) for place, word in enumerate(words)]
    boxes = [
        box(
            one,
            LEFT + GAP + (BOX + GAP) * (place % COLUMNS),
            y + GAP + (HEIGHT + GAP) * (place // COLUMNS),
            language,
        )
        for place, one in enumerate(schemes)
    ]
    return (
        f'<rect x="0" y="{y}" width="{WIDTH}" height="{height}" rx="8" fill="{BLUE}" '
        f'fill-opacity="{strength:.3f}"/>'
        f'<text x="24" y="{y + height / 2 + 8}" font-size="22" font-weight="bold" '
        f'text-anchor="middle">{degree.value}</text>{"".join(lines)}{"".join(boxes)}'
    )


def box(one: Scheme, x: float, y: float, language: str) -> str:
    """A scheme: its name, for whom it is, and whether a calculator belongs to it."""
    words = wrap(translate(one.label, language), 23)
    lines = [text(x + 9, y + 18 + LINE * place, word) for place, word in enumerate(words)]
    marks = [
        shape(group, x + 15 + 17 * place, y + HEIGHT - 13)
        for place, group in enumerate(one.target_groups)
    ]
    money = text(x + BOX - 28, y + HEIGHT - 9, "kr.", "bold") if one.calculators else ""
    return (
        f'<a href="{one.id}.html"><rect x="{x:.1f}" y="{y}" width="{BOX:.1f}" height="{HEIGHT}" '
        f'rx="6" class="box" stroke="{BLUE}"/>{"".join(lines)}{"".join(marks)}{money}</a>'
    )


def shape(group: SchemeGroup, x: float, y: float) -> str:
    return SHAPES[group].format(x=x, y=y, left=x - 4.2, top=y - 4.2, high=y - 5)


def text(x: float, y: float, words: str, name: str = "") -> str:
    style = f' class="{name}"' if name else ""
    return f'<text x="{x:.1f}" y="{y:.1f}"{style}>{escape(words)}</text>'


def legend(language: str) -> str:
    """What the shapes mean, and which end is which."""
    parts, x = [], 16.0
    for group, label in GROUPS.items():
        words = translate(label, language)
        parts += [shape(group, x, 14), text(x + 12, 18, words)]
        x += 40 + 7 * len(words)
    parts.append(text(x, 18, translate(WORKED_OUT, language)))
    parts.append(text(12, 48, translate(LESS, language), "quiet"))
    return "".join(parts)
