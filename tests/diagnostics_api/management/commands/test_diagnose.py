import io
import json

import pytest
from django.core.management import BaseCommand, CommandError, call_command

from diagnostics_api.management.commands.diagnose import Command
from diagnostics_api.terminal import command

LOG = "epoch 1 loss 3.0\nepoch 2 loss 2.5\nepoch 3 loss 2.0\n"


@pytest.fixture
def log(tmp_path):
    path = tmp_path / "run.log"
    path.write_text(LOG)
    return str(path)


@pytest.fixture(autouse=True)
def _no_pipe(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))


def run(*arguments, **options):
    out = io.StringIO()
    call_command("diagnose", *arguments, stdout=out, **options)
    return out.getvalue()


def test_report_for_a_person(loaded, log):
    text = run(log, describe="the loss swings")
    assert "loss -> train_loss: 3 points, split training (assumed), per epoch" in text
    assert "%  " in text
    assert "Rate too high (rate-too-high)" in text
    assert "fix: Divide the rate by ten [root, minutes]" in text
    assert "2 failure modes were weighed." in text
    assert max(map(len, text.splitlines())) <= 96


def test_pages_of_the_site_are_not_checked_first(loaded, log, monkeypatch):
    def checked(*_, **__):
        pytest.fail("the system checks import every page")

    monkeypatch.setattr(BaseCommand, "check", checked)

    Command(stdout=(out := io.StringIO())).run_from_argv(["manage.py", "diagnose", log])

    assert "train_loss" in out.getvalue()


def test_report_as_json_is_the_answer_of_the_api(loaded, log, post):
    answer = json.loads(run(log, json=True, top=1))
    assert len(answer["diagnoses"]) == 1
    assert set(answer) == set(post({"log": LOG}).json())


def test_the_exit_code_follows_the_verdict_on_request(loaded, log, monkeypatch):
    monkeypatch.setattr(command, "FAILURES", {"failure", "not-covered", "undecided", "healthy"})

    run(log)
    with pytest.raises(SystemExit) as ended:
        run(log, exit_code=True)

    assert ended.value.code == 1


def test_standard_input_and_configuration(loaded, tmp_path, monkeypatch):
    (tmp_path / "config.yaml").write_text("lr: 0.1\nzorble: 3\n")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(LOG.encode())))
    text = run("-", config=str(tmp_path / "config.yaml"))
    assert "standard input: console prints (console)" in text
    assert "unknown setting name: zorble" in text


def test_control_characters_do_not_reach_the_terminal(loaded, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("step,\x1b[31mred\n1,2\n2,3\n")
    assert "\x1b" not in run(str(path))


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["/no/such/file"], "/no/such/file: No such file"),
        ([], "Nothing to diagnose"),
        (["--top", "0", "--describe", "x"], "--top must be between 1 and 50"),
    ],
)
def test_unreadable_input_exits_with_2(loaded, arguments, reason):
    with pytest.raises(CommandError, match=reason) as caught:
        run(*arguments)
    assert caught.value.returncode == 2


def test_broken_file_exits_with_2(loaded, tmp_path):
    path = tmp_path / "run.json"
    path.write_text('{"a": ')
    with pytest.raises(CommandError, match=r"run\.json:1: not JSON") as caught:
        run(str(path))
    assert caught.value.returncode == 2


def test_without_content(db):
    with pytest.raises(CommandError, match="load_dictionary"):
        run(describe="x")


def test_an_unreadable_text_model_is_named(loaded, settings, tmp_path):
    settings.FIXTURES_DIR = tmp_path
    (tmp_path / "text_model.npz").mkdir()

    with pytest.raises(CommandError, match=r"text_model\.npz: Is a directory"):
        run("--describe", "it swings")
