"""The pages that compute in the reader's browser: their forms as HTML, and what they may load."""

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from pathlib import Path
from re import DOTALL, findall
from typing import Any

import forms
from docutils import nodes
from pieces import raw
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from socialkapitel import Label, translate

WORDS = {
    "add": Label("Add a row", "Tilføj en række"),
    "remove": Label("Remove", "Fjern"),
    "more": Label("More, where it applies", "Mere, hvis det er relevant"),
    "choose": Label("choose", "vælg"),
    "compute": Label("Compute", "Beregn"),
    "clear": Label("Clear", "Ryd"),
    "example": Label("Show the example", "Vis eksemplet"),
    "share": Label("Copy a link to the case", "Kopiér link til sagen"),
    "copied": Label("Copied", "Kopieret"),
    "code": Label("Show the code", "Vis koden"),
    "copy": Label("Copy", "Kopiér"),
    "save": Label("Save as .xlsx", "Gem som .xlsx"),
    "result": Label("Result", "Resultat"),
    "which": Label("What was paid", "Hvad der blev udbetalt"),
    "example_shown": Label(
        "The form shows an example. Replace it with your own case. The result is calculated here in"
        " your browser; nothing that you enter leaves your machine.",
        "Formularen viser et eksempel. Skriv sagens egne oplysninger i stedet. Der beregnes her i"
        " browseren: intet af det, der skrives, forlader maskinen.",
    ),
    "no_script": Label(
        "To compute here, your browser must be able to run JavaScript.",
        "Browseren skal kunne køre JavaScript for at beregne her.",
    ),
    "fetching": Label(
        "Fetching the calculator: {done} of {all} MB", "Henter beregneren: {done} af {all} MB"
    ),
    "starting": Label("Starting the calculator …", "Starter beregneren …"),
    "ready": Label("Ready", "Klar"),
    "computing": Label("Computing …", "Beregner …"),
    "faults": Label("Please check the marked fields.", "Se de markerede felter."),
    "failed": Label("Something went wrong:", "Noget gik galt:"),
    "no_worker": Label(
        "The calculator could not be started in this browser:",
        "Beregneren kunne ikke startes i denne browser:",
    ),
}

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'{scripts}; style-src 'self'"
    " 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
    " worker-src 'self'; base-uri 'none'; form-action 'none'"
)
"""What a page that computes may load: nothing from any other host."""


