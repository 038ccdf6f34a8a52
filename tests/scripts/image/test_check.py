from scripts.image.check import _copy, take
from scripts.image.folders import listing, size_of
from scripts.image.sandbox import Sandbox
from scripts.image.steps import Step


def test_files_are_copied_to_where_an_image_has_them(tmp_path):
    context = tmp_path / "context"
    (context / "web").mkdir(parents=True)
    (context / "web" / "page.py").write_text("x" * 1000)
    (context / "manage.py").write_text("")
    stage = Sandbox(tmp_path / "stage", workdir="/app")

    _copy(["manage.py", "./"], stage, context, {})
    _copy(["web", "./web"], stage, context, {})
    _copy(["--from=build", "/app", "/site"], Sandbox(tmp_path / "last"), context, {"build": stage})

    assert sorted(path.name for path in (tmp_path / "stage/app").iterdir()) == ["manage.py", "web"]
    assert (tmp_path / "last/site/web/page.py").stat().st_size == 1000
    assert size_of(tmp_path / "last") == 0.001
    assert len(listing(tmp_path / "last/site")) == 3


def test_settings_of_the_image_are_kept(tmp_path):
    stage = Sandbox(tmp_path)

    take(Step("ENV", "A=1 B=two"), stage, tmp_path, {})

    assert stage.environment == {"A": "1", "B": "two"}
