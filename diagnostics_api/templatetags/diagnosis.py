from __future__ import annotations

from django import template

from diagnostics_api.page.markdown import plain
from diagnostics_api.service.line_roles import IN_WORDS
from engine.observe.log.tables.row import Role

register = template.Library()
register.filter("plain", plain)


@register.filter
def sentence(text: str) -> str:
    """Begin with a capital, except where a name of a metric comes first."""
    first = text.partition(" ")[0]
    if "_" in first or "." in first:
        return text
    capital = text[:1].upper()
    return capital + text[1:]


@register.filter
def role_in_words(role: Role) -> str:
    """Say what part a line of a log has in what happened."""
    return IN_WORDS[role]
