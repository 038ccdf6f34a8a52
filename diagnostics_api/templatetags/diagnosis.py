from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def sentence(text: str) -> str:
    """Begin with a capital, except where a name of a metric comes first."""
    first = text.partition(" ")[0]
    if "_" in first or "." in first:
        return text
    capital = text[:1].upper()
    return capital + text[1:]


@register.filter
def inline_code(text: str) -> SafeString:
    """Show as code what is between backticks."""
    parts = text.split("`")
    backticks = text.count("`")
    if backticks % 2:  # one without a partner is a backtick
        return format_html("{}", text)
    shown: list[tuple[str]] = []
    for place, part in enumerate(parts):
        is_code = place % 2 == 1
        if is_code:
            code = format_html("<code>{}</code>", part)
            shown.append((code,))
        else:
            shown.append((part,))
    return format_html_join("", "{}", shown)
