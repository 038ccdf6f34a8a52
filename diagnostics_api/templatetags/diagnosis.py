from __future__ import annotations

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()


@register.filter
def sentence(text: str) -> str:
    """A capital at the start, except where a name of a metric stands there."""
    first = text.partition(" ")[0]
    return text if "_" in first or "." in first else text[:1].upper() + text[1:]


@register.filter
def inline_code(text: str) -> SafeString:
    """What stands between backticks as code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:  # an odd backtick is a backtick
        return format_html("{}", text)
    return format_html_join(
        "",
        "{}",
        (
            (format_html("<code>{}</code>", part) if place % 2 else part,)
            for place, part in enumerate(parts)
        ),
    )
