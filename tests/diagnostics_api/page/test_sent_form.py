from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from diagnostics_api.page.form import Form
from diagnostics_api.page.sent_form import Reply, sent_form, with_reply
from engine.read import NamedFile
from tests.together import together


def sent(**fields):
    return sent_form(RequestFactory().post("/diagnose/", fields))


def test_an_empty_post_is_an_empty_form():
    assert sent() == Form()


def test_fields_are_read_and_symptoms_kept_once():
    form = sent(text="a", description="b", config="c", symptoms=["x", "y", "x"])

    assert form == Form("a", "b", "c", ("x", "y"))


def test_uploads_come_before_carried_texts_and_empty_ones_are_left_out():
    form = sent(
        files=[SimpleUploadedFile("a.log", b"1"), SimpleUploadedFile("b.log", b" \n")],
        carried_name=["c.log", "without a text"],
        carried_text=["é"],
    )

    assert form.files == (NamedFile("a.log", b"1"), NamedFile("c.log", "é".encode()))


SEEN = Form(symptoms=("a", "b"), absent_symptoms=("c",))


@together(
    "reply, symptoms, absent",
    [
        (Reply(), ("a", "b"), ("c",)),
        (Reply(yes="d"), ("a", "b", "d"), ("c",)),
        (Reply(yes="a"), ("a", "b"), ("c",)),
        (Reply(yes="c"), ("a", "b", "c"), ()),
        (Reply(no="d"), ("a", "b"), ("c", "d")),
        (Reply(no="a"), ("b",), ("c", "a")),
        (Reply(undo="a"), ("b",), ("c",)),
        (Reply(undo="c"), ("a", "b"), ()),
        (Reply(undo="unknown"), ("a", "b"), ("c",)),
    ],
)
def test_a_reply_moves_its_symptom(reply, symptoms, absent):
    form = with_reply(SEEN, reply)

    assert (form.symptoms, form.absent_symptoms) == (symptoms, absent)


def test_a_symptom_in_both_lists_stays_seen():
    form = with_reply(Form(symptoms=("a",), absent_symptoms=("a",)), Reply())

    assert (form.symptoms, form.absent_symptoms) == (("a",), ())


def test_the_pressed_button_is_read():
    assert sent(yes="a").symptoms == ("a",)
    assert sent(no="a").absent_symptoms == ("a",)
    assert sent(symptoms="a", undo="a").symptoms == ()


def test_the_button_of_a_recorded_run_sends_its_recording():
    assert sent(example="nan").text.startswith("{")
    assert sent(example="unknown", text="a") == Form("a")
