"""Put the figures of a checkout together, as text or as JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from scripts.structure.checkout import Checkout
from scripts.structure.code_figures import code_figures
from scripts.structure.density_figures import density_figures
from scripts.structure.figure import Figure
from scripts.structure.history import history_figures, read_commits
from scripts.structure.parts import COLUMNS, part_figures
from scripts.structure.site_figures import (
    dependency_figure,
    settings_figure,
    url_figure,
    view_figures,
)
from scripts.structure.suite_figures import suite_figures
from scripts.structure.template_figures import template_figures, template_width_figure


@dataclass(frozen=True)
class Table:
    key: str
    title: str
    figures: Sequence[Figure]


def tables(checkout: Checkout) -> list[Table]:
    code = checkout.code
    density = [
        *density_figures(code),
        template_width_figure(checkout.templates),
    ]
    return [
        Table("structure", "Structure", structure_figures(checkout)),
        Table("density", "Density (code only)", density),
        Table("tests_density", "Density (tests)", density_figures(checkout.tests)),
        Table("parts", f"By part: {COLUMNS}", part_figures(code)),
    ]


def structure_figures(checkout: Checkout) -> list[Figure]:
    code = checkout.code
    commits = read_commits(checkout.root)
    return [
        *code_figures(code),
        *suite_figures(code, checkout.tests),
        *view_figures(code),
        url_figure(code),
        *template_figures(checkout.templates),
        settings_figure(code),
        dependency_figure(checkout.root),
        *history_figures(commits),
    ]


def as_text(every: Sequence[Table]) -> str:
    blocks = [table_text(table) for table in every]
    return "\n\n".join(blocks)


def table_text(table: Table) -> str:
    labels = [figure.label for figure in table.figures]
    width = max(map(len, labels), default=0)
    lines = [f"{figure.label:<{width}}  {figure.text}" for figure in table.figures]
    return "\n".join([table.title, *lines])


def as_json(every: Sequence[Table]) -> str:
    keyed = {}
    for table in every:
        keyed[table.key] = {figure.key: dict(figure.values) for figure in table.figures}
    return json.dumps(keyed, indent=2)
