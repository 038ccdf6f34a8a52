"""Command that prints the figures of a checkout."""

import pytest

from scripts import figures


def test_bad_options_stop_with_usage(tmp_path, capsys):
    with pytest.raises(SystemExit):
        figures.main(["--root", str(tmp_path / "none")])
    assert "is not a folder" in capsys.readouterr().err


def test_bad_source_ends_with_an_error(tmp_path, capsys):
    (tmp_path / "a.py").write_text("def\n")

    assert figures.main(["--root", str(tmp_path)]) == 1
    assert capsys.readouterr().err.startswith("error: a.py:1: ")


def test_tables_are_printed_as_text_and_json(tmp_path, capsys):
    (tmp_path / "a.py").write_text("x = 1\n")

    assert figures.main(["--root", str(tmp_path)]) == 0
    assert "code files / lines" in capsys.readouterr().out
    assert figures.main(["--root", str(tmp_path), "--json"]) == 0
    assert capsys.readouterr().out.startswith("{")
