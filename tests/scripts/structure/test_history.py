"""Messages and sizes of commits."""

from scripts.structure import history


def values(figures):
    return {figure.key: dict(figure.values) for figure in figures}


def test_commit_sizes_leave_out_data_and_binary_files():
    log = (
        "\x1eAdd a\x1fBecause.\n\x1d\n\n10\t5\ta.py\n900\t0\tfixtures/b.yaml\n-\t-\tc.png\n"
        "\x1eAdd data\x1f\x1d\n\n600\t0\td.json\n"
    )

    commits = history.parsed_log(log)
    figures = values(history.history_figures(commits))

    assert [commit.body for commit in commits] == ["Because.", ""]
    assert figures["commit_size"] == {"files": 1, "lines": 15}
    assert figures["large_commits"] == {"number": 0}
    assert figures["bodies"] == {"share": 0.5}


def test_history_outside_git_is_empty(tmp_path):
    assert history.read_commits(tmp_path) == []
