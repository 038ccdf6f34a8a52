import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from content.markup import MarkupError, formula_to_mathml, markdown_to_html
from tests.together import together


@together(
    "text, gone",
    [
        ("<script>alert(1)</script>", "script"),
        ('<p style="color: red">x</p>', "style"),
        ('<p onclick="x()">x</p>', "onclick"),
        ("[x](javascript:alert(1))", "javascript"),
        ("![x](https://example.org/pixel.gif)", "img"),
        ('<iframe src="https://example.org"></iframe>', "iframe"),
        ("<math><mtext><script>alert(1)</script></mtext></math>", "script"),
        ('<form action="/admin/"><input name="x"></form>', "form"),
        ('<a href="/e/x/" id="main" target="_blank">x</a>', "target"),
    ],
)
def test_what_may_do_harm_is_dropped(text, gone):
    assert gone not in markdown_to_html(text)


def test_alignment_of_tables_needs_no_style():
    made = markdown_to_html("| a | b |\n|---|--:|\n| 1 | 2 |")
    assert '<td align="right">2</td>' in made
    assert "style" not in made


def test_formulas_become_mathml():
    made = markdown_to_html("The loss is $\\ln K$ and costs $5 or $6.\n\n$$\\frac{a}{b}$$")
    assert '<math alttext="\\ln K"' in made
    assert "<mi>ln</mi>" in made
    assert "<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>" in made
    assert 'display="block"' in made
    assert "costs $5 or $6" in made
    assert "arithmatex" not in made


@pytest.mark.parametrize("text", ["`$x$`", "```\n$$x$$\n```"])
def test_formulas_in_code_stay_code(text):
    assert "<math" not in markdown_to_html(text)


@pytest.mark.parametrize(
    "latex", ["\\frac{1}", "x^", "\\nothing", "\\left( x", "a & b", "\\begin{aligned} a &= b"]
)
def test_a_formula_that_cannot_be_drawn_is_told(latex):
    with pytest.raises(MarkupError, match="the formula"):
        formula_to_mathml(latex, "inline")


def test_a_formula_cannot_break_out_of_its_attribute():
    assert ' onclick="' not in markdown_to_html('$x" onclick="y$')
    with pytest.raises(MarkupError):
        markdown_to_html('$\\text{"><b>}$')


def test_code_has_classes_and_can_be_reached_by_keyboard():
    made = markdown_to_html("```python\nlr = 0.1  # rate\n```")
    assert '<div class="highlight"><pre tabindex="0">' in made
    assert '<span class="c1"># rate</span>' in made


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# A\n\n## B", ["<h3>A", "<h4>B"]),
        ("## A\n\n#### B", ["<h3>A", "<h5>B"]),
        ("###### A", ["<h3>A"]),
    ],
)
def test_headings_begin_below_the_section(text, headings):
    made = markdown_to_html(text)
    assert all(heading in made for heading in headings)


def test_a_text_does_not_leak_into_the_next():
    markdown_to_html("[x]: https://example.org\n\n[x]")
    assert "example.org" not in markdown_to_html("[x] again")


def test_no_text_makes_no_markup():
    assert markdown_to_html("") == ""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1. " * 4_000, "nested too deeply"),
        ("[" * 5_000, "opening brackets"),
        ("a" * 20_001, "20,001 characters"),
    ],
    ids=["lists", "brackets", "length"],
)
def test_a_text_beyond_the_bounds_is_refused(text, told):
    with pytest.raises(MarkupError, match=told):
        markdown_to_html(text)


def test_a_text_within_the_bounds_is_rendered():
    text = "[a](https://example.org) " * 200

    assert markdown_to_html(text).count("<a ") == 200


def test_a_refused_text_leaves_nothing_behind():
    alone = markdown_to_html("1. a\n\n2. b\n\nc")
    with pytest.raises(MarkupError):
        markdown_to_html("1. " * 3_999)

    markdown_to_html.cache_clear()

    assert markdown_to_html("1. a\n\n2. b\n\nc") == alone


def test_threads_that_render_at_once_do_not_mix_their_texts():
    """Each text has its own words, tables, lists and links: a mixed one shows another's."""
    texts = [rich_text(number) for number in range(48)]
    render = markdown_to_html.__wrapped__
    alone = [render(text) for text in texts]

    with switching_often(), ThreadPoolExecutor(8) as pool:
        together = list(pool.map(render, texts))

    assert together == alone


def rich_text(number):
    return (
        f"# Title {number}\n\n- *item* {number}\n- `code{number}`\n\n[ref{number}]\n\n"
        f"| a{number} | b |\n|---|---|\n| 1 | {number} |\n\n"
        f"```python\nx = {number}\n```\n\n[ref{number}]: https://example.org/{number}\n"
    )


@contextmanager
def switching_often():
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)
