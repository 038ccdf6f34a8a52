import io
import json
from argparse import ArgumentParser
from dataclasses import replace

import pytest

from diagnostics_api.service.report_data import report_of
from diagnostics_api.terminal import command
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
    return output_of(parsed(*arguments), small_published()).text


def piped(monkeypatch, text):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))


@pytest.fixture(autouse=True)
def _no_pipe(monkeypatch):
    piped(monkeypatch, "")


def test_options_have_their_defaults():
    assert parsed() == Options()


def test_options_are_parsed():
    options = parsed("a.log", "-", "--describe", "x", "--config", "c.yaml", "--top", "3", "--json")

    assert options == Options(("a.log", "-"), "x", "c.yaml", 3, as_json=True)


def test_corrections_are_parsed():
    options = parsed("a.log", "--run", "run 1", "--name", "a=b=val_loss", "--name", "odd=")

    assert options.run == "run 1"
    assert options.names == (("a=b", "val_loss"), ("odd", ""))


@pytest.mark.parametrize("name", ["odd", "=val_loss", " =x", ""])
def test_a_correction_without_a_sign_is_refused(name):
    with pytest.raises(UnreadableError, match="--name must be OWN=CANONICAL"):
        parsed("--name", name)


def test_a_correction_reaches_the_report(log):
    text = output(log, "--name", "loss=val_loss", "--name", "nope=", "--run", "run 7")

    assert "loss -> val_loss: 3 points, split validation (as you said), per epoch" in text
    assert "no curve is named 'nope'" in text
    assert "no input holds a run named 'run 7'" in text


def test_a_corrected_report_as_json_has_the_fields_of_the_api(log):
    (read_as,) = json.loads(output(log, "--json", "--name", "loss="))["read_as"]

    assert (read_as["curves"], read_as["left_out"]) == ([], ["loss"])


def test_a_name_that_is_too_long_is_refused_at_its_place(log):
    with pytest.raises(UnreadableError, match="/reading/names/loss: Ensure this name has no more"):
        output(log, "--name", "loss=" + "x" * 501)


@pytest.mark.parametrize("top", ["0", "51", "-1"])
def test_a_number_of_diagnoses_out_of_range_is_refused(top):
    with pytest.raises(UnreadableError, match="--top must be between 1 and 50"):
        parsed("--top", top)


def test_a_report_for_a_person(log):
    text = output(log, "--describe", "the loss is unstable and goes to nan")

    assert "loss -> train_loss: 3 points, split training (assumed), per epoch" in text
    assert "2 failure modes were weighed." in text


def test_a_report_as_json_is_the_answer_of_the_api():
    printed = output("--describe", "it swings", "--json", "--top", "1")

    assert printed.endswith("}\n")
    assert json.loads(printed) == report_of(answered(description="it swings", top=1)).as_data()


def test_standard_input_and_configuration(tmp_path, monkeypatch):
    (tmp_path / "config.yaml").write_text("lr: 0.1\nzorble: 3\n")
    piped(monkeypatch, LOG)

    text = output("-", "--config", str(tmp_path / "config.yaml"))

    assert "standard input: console prints (console)" in text
    assert "unknown setting name: zorble" in text


def test_a_pipe_is_read_where_nothing_else_is_given(monkeypatch, log):
    piped(monkeypatch, LOG)
    assert "standard input: console prints (console)" in output()

    piped(monkeypatch, LOG)
    assert "standard input" not in output(log)
    assert "standard input" not in output("--describe", "the loss swings")


def test_a_terminal_is_not_waited_for(monkeypatch):
    terminal = io.TextIOWrapper(io.BytesIO(LOG.encode()))
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", terminal)

    with pytest.raises(UnreadableError, match="Nothing to diagnose: name a file"):
        output()


@pytest.mark.parametrize(
    ("verdict", "code"),
    [("failure", 1), ("not-covered", 1), ("healthy", 0), ("normal", 0), ("undecided", 0)],
)
def test_the_exit_code_follows_the_verdict_on_request(monkeypatch, log, verdict, code):
    answer = answered(description="it swings")
    judged = replace(answer, report=replace(answer.report, verdict=verdict))
    monkeypatch.setattr(command, "answer_to", lambda question, published: judged)

    assert output_of(parsed(log, "--exit-code"), small_published()).exit_code == code
    assert output_of(parsed(log), small_published()).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["/no/such/file"], "/no/such/file: No such file"),
        (["--config", "/no/such/file"], "/no/such/file: No such file"),
        ([], "Nothing to diagnose: name a file"),
        (["--describe", " "], "Nothing to diagnose"),
        (["EMPTY"], "the folder holds no file that is read"),
    ],
)
def test_input_that_cannot_be_read_is_refused(arguments, reason, tmp_path):
    arguments = [str(tmp_path) if argument == "EMPTY" else argument for argument in arguments]

    with pytest.raises(UnreadableError, match=reason):
        output(*arguments)


def test_a_broken_file_is_refused_with_its_line(tmp_path):
    path = tmp_path / "run.json"
    path.write_text('{"a": ')

    with pytest.raises(UnreadableError, match=r"run\.json:1: not JSON"):
        output(str(path))


def test_too_many_files_are_refused(log):
    with pytest.raises(UnreadableError, match=r"/files: .*no more than 500"):
        output(*[log] * 501)


def test_folder_is_read_without_its_byproducts(tmp_path, monkeypatch):
    (tmp_path / "run" / "logs").mkdir(parents=True)
    (tmp_path / "run" / "logs" / "train.log").write_text(LOG)
    (tmp_path / "run" / "model.pt").write_bytes(b"PK")
    monkeypatch.chdir(tmp_path)

    text = output("run")
    assert "run/logs/train.log: console prints" in text
    assert "model.pt" not in text


def test_one_broken_file_of_several_is_a_warning(log, tmp_path):
    (tmp_path / "broken.json").write_text('{"a": ')

    assert "broken.json:1: not JSON" in output(log, str(tmp_path / "broken.json"))
