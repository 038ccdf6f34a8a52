import io
import json
from argparse import ArgumentParser

import pytest

from diagnostics_api.service.report_data import report_of
from diagnostics_api.terminal.command import (
    Options,
    UnreadableError,
    add_arguments,
    options_of,
    output_of,
)
from tests.diagnostics_api.small import answered, small_published

LOG = "epoch 1 loss 3.0\nepoch 2 loss 2.5\nepoch 3 loss 2.0\n"


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "run.log"
    path.write_text(LOG)
    return str(path)


def parsed(*arguments):
    parser = ArgumentParser()
    add_arguments(parser)
    return options_of(vars(parser.parse_args(arguments)))


def output(*arguments):
    return output_of(parsed(*arguments), small_published())


def test_options_have_their_defaults():
    assert parsed() == Options()


def test_options_are_parsed():
    options = parsed("a.log", "-", "--describe", "x", "--config", "c.yaml", "--top", "3", "--json")

    assert options == Options(("a.log", "-"), "x", "c.yaml", 3, as_json=True)


@pytest.mark.parametrize("top", ["0", "51", "-1"])
def test_a_number_of_diagnoses_out_of_range_is_refused(top):
    with pytest.raises(UnreadableError, match="--top must be between 1 and 50"):
        parsed("--top", top)


def test_a_report_for_a_person(log):
    text = output(log, "--describe", "the loss swings")

    assert "run.log read as console: train_loss (3)" in text
    assert "Rate too high (rate-too-high)" in text


def test_a_report_as_json_is_the_answer_of_the_api():
    printed = output("--describe", "it swings", "--json", "--top", "1")

    assert printed.endswith("}\n")
    assert json.loads(printed) == report_of(answered(description="it swings", top=1)).as_data()


def test_standard_input_and_configuration(tmp_path, monkeypatch):
    (tmp_path / "config.yaml").write_text("lr: 0.1\nzorble: 3\n")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(LOG.encode())))

    text = output("-", "--config", str(tmp_path / "config.yaml"))

    assert "standard input read as console" in text
    assert "unknown setting name: zorble" in text


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["/no/such/file"], "/no/such/file: No such file"),
        (["--config", "/no/such/file"], "/no/such/file: No such file"),
        ([], "Nothing to diagnose: name a file"),
        (["--describe", " "], "Nothing to diagnose"),
    ],
)
def test_input_that_cannot_be_read_is_refused(arguments, reason):
    with pytest.raises(UnreadableError, match=reason):
        output(*arguments)


def test_a_broken_file_is_refused_with_its_line(tmp_path):
    path = tmp_path / "run.json"
    path.write_text('{"a": ')

    with pytest.raises(UnreadableError, match=r"run\.json:1: not JSON"):
        output(str(path))


def test_too_many_files_are_refused(log):
    with pytest.raises(UnreadableError, match=r"/files: .*no more than 20"):
        output(*[log] * 21)
