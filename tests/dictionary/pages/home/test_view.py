import re

import pytest

from diagnostics_api.page.examples import EXAMPLES
from dictionary.pages.home.view import RUNS
from tests import factories


@pytest.mark.usefixtures("content")
def test_home_has_the_box_the_doors_and_the_chapters(client):
    text = client.get("/").content.decode()
    assert 'action="/diagnose/"' in text
    assert '<textarea id="ask-text" name="text"' in text
    assert 'type="file" name="files" multiple' in text
    for door in ("/symptoms/", "/dictionary/", "/quiz/"):
        assert f'class="door" href="{door}"' in text
    assert "2 entries" in text
    assert "1 entry" in text
    assert "Edition 2026.11, 3 entries." in text


@pytest.mark.django_db
def test_home_without_content_says_how_to_load_it(client):
    text = client.get("/").content.decode()
    assert "The dictionary is empty" in text
    assert "Edition" not in text


@pytest.mark.usefixtures("content")
def test_home_takes_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get("/")


@pytest.mark.usefixtures("content")
def test_home_names_every_failure_once(client):
    text = client.get("/").content.decode()

    named = re.findall(r'<li><a href="/e/([a-z-]+)/">', text)
    assert sorted(named) == ["nan-loss", "overfitting", "underfitting"]
    assert "All 3 failures" in text


def test_normal_patterns_have_a_door_and_are_no_failures(client, content):
    normal = factories.ChapterFactory(slug="normal", title="Looks wrong, is fine")
    factories.FailureModeFactory(slug="stairs", chapter=normal)

    text = client.get("/").content.decode()

    assert 'class="door" href="/dictionary/normal/"' in text
    assert "All 3 failures" in text
    assert "/e/stairs/" not in text


def test_recorded_runs_are_sent_by_the_name_that_the_diagnosis_knows(client, content):
    entry = content["overfitting"]
    entry.recording_bad = '{"train_loss": 1.0}\n'
    entry.save()

    text = client.get("/").content.decode()

    assert re.findall(r'name="example" value="([a-z]+)"', text) == ["gap"]


def test_each_recorded_run_is_the_one_that_the_diagnosis_shows():
    here = {key: slug for key, (slug, _) in RUNS.items()}

    assert here == {key: example.specimen for key, example in EXAMPLES.items()}
