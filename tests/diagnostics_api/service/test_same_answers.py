"""One text gets one answer, whether it is pasted, sent, saved as a file or piped."""

from __future__ import annotations

import pytest

from diagnostics_api.page.paste import fields_of_paste
from diagnostics_api.service.fields import read_fields
from engine.diagnose import diagnose
from engine.read import NamedFile
from tests.diagnostics_api.service.answer_cases import FROM_LOGS, FROM_WORDS
from tests.engine.content import real_knowledge
from tests.together import together

WORDS_AND_LOG = "My loss is stuck and I do not know why.\n" + "\n".join(
    f"epoch {number} loss 2.30{number % 3} accuracy 0.1" for number in range(1, 30)
)
TEXTS = [
    WORDS_AND_LOG,
    *(case.fields["description"] for case in FROM_WORDS if len(case.fields["description"]) > 60),
    *(case.fields["log"] for case in FROM_LOGS),
]


def answer(fields):
    known = real_knowledge()
    report = diagnose(read_fields(fields, known).case, known)
    return report.verdict, report.reported


@together("text", TEXTS, ids=lambda text: text[:60])
def test_a_paste_a_file_and_a_log_get_the_same_answer(text):
    pasted = answer(fields_of_paste(text))

    assert answer({"log": text}) == pasted
    for name in ("run.txt", "run.log", "run", "report.md"):
        assert answer({"files": (NamedFile(name, text.encode()),)}) == pasted, name


def test_words_beside_a_log_are_understood_on_every_door():
    case = read_fields({"log": WORDS_AND_LOG}, real_knowledge()).case

    assert case.description == "My loss is stuck and I do not know why."
    assert len(case.series["train_loss"]) == 29


@pytest.mark.parametrize("name", ["README.md", "notes.txt", "manual"])
def test_a_document_is_no_run(name):
    manual = "# Leaves\n\n## Lists\n" + "The list of leaves is kept for each garden and day.\n" * 60
    file = NamedFile(name, f"{manual}```\nepoch 1 loss nan\nepoch 2 loss nan\n```\n".encode())

    assert answer({"files": (file,)}) == ("no-run", ())
    assert answer({"description": file.content.decode()}) == ("no-run", ())
