"""A log signature has a name of its own and a line that tests it."""

import pytest

from content.rules import log_signatures
from content.tree import Tree
from engine.observe.log.tables import SIGNATURES

PATH = log_signatures.LINES.relative_to(log_signatures.ROOT).as_posix()
REAL = log_signatures.LINES.read_text(encoding="utf-8").splitlines(keepends=True)


def faults(rule):
    return [str(problem) for problem in rule(Tree())]


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Write other lines than the real ones, at the same path below another root."""

    def write(lines):
        path = tmp_path / PATH
        path.parent.mkdir(parents=True)
        path.write_text("".join(lines), encoding="utf-8")
        tables = tmp_path / "engine/observe/log/tables"
        tables.mkdir(parents=True)
        for table in log_signatures.TABLES.glob("*.py"):
            (tables / table.name).write_bytes(table.read_bytes())
        monkeypatch.setattr(log_signatures, "ROOT", tmp_path)
        monkeypatch.setattr(log_signatures, "TABLES", tables)
        monkeypatch.setattr(log_signatures, "LINES", path)

    return write


def test_real_signatures_have_names_and_lines():
    assert faults(log_signatures.signatures_have_names_of_their_own) == []
    assert faults(log_signatures.signatures_have_lines) == []


def test_signature_without_a_line_is_found_in_its_table(written):
    written(line for line in REAL if not line.startswith("no-grad-fn\t"))

    (problem,) = faults(log_signatures.signatures_have_lines)

    path, line, message = problem.split(":", 2)
    assert path == "engine/observe/log/tables/autograd.py"
    source = (log_signatures.ROOT / path).read_text().splitlines()
    assert source[int(line) - 1].strip() == '"no-grad-fn",'
    assert message == f" no-grad-fn has no line in {PATH}"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("no-such\tall is well\n", "there is no log signature no-such"),
        ("no-grad-fn\tdoes not require grad\n", "no-grad-fn has a line already"),
    ],
)
def test_line_without_a_signature_of_its_own_is_found(written, line, message):
    written([*REAL, line])

    assert faults(log_signatures.signatures_have_lines) == [f"{PATH}:{len(REAL) + 1}: {message}"]


def test_every_signature_lacks_its_line_without_the_file(written):
    written(REAL)
    log_signatures.LINES.unlink()

    assert len(faults(log_signatures.signatures_have_lines)) == len(SIGNATURES)


def test_an_installation_without_tests_is_fine(monkeypatch, tmp_path):
    monkeypatch.setattr(log_signatures, "LINES", tmp_path / "none" / "lines.tsv")

    assert faults(log_signatures.signatures_have_lines) == []


def test_two_signatures_of_one_name_are_found(monkeypatch):
    monkeypatch.setattr(log_signatures, "SIGNATURES", (*SIGNATURES, SIGNATURES[0]))

    (problem,) = faults(log_signatures.signatures_have_names_of_their_own)

    assert problem.endswith(f"2 log signatures have the name {SIGNATURES[0].name}")
