"""The pages on how often the diagnosis is right show the measurement beside the content."""

import json

import pytest

from content.accuracy import write_accuracy
from content.detector_counts import FILE
from tests.small_accuracy import small_accuracy

pytestmark = pytest.mark.usefixtures("whole_site")
PATHS = ["/accuracy/", "/accuracy/misses/", "/accuracy/rules/", "/accuracy.json"]
COUNTS = "turns-up: {listed: [14, 12], good: [159, 3], normal: [0, 0], missed_in: [nan-loss]}\n"


@pytest.fixture
def folder(settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path
    return tmp_path


@pytest.fixture
def measured(folder):
    write_accuracy(small_accuracy(), folder)
    (folder / FILE).write_text(COUNTS)


def text_of(client, path):
    return " ".join(client.get(path).content.decode().split())


def test_the_page_shows_results_systems_calibration_and_data(client, measured):
    text = text_of(client, "/accuracy/")

    assert "<b>60%</b> <span>37 of 62</span>" in text
    assert text.index("Lossary") < text.index("worse")
    assert "<b>3</b> <span>of 32</span>" in text
    assert "Brier score 0.154" in text
    assert "About silent." in text
    assert "benchmarks/data/reports.jsonl" in text


def test_the_page_says_when_and_on_what_it_was_measured(client, measured):
    text = text_of(client, "/accuracy/")

    assert '<time datetime="2026-11-30">30 November 2026</time>' in text
    assert "edition 2026.11" in text
    assert "<code>e1</code>" in text


def test_every_miss_shows_what_was_said_and_what_is_right(client, measured):
    text = text_of(client, "/accuracy/misses/")

    assert 'id="reports-d001"' in text
    assert "the text of d001" in text
    assert '<a href="/e/nan-loss/">' in text
    assert "A gone entry" in text
    assert "nothing is wrong" in text


def test_every_rule_shows_hits_and_false_alarms(client, measured):
    text = text_of(client, "/accuracy/rules/")

    assert '<td data-label="Failing">12 <span>of 14</span></td>' in text
    assert '<td data-label="Healthy">3 <span>of 159</span></td>' in text
    assert '<h3 id="validation">' in text
    assert "R001" in text


def test_rules_over_text_show_where_they_fired_and_how_many_never_did(client, measured):
    text = text_of(client, "/accuracy/rules/")

    assert '<td data-label="Failing">2</td>' in text
    assert '<td data-label="Right">1</td>' in text
    assert '<td data-label="Healthy">0</td>' in text
    assert "8 others fired on none of the 146 failing and 145 healthy items" in text
    assert text_of(client, "/accuracy.json").count('"silent": 8') == 1


@pytest.mark.parametrize(
    ("query", "is_grouped"),
    [("", True), ("?order=alarms", False), ("?order=misses", False), ("?order=nonsense", True)],
)
def test_rules_have_orders_and_an_unknown_one_is_the_first(client, measured, query, is_grouped):
    text = text_of(client, f"/accuracy/rules/{query}")

    assert ('<h3 id="validation">' in text) is is_grouped
    assert text.count('aria-current="true"') == 1


def test_all_of_it_can_be_had_as_json(client, measured):
    response = client.get("/accuracy.json")

    record = json.loads(response.content)
    assert response.headers["Content-Type"] == "application/json"
    assert record["measures"][0]["right"] == 37
    assert record["detectors"] == [
        {
            "symptom": "turns-up",
            "listed": {"measured": 14, "seen": 12},
            "good": {"measured": 159, "seen": 3},
            "normal": {"measured": 0, "seen": 0},
            "seen_in": [],
            "missed_in": ["nan-loss"],
        }
    ]


@pytest.mark.parametrize("path", PATHS)
def test_pages_take_two_queries_at_most(client, measured, path, django_assert_max_num_queries):
    with django_assert_max_num_queries(2):
        assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", PATHS)
def test_without_a_measurement_there_is_no_page(client, folder, path):
    assert client.get(path).status_code == 404


def test_footer_about_and_sitemap_lead_to_it(client):
    assert client.get("/about/").content.count(b'href="/accuracy/"') == 2
    assert b"/accuracy/misses/" in client.get("/sitemap.xml").content
