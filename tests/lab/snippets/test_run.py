"""A snippet runs behind its stand-ins; a name is resolved in its package."""

from pathlib import Path

import pytest

from content.schema import Api
from content.snippets import PlacedSnippet
from lab.snippets import run
from lab.snippets.run import parsed, run_error, unresolved


def snippet(code, framework="python"):
    return PlacedSnippet("entry: fix", framework, code, ())


@pytest.fixture
def stand_ins(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "STAND_INS", tmp_path)
    (tmp_path / "python.py").write_text("labels = [0, 1]\n")
    (tmp_path / "scikit_learn.py").write_text("raise RuntimeError('broken')\n")


@pytest.mark.usefixtures("stand_ins")
@pytest.mark.parametrize(
    ("code", "error"),
    [
        ("share = sum(labels) / 2\nassert share == 0.5\n", ""),
        ("a = 1\nb = nothing\n", "line 2: NameError: name 'nothing' is not defined"),
        (
            "import warnings\nwarnings.warn('old', DeprecationWarning)\n",
            "line 2: DeprecationWarning: old",
        ),
        ("import warnings\nwarnings.warn('soon', UserWarning)\n", ""),
    ],
)
def test_errors_and_deprecations_are_told_with_their_line(code, error):
    assert run_error(snippet(code)) == error


@pytest.mark.usefixtures("stand_ins")
def test_broken_stand_ins_are_told():
    assert run_error(snippet("a = 1\n", "scikit-learn")).startswith("the stand-ins fail")


@pytest.mark.usefixtures("stand_ins")
def test_files_of_a_snippet_do_not_stay(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run_error(snippet("open('checkpoint.pt', 'w').close()\n")) == ""

    assert not (tmp_path / "checkpoint.pt").exists()
    assert Path.cwd() == tmp_path


def test_every_framework_has_stand_ins():
    names = {path.stem.replace("_", "-") for path in run.STAND_INS.glob("*.py")}

    assert names - {"--init--"} >= {
        "pytorch",
        "lightning",
        "transformers",
        "keras",
        "scikit-learn",
        "python",
    }


def api(name, argument=None, since="1.0", until=None, package="numpy"):
    return Api(name=name, argument=argument, package=package, since=since, until=until)


@pytest.mark.parametrize(
    "present",
    [
        api("numpy.linalg.norm", "axis"),
        api("numpy.float64"),
        api("numpy.nothing", since="99.0"),
        api("numpy.nothing", until="1.0"),
    ],
)
def test_a_name_within_its_releases_is_there(present):
    assert list(unresolved(present)) == []


@pytest.mark.parametrize(
    ("absent", "line"),
    [
        (api("numpy.nothing"), "numpy.nothing is not in numpy"),
        (api("numpy.linalg.norm", "hue"), "numpy.linalg.norm(hue) is not in numpy"),
        (api("nowhere.at.all", package="nowhere"), "nowhere is not installed"),
        (api("nowhere.at.all"), "nowhere.at.all is not in numpy"),
    ],
)
def test_a_name_that_is_not_there_is_told(absent, line):
    [told] = unresolved(absent)

    assert told.startswith(line)


@pytest.mark.parametrize(
    ("version", "numbers"), [("2.13.0+cpu", (2, 13, 0)), ("2.0", (2, 0)), ("4.0rc1", (4,))]
)
def test_releases_are_compared_by_their_numbers(version, numbers):
    assert parsed(version) == numbers
