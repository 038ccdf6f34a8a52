import pytest

from content.detector_counts import FILE
from dictionary import queries
from dictionary.models import Symptom
from dictionary.pages.symptoms.measured import explained

pytestmark = pytest.mark.usefixtures("whole_site")


@pytest.fixture
def counted(settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path
    (tmp_path / FILE).write_text(
        "turns-up: {listed: [2, 1], good: [9, 3], normal: [0, 0],"
        " seen_in: [nan-loss], missed_in: [overfitting]}"
    )


def test_each_entry_tells_of_its_own_run(counted):
    explanations = queries.explanations(Symptom.objects.get(slug="turns-up"))

    own = {
        each.indication.failure_mode.slug: each.own_run
        for each in explained("turns-up", explanations)
    }

    assert own == {"nan-loss": True, "overfitting": False, "underfitting": None}


def test_the_page_shows_how_often_it_is_seen_on_runs(client, counted):
    text = " ".join(client.get("/s/turns-up/").content.decode().split())

    assert "Seen in <b>1 of 2</b> recorded runs that fail" in text
    assert "in <b>3 of 9</b> healthy ones." in text
    assert text.count("; seen on its recorded run") == 1
    assert text.count("; not seen on its recorded run") == 1


def test_a_symptom_that_only_a_person_can_see_has_no_such_part(client, settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path

    assert "recorded run" not in client.get("/s/turns-up/").content.decode()


def test_the_twins_of_an_entry_hold_the_counts(client, counted):
    record = client.get("/e/nan-loss.json").json()["indications"][0]

    assert record["measured"]["failing"] == {"measured": 2, "seen": 1}
    assert record["own_run"] is True
    text = client.get("/e/nan-loss.md").content.decode()
    assert "(Seen in 1 of 2 failing recorded runs that list it, in 3 of 9 healthy ones.)" in text


def test_the_api_holds_the_counts(client, counted):
    record = client.get("/api/v1/symptoms/turns-up/").json()

    assert record["measured"]["healthy"] == {"measured": 9, "seen": 3}
    assert {each["slug"]: each["own_run"] for each in record["failure_modes"]} == {
        "nan-loss": True,
        "overfitting": False,
        "underfitting": None,
    }
