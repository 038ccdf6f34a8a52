"""Link the terms of the glossary in a text, each where the text uses it first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from dictionary.models import GlossaryTerm

TAG = re.compile(r"<[^<>]{1,2000}>")
NAME_OF_TAG = re.compile(r"</?([a-z0-9]+)")
WORD = re.compile(r"[\w-]+(?:&amp;[\w-]+)?")
# Inside these nothing is linked: links, code, formulas, headings.
CLOSED = ("a", "code", "pre", "math", "h3", "h4", "h5", "h6")
MOST_LINKS = 6  # in one text: more would distract from it

Form = tuple[str, str]  # a term as a text writes it, and where it is explained
Words = Sequence[re.Match[str]]


@dataclass(frozen=True)
class Glossary:
    """The address of each form in lower case, and the words of the longest form."""

    addresses: Mapping[str, str]
    longest: int


def glossary_of_site() -> Glossary:
    """Return the glossary of the database."""
    terms = GlossaryTerm.objects.filter(is_linked=True)
    forms = forms_of(terms)
    return glossary_of(forms)


def forms_of(terms: Iterable[GlossaryTerm]) -> list[Form]:
    """Return the names and other forms of the terms, as they stand in HTML."""
    forms = []
    for term in terms:
        address = term.get_absolute_url()
        for name in (term.term, *term.aliases):
            shown = escape(name, quote=False)
            forms.append((shown, address))
    return forms


def glossary_of(forms: Iterable[Form]) -> Glossary:
    """Return the glossary of some forms."""
    addresses = {}
    longest = 0
    for name, address in forms:
        words = name.lower().split()
        longest = max(longest, len(words))
        form = " ".join(words)
        addresses[form] = address
    return Glossary(addresses, longest)


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
        """Return a text without tags, with links."""
        if self.depth > 0:
            return text
        words = list(WORD.finditer(text))
        parts = []
        position = 0
        index = 0
        while index < len(words):
            count, address = self._form_at(
                text,
                words,
                index,
            )
            last = words[index + count - 1]
            if self._may_link(address):
                first = words[index]
                start = first.start()
                end = last.end()
                before = text[position:start]
                form = text[start:end]
                parts.append(before)
                parts.append(self._link(form, address))
                position = end
            index += count
        rest = text[position:]
        parts.append(rest)
        return "".join(parts)

    def _link(
        self,
        form: str,
        address: str,
    ) -> str:
        self.linked_addresses.add(address)
        target = escape(address)
        return f'<a class="term" href="{target}">{form}</a>'

    def _form_at(
        self,
        text: str,
        words: Words,
        index: int,
    ) -> tuple[int, str]:
        """Return the words of the longest form that begins here, and its address; 1 and "" for
        none.
        """
        addresses = self.glossary.addresses
        first = words[index]
        start = first.start()
        rest = len(words) - index
        most = min(self.glossary.longest, rest)
        for count in range(most, 0, -1):
            last = words[index + count - 1]
            end = last.end()
            candidate = text[start:end].lower()
            form = " ".join(candidate.split())
            if form in addresses:
                address = addresses[form]
                return count, address
        return 1, ""

    def _may_link(self, address: str) -> bool:
        if not address:
            return False
        if address in self.linked_addresses:
            return False
        return len(self.linked_addresses) < MOST_LINKS
