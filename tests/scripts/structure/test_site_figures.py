"""Views, dependencies and settings of a Django site."""

import pytest

from scripts.structure import site_figures
from scripts.structure.checkout import Source

VIEWS = Source.parsed(
    "shop/views.py",
    "from shop.models import Item\n\n\ndef index(request):\n    return Item.objects.all()\n\n\n"
    "def helper(item):\n    return item\n",
)


def test_views_take_a_request_first():
    views, _, objects = site_figures.view_figures([VIEWS])

    assert views.values == {"median": 2, "max": 2}
    assert objects.values == {"objects": 1, "lines": 9}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ('[project]\ndependencies = ["django", "numpy"]\n', 2),
        ('[project]\nname = "x"\n', None),
        ("[project\n", None),
    ],
)
def test_dependencies_come_from_the_project_file(tmp_path, text, number):
    (tmp_path / "pyproject.toml").write_text(text)

    assert site_figures.dependency_count(tmp_path) == number


def test_settings_are_the_file_with_the_apps():
    settings = Source.parsed("a/base.py", "INSTALLED_APPS: list[str] = []\n")
    other = Source.parsed("a/settings.py", "DEBUG = True\n")

    figure = site_figures.settings_figure([settings, other])

    assert figure.values == {"files": 1, "lines": 1}
