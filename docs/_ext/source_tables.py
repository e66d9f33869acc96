"""Directives that write what the source says: rules with their law and dates, and caveats."""

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

from checks import note_shown
from docutils import nodes
from pieces import cell, code_name, law_lines, note_target, quiet, short_date, table
from source_facts import caveats, rules
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from words import ALWAYS, CONCERNS, HEADS, UNTIL_CHANGED

from socialkapitel import Rule, Severity, translate
from socialkapitel.periods import FIRST_YEAR


class Rules(SphinxDirective):
    """The rules of the named calculator modules: ``{rules} flexjob sickness*``."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        language = self.config.language
        known = rules()
        wanted = matching(self, known)
        note_shown(self.env, "rules", wanted)
        heads = [translate(HEADS[name], language) for name in ("rule", "law", "from", "through")]
        rows = [rule_row(self, rule) for module in wanted for rule in known[module]]
        return [table(heads, rows, widths=[40, 30, 15, 15], classes=["figures"])]


def matching(directive: SphinxDirective, names: Iterable[str]) -> list[str]:
    """The names that fit the directive's patterns; each pattern must fit one."""
    found = []
    for pattern in directive.arguments[0].split():
        fits = [name for name in names if fnmatchcase(name, pattern)]
        if not fits:
            raise directive.error(f"nothing in {pattern}")
        found += fits
    return found


def rule_row(directive: SphinxDirective, rule: Rule) -> list:
    language = directive.config.language
    label = cell(translate(rule.label, language))
    label["ids"].append(nodes.make_id(f"rule:{rule.id}"))
    note_target(directive, f"rule:{rule.id}", label["ids"][0], translate(rule.label, language))
    name = code_name(rule.id)
    start, end = short_date(rule.valid_from, language), rule.valid_to
    if rule.valid_from.year == FIRST_YEAR:
        start = translate(ALWAYS, language)
    return [
        [label, name],
        law_lines(rule.source, language),
        cell(start, "short"),
        cell(short_date(end, language) if end else translate(UNTIL_CHANGED, language), "short"),
    ]


class Caveats(SphinxDirective):
    """The caveats that calculators put on results; of the named modules, or all of them."""

    optional_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        language = self.config.language
        found = caveats()
        modules = [module for module, *_ in found]
        wanted = matching(self, modules) if self.arguments else modules
        texts: dict[tuple[str, Severity], list[str]] = {}
        for module, code, severity, text in found:
            if module in wanted:
                told = elided(translate_template(text, language))
                texts.setdefault((code, severity), []).append(told)
        heads = [translate(HEADS[name], language) for name in ("code", "concerns", "text")]
        rows = [
            [
                quiet(nodes.paragraph("", "", nodes.literal(text=code))),
                cell(translate(CONCERNS[severity], language), "short"),
                [cell(text) for text in dict.fromkeys(told)],
            ]
            for (code, severity), told in sorted(texts.items(), key=lambda entry: entry[0][0])
        ]
        return [table(heads, rows, widths=[30, 12, 58], classes=["figures"])]


def translate_template(message, language: str) -> str:
    """A message's text in a language, with the names of its values left in braces."""
    names = re.findall(r"\{(\w+)\}", message.template)
    return translate(
        type(message)(message.template, tuple((name, f"{{{name}}}") for name in names)), language
    )


def elided(text: str) -> str:
    """A text with an ellipsis for each value that a calculation fills in."""
    return re.sub(r"\{\w+\}", "…", text)


def setup(app: Sphinx) -> None:
    app.add_directive("rules", Rules)
    app.add_directive("caveats", Caveats)
