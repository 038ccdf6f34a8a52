"""Tags, inline code and width of templates."""

import pytest

from scripts.structure.checkout import Template
from scripts.structure.template_figures import template_figures, template_width_figure


def values(figures):
    return {figure.key: dict(figure.values) for figure in figures}


def test_templates_count_tags_and_inline_code():
    template = Template(
        "templates/a.html",
        "{% extends 'b.html' %}\n{%- include 'c.html' %}\n<script>x()</script>\n"
        "<script src='d.js'></script>\n<p style='e' data-style='f'>\n" + "g" * 121,
    )

    figures = values(template_figures([template]))

    assert figures["template_tags"] == {"extends": 1, "includes": 1}
    assert figures["inline"] == {"scripts": 1, "styles": 1}
    widths = template_width_figure([template]).values
    assert widths == {"over_120": pytest.approx(100 / 6), "over_200": 0}
