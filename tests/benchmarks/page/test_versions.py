import pytest

from benchmarks.page.versions import versions


@pytest.fixture
def root(tmp_path):
    for name in (
        "engine/rank.py",
        "fixtures/text_model.npz",
        "fixtures/checks.yaml",
        "benchmarks/data/reports.jsonl",
        "benchmarks/data/peers.json",
        "benchmarks/report.py",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "changed"),
    [
        ("engine/rank.py", {"engine"}),
        ("engine/new.py", {"engine"}),
        ("fixtures/text_model.npz", {"engine"}),
        ("fixtures/checks.yaml", {"content"}),
        ("benchmarks/data/reports.jsonl", {"data"}),
        ("benchmarks/data/peers.json", set()),
        ("benchmarks/report.py", set()),
        ("fixtures/accuracy.json", set()),
    ],
)
def test_a_version_changes_with_what_was_measured_and_nothing_else(root, name, changed):
    before = versions(root).model_dump()

    (root / name).write_text("other")

    after = versions(root).model_dump()
    assert {key for key in before if before[key] != after[key]} == changed


def test_without_a_model_there_is_no_version(root):
    (root / "fixtures/text_model.npz").unlink()

    with pytest.raises(FileNotFoundError):
        versions(root)
