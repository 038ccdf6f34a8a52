import json

import pytest

from dictionary import queries
from dictionary.twins import as_markdown, as_record
from tests import factories


@pytest.fixture
def overfitting(content):
    return queries.entry_with_parts().get(slug="overfitting")


def test_the_record_holds_what_the_page_shows(overfitting):
    record = as_record(overfitting)
    assert record["id"] == "LY-0001"
    assert [row["kind"] for row in record["fixes"]] == ["stopgap", "root", "prevention"]
    assert len(record["indications"]) == len(record["contra_indications"]) == 1
    assert record["contra_indications"][0]["strength"] == 3
    assert record["look_alikes"] == [{"slug": "underfitting", "tell_apart": "Not Underfitting."}]
    assert record["example"]["bad"] == "rate = 10.0\n"
    assert json.loads(json.dumps(record)) == record


def test_an_entry_without_example_has_none_in_the_record(content):
    factories.entry("bare", example_bad="")
    record = as_record(queries.entry_with_parts().get(slug="bare"))
    assert record["example"] is None


def test_the_markdown_has_the_sections_of_the_page_in_order(overfitting):
    text = as_markdown(overfitting)
    titles = [line[3:] for line in text.splitlines() if line.startswith("## ")]
    assert text.startswith("# Overfitting\n\nLY-0001 · Generalization · dynamics\n")
    assert titles == [
        "Can I save this run?",
        "Symptoms",
        "Confirm it",
        "Fix it",
        "Why it happens",
        "Example",
        "Look-alikes",
        "References",
    ]
    assert "- speaks against: [" in text


def test_the_twins_of_an_entry_are_served(client, content):
    as_json, markdown = client.get("/e/overfitting.json"), client.get("/e/overfitting.md")
    assert as_json.json()["slug"] == "overfitting"
    assert markdown.headers["Content-Type"] == "text/markdown; charset=utf-8"
    for response in (as_json, markdown):
        assert response.headers["ETag"]
        assert response.headers["Last-Modified"]


@pytest.mark.parametrize("path", ["/e/overfitting.json", "/e/overfitting.md"])
def test_an_unchanged_twin_is_not_sent_again(client, content, path):
    tag = client.get(path).headers["ETag"]
    assert client.get(path, headers={"if-none-match": tag}).status_code == 304
    content["overfitting"].summary = "Another summary."
    content["overfitting"].save()
    assert client.get(path, headers={"if-none-match": tag}).status_code == 200
