"""Tags of the frame."""

import datetime as dt
import json
from types import SimpleNamespace

import pytest
from django.template import Context, Template
from django.test import RequestFactory

from web.templatetags.frame import inline_code, json_ld, nav_link


def rendered(template, path=None, **context):
    if path is not None:
        context["request"] = RequestFactory().get(path)
    return Template("{% load frame %}" + template).render(Context(context))


@pytest.mark.parametrize(
    ("path", "current"),
    [
        ("/dictionary/", ' aria-current="page"'),
        ("/dictionary/optimization/", ' aria-current="true"'),
        ("/e/overfitting/", ' aria-current="true"'),
        ("/symptoms/", ""),
    ],
)
def test_the_link_of_the_section_in_which_a_page_lies_is_marked(path, current):
    request = RequestFactory().get(path)

    link = nav_link({"request": request}, "/dictionary/", "Dictionary", "/e/")

    assert link == f'<a href="/dictionary/"{current}>Dictionary</a>'


def test_without_a_request_no_link_is_marked():
    assert nav_link({}, "/dictionary/", "Dictionary") == '<a href="/dictionary/">Dictionary</a>'


def test_a_heading_links_to_itself():
    heading = rendered("{% section_heading 'fix' 'Fix it' %}")

    assert '<h2 id="fix">Fix it<a class="anchor" href="#fix"' in heading


def test_a_meter_without_a_word_shows_its_number():
    shown = rendered("{% meter 3 5 %}")

    assert 'aria-label="3 of 5"' in shown
    assert shown.count('class="on"') == 3
    assert shown.strip().endswith("3 of 5")


def test_a_meter_with_a_word_shows_the_word():
    shown = rendered("{% meter 2 4 'noisy' %}")

    assert 'aria-label="2 of 4, noisy"' in shown
    assert shown.count("<i") == 4
    assert shown.strip().endswith("noisy")


def test_the_canonical_address_has_no_query():
    assert rendered("{% canonical_url %}", "/dictionary/?kind=bug") == (
        "http://testserver/dictionary/"
    )


def test_structured_data_cannot_end_its_block():
    block = json_ld({"name": "</script><b>&"})

    inner = block.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert "<" not in inner
    assert "&" not in inner
    assert json.loads(inner) == {"name": "</script><b>&"}


def test_the_footer_names_the_edition():
    edition = SimpleNamespace(name="2026.11", entries=1, loaded_at=dt.datetime(2026, 11, 28))
    request = RequestFactory().get("/")
    request.edition = lambda: edition

    footer = Template("{% load frame %}{% site_footer %}").render(Context({"request": request}))

    assert "Edition 2026.11, 1 entry." in footer


@pytest.mark.parametrize("path", [None, "/"])
def test_the_footer_does_without_an_edition(path):
    footer = rendered("{% site_footer %}", path)

    assert "Edition" not in footer
    assert 'rel="license"' in footer


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a `b<` c", "a <code>b&lt;</code> c"), ("a ` b <i>", "a ` b &lt;i&gt;"), ("", "")],
)
def test_inline_code(text, expected):
    assert inline_code(text) == expected