class Writer:
    """Writes a form as HTML in a language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, text: Any) -> str:
        """A text in the language, fit for HTML."""
        return escape(translate(text, self.language))

    def word(self, name: str) -> str:
        """One of the page's own words."""
        return self.say(WORDS[name])

    def field(self, field: forms.Field) -> str:
        """A field, and all that it is made of."""
        kind = field.kind if field.kind in {"group", "rows", "variants"} else "single"
        return getattr(self, f"_{kind}")(field)

    def parts(self, field: forms.Field) -> str:
        """The parts of a group: first what is required, then what is optional."""
        needed = [one for one in field.parts if one.needed or one.own in {"started_on", *SHOWN}]
        others = [one for one in field.parts if one not in needed]
        if len(others) < 2:
            return "".join(map(self.field, field.parts))
        more = "".join(map(self.field, others))
        return (
            f"{''.join(map(self.field, needed))}"
            f"<details><summary>{self.word('more')}</summary><div>{more}</div></details>"
        )

    def _group(self, field: forms.Field) -> str:
        if field.makes == "Pay":
            inner = "".join(map(self.field, field.parts))
            inner = f'<div class="side">{inner}</div>'
        elif field.makes == "weekdays":
            inner = f'<div class="side">{"".join(map(self.field, field.parts))}</div>'
        else:
            inner = self.parts(field)
        return self._set(field, inner)

    def _set(self, field: forms.Field, inner: str, attributes: str = "") -> str:
        hint = f'<p class="hint">{self.say(field.hint)}</p>' if field.hint else ""
        return (
            f'<fieldset data-name="{field.name}"{attributes}><legend>{self._label(field)}</legend>'
            f'{hint}<p class="fault" hidden></p>{inner}</fieldset>'
        )

    def _label(self, field: forms.Field) -> str:
        label = self.say(field.label)
        label = label[:1].upper() + label[1:]
        unit = f' <span class="unit">({self.say(field.unit)})</span>' if field.unit else ""
        return label + unit

    def _rows(self, field: forms.Field, attributes: str = "") -> str:
        row = "".join(map(self.field, field.parts))
        none = ""
        if field.own in forms.MAY_BE_NONE_AT_ALL:
            none = (
                f'<label class="none"><input type="checkbox" name="{field.name}.none" value="1"> '
                f"{self.say(forms.NONE)}</label>"
            )
        remove = self.word("remove")
        inner = (
            f"{none}<template><div class='row'>{row}<button type='button' class='remove' "
            f"aria-label='{remove}' title='{remove}'>×</button></div></template>"
            f"<div class='rows'></div>"
            f"<button type='button' class='add'>{self.word('add')}</button>"
        )
        return self._set(field, inner, f" data-rows{attributes}")

    def _variants(self, field: forms.Field) -> str:
        groups = "".join(map(self._variant, field.parts))
        return f"<div data-variants>{self._single(field)}{groups}</div>"

    def _variant(self, part: forms.Field) -> str:
        """What is shown once it is chosen; the choice has named it."""
        attributes = f' data-variant="{part.own}" hidden disabled'
        if part.kind == "rows":
            return self._rows(part, attributes)
        return (
            f'<fieldset data-name="{part.name}"{attributes}>'
            f'<p class="fault" hidden></p>{self.parts(part)}</fieldset>'
        )

    def _single(self, field: forms.Field) -> str:
        name = escape(field.name)
        described = f'aria-describedby="{name}-fault"'
        common = f'id="{name}" name="{name}" {described}'
        if field.choices:
            first = f'<option value="">{self.word("choose")}</option>'
            options = "".join(
                f'<option value="{value}">{self.say(label)}</option>'
                for value, label in field.choices.items()
            )
            shown = f"<select {common}>{'' if '' in field.choices else first}{options}</select>"
        else:
            kinds = {"date": 'type="date"', "month": 'type="month" placeholder="2024-05"'}
            modes = {"number": "decimal", "whole": "numeric", "year": "numeric"}
            kind = kinds.get(field.kind, f'type="text" inputmode="{modes.get(field.kind, "text")}"')
            shown = f'<input {common} {kind} autocomplete="off">'
        hint = f'<p class="hint">{self.say(field.hint)}</p>' if field.hint else ""
        return (
            f'<div class="field {field.kind}" data-name="{name}"><label for="{name}">'
            f"{self._label(field)}</label>{shown}{hint}"
            f'<p class="fault" id="{name}-fault" hidden></p></div>'
        )

    def page(self, calculator: str) -> str:
        """A whole form, with all that its script needs."""
        mistake = calculator == forms.MISTAKE
        body = self._mistake() if mistake else self.parts(forms.form(calculator))
        example = forms.example(calculator)
        words = {name: translate(label, self.language) for name, label in WORDS.items()}
        buttons = "".join(
            f'<button type="{"submit" if name == "compute" else "button"}" data-do="{name}">'
            f"{self.word(name)}</button>"
            for name in ("compute", "clear", "example", "share", "save")
        )
        return (
            f'<form class="compute" data-calculator="{calculator}" data-language="{self.language}" '
            f"data-example='{escape(json.dumps(example))}' data-words='{escape(json.dumps(words))}'"
            f' novalidate><p class="note">{self.word("example_shown")}</p>'
            f"<noscript><p>{self.word('no_script')}</p></noscript>{body}"
            f'<div class="buttons">{buttons}</div></form>'
            '<div class="compute-status"><progress max="1" value="0" hidden '
            f'aria-label="{self.word("starting")}"></progress>'
            '<p role="status"></p></div>'
            f'<section class="compute-result" aria-live="polite" aria-label="{self.word("result")}"'
            ' hidden><p class="amount"></p><div class="shown"></div>'
            f'<details class="code"><summary>{self.word("code")}</summary>'
            f'<button type="button" data-do="copy">{self.word("copy")}</button>'
            '<pre tabindex="0"></pre></details></section>'
        )

    def _mistake(self) -> str:
        """The forms of all that is paid out, one of which is shown, and the amount paid."""
        groups, choices = "", {}
        for calculator in forms.RECONCILED:
            group = prefixed(forms.form(calculator), calculator)
            choices[calculator] = CALCULATORS[calculator]
            groups += self._variant(group)
        which = forms.Field(name="which", label=WORDS["which"], kind="choice", choices=choices)
        return f"<div data-variants>{self.field(which)}{self.field(forms.PAID)}{groups}</div>"


