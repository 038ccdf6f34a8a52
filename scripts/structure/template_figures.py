"""Figures of the templates: size, tags, inline scripts and styles, width."""

import re
from collections.abc import Sequence

from scripts.structure.checkout import Template
from scripts.structure.figure import Figure, Number, largest, median, number_over, percent

WIDTHS = (120, 200)
EXTENDS = r"{%-?\s*extends\b"
INCLUDE = r"{%-?\s*include\b"
INLINE_SCRIPT = r"(?i)<script\b(?![^>]*\bsrc=)"
STYLE_ATTRIBUTE = r"(?i)\sstyle\s*="


def template_figures(templates: Sequence[Template]) -> list[Figure]:
    lengths = [len(template.text.splitlines()) for template in templates]
    text = "\n".join(template.text for template in templates)
    size = {
        "number": len(templates),
        "median": median(lengths),
        "max": largest(lengths),
    }
    tags = {
        "extends": matches(EXTENDS, text),
        "includes": matches(INCLUDE, text),
    }
    inline = {
        "scripts": matches(INLINE_SCRIPT, text),
        "styles": matches(STYLE_ATTRIBUTE, text),
    }
    return [
        Figure("templates", "templates / lines median / max", size),
        Figure("template_tags", "extends / include tags", tags),
        Figure("inline", "inline scripts / style attributes", inline),
    ]


def matches(pattern: str, text: str) -> int:
    return len(re.findall(pattern, text))


def template_width_figure(templates: Sequence[Template]) -> Figure:
    widths: list[int] = []
    for template in templates:
        lines = template.text.splitlines()
        widths.extend(map(len, lines))

    shares: dict[str, Number | None] = {}
    for limit in WIDTHS:
        wide = number_over(limit, widths)
        shares[f"over_{limit}"] = percent(wide, len(widths))

    limits = " / ".join(map(str, WIDTHS))
    return Figure(
        "template_widths",
        f"% of template lines over {limits}",
        shares,
    )
