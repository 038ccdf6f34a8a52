"""Link the terms of the glossary in a text, each where the text uses it first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

from dictionary.models import GlossaryTerm

TAG = re.compile(r"<[^<>]{1,2000}>")
NAME_OF_TAG = re.compile(r"</?([a-z0-9]+)")
# Inside these nothing is linked: links, code, formulas, headings.
CLOSED = ("a", "code", "pre", "math", "h3", "h4", "h5", "h6")
MOST_LINKS = 6  # in one text: more would distract from it

Form = tuple[str, str]  # a term as a text writes it, and where it is explained


@dataclass(frozen=True)
class Glossary:
    """The forms of all terms as one pattern, and the address of each form in lower case."""

    pattern: re.Pattern[str]
    addresses: Mapping[str, str]


def glossary_of_site() -> Glossary:
    """Return the glossary of the database."""
    terms = GlossaryTerm.objects.filter(is_linked=True)
    forms = forms_of(terms)
    return glossary_of(tuple(forms))


def forms_of(terms: Iterable[GlossaryTerm]) -> list[Form]:
    """Return the names and other forms of the terms, as they stand in HTML."""
    forms = []
    for term in terms:
        address = term.get_absolute_url()
        for name in (term.term, *term.aliases):
            shown = escape(name, quote=False)
            forms.append((shown, address))
    return forms


@lru_cache(maxsize=4)
def glossary_of(forms: tuple[Form, ...]) -> Glossary:
    """Return the glossary of some forms. A longer form goes before a shorter one in it."""
    addresses = {}
    for name, address in forms:
        addresses[name.lower()] = address
    longest_first = sorted(addresses, key=len, reverse=True)
    alternatives = "|".join(map(re.escape, longest_first))
    pattern = r"(?!)"
    if alternatives:
        pattern = rf"(?<![\w-])(?:{alternatives})(?![\w-])"
    compiled = re.compile(pattern, re.IGNORECASE)
    return Glossary(compiled, addresses)


def with_glossary_links(
    html: str,
    glossary: Glossary,
) -> str:
    """Return HTML of the content with its first uses of terms as links."""
    linker = _Linker(glossary)
    return linker.linked(html)


@dataclass
class _Linker:
    """Walks a text once. depth: of tags in which nothing is linked."""

    glossary: Glossary
    linked_addresses: set[str] = field(default_factory=set)
    depth: int = 0

    def linked(self, html: str) -> str:
        parts = []
        position = 0
        for tag in TAG.finditer(html):
            before = html[position : tag.start()]
            parts.append(self._text(before))
            written = tag[0]
            parts.append(written)
            self._enter_or_leave(written)
            position = tag.end()
        rest = html[position:]
        parts.append(self._text(rest))
        return "".join(parts)

    def _enter_or_leave(self, tag: str) -> None:
        """Count the tags in which nothing is linked."""
        name = NAME_OF_TAG.match(tag)
        if name is None:
            return
        if name[1] not in CLOSED:
            return
        if tag.startswith("</"):
            self.depth -= 1
        else:
            self.depth += 1

    def _text(self, text: str) -> str:
        if self.depth > 0:
            return text
        pattern = self.glossary.pattern
        return pattern.sub(self._link, text)

    def _link(self, match: re.Match[str]) -> str:
        """Return the link of a form; the form itself where its term is linked already."""
        form = match[0]
        address = self.glossary.addresses[form.lower()]
        if address in self.linked_addresses:
            return form
        if len(self.linked_addresses) >= MOST_LINKS:
            return form
        self.linked_addresses.add(address)
        target = escape(address)
        return f'<a class="term" href="{target}">{form}</a>'
