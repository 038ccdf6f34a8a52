"""What holds for every reading page."""

import itertools
import re
from html.parser import HTMLParser

import pytest
from django.db import transaction
from django.test import Client

from dictionary.loading import in_force
from tests.site import READING_PAGES, make_whole_site

pytestmark = pytest.mark.django_db
FOUND = [path for path in READING_PAGES if path != "/no-such-page/"]


class Outline(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.ids, self.faults = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append(tag)
        if "id" in values:
            self.ids.append(values["id"])
        if "style" in values or any(name.startswith("on") for name in values):
            self.faults.append((tag, values))
        if tag == "style" or (
            tag == "script" and "src" not in values and values.get("type") != "application/ld+json"
        ):
            self.faults.append((tag, values))


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    """path -> (response, text), asked once of a site that is gone afterwards"""
    in_force.forget()
    with django_db_blocker.unblock(), transaction.atomic():
        make_whole_site()
        answers = {path: Client().get(path) for path in READING_PAGES}
        transaction.set_rollback(True)
    return {path: (response, response.content.decode()) for path, response in answers.items()}


def failing(pages, holds):
    """Paths of the pages for which `holds(response, text)` is false."""
    return [path for path, (response, text) in pages.items() if not holds(response, text)]


def test_every_page_answers(pages):
    assert failing(pages, lambda response, _: response.status_code == 200) == ["/no-such-page/"]


def test_there_is_no_inline_style_or_script(pages):
    assert failing(pages, lambda _, text: Outline(text).faults == []) == []


def test_the_outline_sees_inline_style_and_script():
    assert (
        len(Outline('<p style="color:red" onclick="x()"><script>1</script><style></style>').faults)
        == 3
    )


def headings_in_order(text):
    levels = [int(tag[1]) for tag in Outline(text).tags if re.fullmatch("h[1-6]", tag)]
    steps = [later - earlier for earlier, later in itertools.pairwise(levels)]
    return levels[0] == 1 and levels.count(1) == 1 and max(steps, default=0) <= 1


def test_there_is_one_h1_and_headings_skip_no_level(pages):
    assert failing(pages, lambda _, text: headings_in_order(text)) == []


def test_ids_are_unique(pages):
    assert (
        failing(pages, lambda _, text: len(set(Outline(text).ids)) == len(Outline(text).ids)) == []
    )


def test_there_are_landmarks_a_skip_link_and_a_title(pages):
    assert (
        failing(
            pages, lambda _, text: {"header", "nav", "main", "footer"} <= set(Outline(text).tags)
        )
        == []
    )
    assert failing(pages, lambda _, text: '<a class="skip" href="#main">' in text) == []
    assert failing(pages, lambda _, text: re.search("<title>[^<]*Lossary[^<]*</title>", text)) == []


def test_no_cookie_is_set_and_no_answer_varies_by_cookie(pages):
    assert failing(pages, lambda response, _: not response.cookies) == []
    assert (
        failing(pages, lambda response, _: "Cookie" not in response.headers.get("Vary", "")) == []
    )


def test_the_policy_forbids_inline_code(pages):
    policies = {response.headers["Content-Security-Policy"] for response, _ in pages.values()}
    assert all("default-src 'none'" in policy and "unsafe" not in policy for policy in policies)


def test_the_draft_is_never_mentioned(pages):
    assert (
        failing(pages, lambda _, text: "secret-draft" not in text and "Secret draft" not in text)
        == []
    )


def test_an_unchanged_page_is_not_sent_again(client, whole_site):
    for path in FOUND:
        headers = client.get(path).headers
        tag = headers["ETag"]
        assert headers["Last-Modified"]
        assert client.get(path, headers={"if-none-match": tag}).status_code == 304, path
        assert client.get(path, headers={"if-none-match": '"other"'}).status_code == 200, path


def test_a_page_is_compressed_for_those_who_can_read_it(client, whole_site):
    packed = client.get("/e/overfitting/", headers={"accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["ETag"].startswith("W/")
    again = {"accept-encoding": "gzip", "if-none-match": packed.headers["ETag"]}
    assert client.get("/e/overfitting/", headers=again).status_code == 304
    assert "Content-Encoding" not in client.get("/e/overfitting/").headers


def test_a_page_is_only_read(client, whole_site):
    assert [path for path in FOUND if client.head(path).status_code != 200] == []
    assert [path for path in FOUND if client.post(path).status_code != 405] == []


def test_internal_links_lead_somewhere(client, whole_site):
    """Links to the pages of the other apps are theirs to test."""
    texts = [client.get(path).content.decode() for path in READING_PAGES]
    others = ("/quiz/", "/diagnose/", "/api/", "/static/", "/admin/")
    links = {link for text in texts for link in re.findall(r'(?:href|action)="(/[^"#]*)', text)}
    mine = sorted(link for link in links if not link.startswith(others))
    assert len(mine) > 20
    assert [
        link for link in mine if client.get(link.replace("&amp;", "&")).status_code != 200
    ] == []


def test_every_page_names_its_license(pages):
    assert failing(pages, lambda _, text: 'rel="license"' in text) == []
    assert failing(pages, lambda _, text: "own words" not in text) == []
