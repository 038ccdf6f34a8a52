"""Characters and width of a line."""

from scripts.structure.checkout import Source
from scripts.structure.density_figures import density_figures


def values(figures):
    return {figure.key: dict(figure.values) for figure in figures}


def test_density_measures_without_indentation_but_width_with_it():
    source = Source.parsed("a.py", "if x:\n" + " " * 80 + "y = 12345\n")

    figures = values(density_figures([source]))

    assert figures["characters"] == {"mean": 7.0}
    assert figures["wide_lines"] == {"percent": 50.0}