def prefixed(field: forms.Field, calculator: str) -> forms.Field:
    """A form whose names begin with the calculator's, so that a page can have several."""
    name = f"{calculator}.{field.name}".rstrip(".")
    parts = tuple(prefixed(part, calculator) for part in field.parts)
    return forms.attrs.evolve(field, name=name, parts=parts)


SHOWN = {"month", "on", "contract_hours", "deciding_pay"}
"""Fields that may be left empty and are asked for all the same."""

CALCULATORS = {
    "flexjob_refund": Label("flexjob begun before 2013", "fleksjob før 1. januar 2013"),
    "sickness_refund": Label("refund of sickness benefit", "sygedagpengerefusion"),
    "wage_subsidy": Label("wage subsidy", "løntilskud"),
    "flex_wage_supplement": Label("flex wage supplement", "fleksløntilskud"),
    "assistance_refund": Label("personal assistance", "personlig assistance"),
}
"""What is paid out, on the page that takes an amount that was paid."""


class Compute(SphinxDirective):
    """The form of a calculator: ``{compute} flexjob_refund``."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        self.env.metadata[self.env.docname]["compute"] = self.arguments[0]
        return [raw(Writer(self.config.language).page(self.arguments[0]))]


def add_scripts(app: Sphinx, page: str, _: str, context: dict[str, Any], __: object) -> None:
    """Let a page that computes have its script and style, and nothing that its policy forbids."""
    if "compute" in app.env.metadata.get(page, {}):
        app.add_js_file("compute.js", type="module")
        app.add_css_file("compute.css")
        # It evaluates texts, which the policy forbids, and only the search page needs it.
        context["script_files"] = [
            script for script in context["script_files"] if "translations.js" not in str(script)
        ]


def add_policy(app: Sphinx, error: Exception | None) -> None:
    """Write into each page that computes what it may load; its own inline scripts by their hash."""
    if error or app.builder.name != "html":
        return
    for page, metadata in app.env.metadata.items():
        if "compute" in metadata:
            path = Path(app.outdir, f"{page}.html")
            html = path.read_text("utf-8")
            if "Content-Security-Policy" not in html:
                path.write_text(with_policy(html), "utf-8")


def with_policy(html: str) -> str:
    """A page with its policy at the top."""
    inline = findall(r"<script>(.*?)</script>", html, DOTALL)
    hashes = {b64encode(sha256(script.encode()).digest()).decode() for script in inline}
    scripts = "".join(f" 'sha256-{one}'" for one in sorted(hashes))
    policy = POLICY.format(scripts=scripts)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace("<head>", f"<head>{meta}", 1)


def setup(app: Sphinx) -> None:
    app.add_directive("compute", Compute)
    app.connect("html-page-context", add_scripts)
    app.connect("build-finished", add_policy)
