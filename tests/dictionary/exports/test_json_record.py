"""An entry as a JSON object."""

import json

import pytest

from dictionary import queries
from dictionary.exports.json_record import entry_record, json_record
from tests import factories


@pytest.fixture
def overfitting(content):
    return queries.entry_with_parts().get(slug="overfitting")


def test_the_record_holds_what_the_page_shows(overfitting):
    record = entry_record(overfitting)
    assert record["id"] == "LY-0001"
    assert [row["kind"] for row in record["fixes"]] == ["stopgap", "root", "prevention"]
    assert len(record["indications"]) == len(record["contra_indications"]) == 1
    assert record["contra_indications"][0]["strength"] == 3
    assert record["look_alikes"] == [
        {"slug": "underfitting", "tell_apart": "Not Underfitting.", "written": True}
    ]
    assert record["class"] == "fault"
    assert record["category"] == "Generalization"
    assert record["solution"] == "Divide the learning rate by ten and start again."
    assert record["symptoms"] == [row["symptom"] for row in record["indications"]]
    assert record["example"]["bad"] == "rate = 10.0\n"
    assert json.loads(json.dumps(record)) == record


def test_an_entry_without_example_has_none_in_the_record(content):
    factories.entry("bare", example_bad="")
    record = entry_record(queries.entry_with_parts().get(slug="bare"))
    assert record["example"] is None


def test_the_text_is_the_record_with_letters_as_they_are(overfitting):
    overfitting.term = "Überanpassung"

    text = json_record(overfitting)

    assert json.loads(text) == entry_record(overfitting)
    assert "Überanpassung" in text
