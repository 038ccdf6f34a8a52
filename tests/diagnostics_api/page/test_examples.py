import pytest

from diagnostics_api.page.examples import EXAMPLES, available, example_form


@pytest.mark.parametrize("key", EXAMPLES)
def test_an_example_fills_the_form_with_its_recording(key):
    assert example_form(key).text.startswith("{")


def test_an_unknown_example_fills_nothing():
    assert example_form("nope") is None


def test_every_example_has_a_recording():
    assert [key for key, _ in available()] == list(EXAMPLES)


def test_an_example_without_its_recording_is_not_offered(settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path

    assert available() == []
    assert example_form("nan") is None
