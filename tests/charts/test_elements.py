import pytest

from charts.elements import cut, document, horizontal, text, vertical


def test_lines_are_paths_in_tenths_of_a_pixel():
    assert horizontal("grid", 1, 20.04, 3) == '<path class="grid" d="M1.0,3.0H20.0"/>'
    assert vertical("axis", 1, 3, 20.04) == '<path class="axis" d="M1.0,3.0V20.0"/>'


def test_text_without_anchor_and_class_has_only_its_place():
    assert text(1, 2, "loss") == '<text x="1.0" y="2.0">loss</text>'


def test_text_is_escaped():
    written = text(1, 2, "<b>&", anchor="end", css="key")

    assert written == '<text x="1.0" y="2.0" text-anchor="end" class="key">&lt;b&gt;&amp;</text>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [("", ""), ("loss", "loss"), ("longer", "lon…"), ("lo ger", "lo…")],
)
def test_a_text_is_cut_to_its_length(content, expected):
    assert cut(content, 4) == expected


def test_a_document_escapes_its_id_and_its_words():
    svg = document("chart", (3, 2), 'a"b', ("<t>", "d&"), ["<g/>"])

    assert svg.startswith('<svg class="chart" viewBox="0 0 3 2" role="img"')
    assert '<title id="a&quot;b-title">&lt;t&gt;</title>' in svg
    assert '<desc id="a&quot;b-desc">d&amp;</desc><g/></svg>' in svg


def test_an_empty_description_leaves_no_reference():
    svg = document("chart", (3, 2), "a", ("title", ""), [])

    assert "aria-describedby" not in svg
    assert "<desc" not in svg
