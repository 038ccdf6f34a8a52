import random

from diagnostics_api.kept import kept_page
from diagnostics_api.kept.kept_page import MOST_BYTES, KeptPage, packed, unpacked
from diagnostics_api.page.corrections import Corrections
from diagnostics_api.page.form import Form
from engine.read import NamedFile

FORM = Form(
    text="loss 1.0 \ud800",
    description="it <swings>",
    config="lr: 0.1",
    symptoms=("a",),
    absent_symptoms=("b",),
    files=(NamedFile("run.log", "é".encode()),),
    corrections=Corrections("run 7", {"loss": "val_loss"}),
)


def page(form):
    return KeptPage("A title", "<p>é</p>", form, {"verdict": "failure"}, "## A title")


def test_what_others_see_has_nothing_of_the_form():
    whole = page(FORM)
    seen = unpacked(packed(whole.for_others()))

    assert seen.form == Form()
    assert (seen.answer, seen.report, seen.markdown) == (whole.answer, whole.report, "## A title")


def test_a_page_comes_back_as_it_was():
    assert unpacked(packed(page(FORM))) == page(FORM)


def test_files_that_cannot_be_carried_are_named():
    kept = unpacked(packed(page(Form(files=(NamedFile("events", b"\x00"),)))))

    assert kept.form.files == ()
    assert kept.form.not_carried == ["events"]


def noise(size):
    """Return a text that does not pack."""
    return random.Random(1).randbytes(size).hex()


def test_inputs_that_are_too_large_are_named_and_the_answer_stays():
    large = Form(noise(MOST_BYTES), "words", "", ("a",), ("b",), FORM.files, FORM.corrections)
    data = packed(page(large))
    kept = unpacked(data)

    assert len(data) < MOST_BYTES
    assert (kept.title, kept.answer, kept.report) == ("A title", "<p>é</p>", {"verdict": "failure"})
    assert kept.form == Form(
        symptoms=("a",),
        absent_symptoms=("b",),
        corrections=FORM.corrections,
        lost=("the log", "your words", "run.log"),
    )


def test_inputs_are_kept_up_to_the_bound(monkeypatch):
    size = len(packed(page(FORM)))
    monkeypatch.setattr(kept_page, "MOST_BYTES", size)
    assert unpacked(packed(page(FORM))).form == FORM

    monkeypatch.setattr(kept_page, "MOST_BYTES", size - 1)
    assert unpacked(packed(page(FORM))).form.text == ""
