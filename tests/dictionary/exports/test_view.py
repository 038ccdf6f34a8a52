"""The exports of an entry as they are served."""

import pytest

from dictionary.exports import EXPORTS


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


@pytest.mark.parametrize("suffix", ["xml", "JSON", "html"])
def test_a_format_that_is_not_offered_is_not_found(client, content, suffix):
    assert client.get(f"/e/overfitting.{suffix}").status_code == 404


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.suffix)
def test_the_page_of_an_entry_offers_every_export(client, content, export):
    text = client.get("/e/overfitting/").content.decode()

    address = f"/e/overfitting.{export.suffix}"
    assert f'<link rel="alternate" type="{export.media_type}" href="{address}">' in text
    assert f'<a href="{address}">{export.title}</a>' in text


def test_each_suffix_is_offered_once():
    suffixes = [export.suffix for export in EXPORTS]

    assert len(suffixes) == len(set(suffixes))
