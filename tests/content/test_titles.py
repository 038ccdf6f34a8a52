import pytest

from content.titles import metric_titles, within_sentence
from diagnostics_api.page.titles import TITLES
from tests.engine.content import real_content
from tests.small_content import small_content


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Training loss", "training loss"),
        ("GPU memory", "GPU memory"),
        ("Validation R squared", "validation R squared"),
        ("", ""),
    ],
)
def test_a_title_reads_within_a_sentence(title, text):
    assert within_sentence(title) == text


def test_settings_are_no_metrics():
    assert metric_titles(small_content()) == {"train_loss": "training loss", "lr": "rate"}


def test_titles_below_curves_are_those_of_the_signals():
    titles = metric_titles(real_content())

    assert TITLES.items() <= titles.items()
