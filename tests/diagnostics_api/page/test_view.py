import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from diagnostics_api.models import KeptAnswer
from diagnostics_api.page.form import CARRIED_BYTES

CURVES = "\n".join(
    f"epoch {epoch} | train loss {4 - epoch / 10} | val loss {4 + epoch / 10}"
    for epoch in range(20)
)


def shown(response, status=200):
    assert response.status_code == status
    assert response["Content-Type"].startswith("text/html")
    page = response.content.decode()
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page)
    return page


def send(client, **fields):
    """Post the form, and go where the answer is."""
    return client.post("/diagnose/", fields, follow=True)


def test_empty_form(client, served):
    page = shown(client.get("/diagnose/"))
    assert "<h1>Diagnose a run</h1>" in page
    assert 'value="loss-oscillates"' in page
    assert 'value="never-named"' not in page


def test_symptom_from_a_link_is_ticked(client, served):
    page = shown(client.get("/diagnose/?symptom=loss-oscillates&symptom=nope"))
    assert re.search(r'value="loss-oscillates" checked', page)


def test_example_fills_the_page(client, served):
    page = shown(client.get("/diagnose/?example=nan"))
    assert "NaN" in page
    assert shown(client.get("/diagnose/?example=unknown"))


def test_answer_keeps_what_was_typed(client, served):
    page = shown(
        send(
            client,
            text=CURVES,
            description="it <swings>",
            config="lr: 0.1\nseed: 3",
            symptoms="loss-oscillates",
        )
    )
    assert "epoch 19 | train loss 2.1" in page
    assert "it &lt;swings&gt;" in page
    assert "lr: 0.1" in page
    assert re.search(r'value="loss-oscillates" checked', page)
    assert 'id="verdict"' in page
    assert "log: console prints, 2 curves of up to 20 points" in page
    assert "<svg" in page
    assert "/e/rate-too-high/" in page


def without_tokens(response):
    """Return the page without what keeps other sites from sending its forms, new each time."""
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", response.content)


def test_an_answer_has_an_address_of_its_own(client, served):
    response = client.post("/diagnose/", {"text": CURVES})

    assert response.status_code == 303
    assert re.fullmatch(r"/diagnose/answers/[\w-]{22}/", response["Location"])
    first, again = (client.get(response["Location"]) for _ in range(2))
    assert "epoch 19 | train loss 2.1" in shown(first)
    assert without_tokens(first) == without_tokens(again)
    assert first["Cache-Control"] == "no-store"
    assert first["X-Robots-Tag"] == "noindex"


def test_an_answer_that_another_site_asks_for_is_shown_and_not_kept(client, served):
    headers = {"Sec-Fetch-Site": "cross-site"}
    response = client.post("/diagnose/", {"text": CURVES}, headers=headers)

    assert "This answer could not be kept" in shown(response)
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies
    assert not KeptAnswer.objects.exists()


def test_an_answer_that_the_database_does_not_take_is_shown(client, served, monkeypatch):
    monkeypatch.setattr("diagnostics_api.page.view.put", lambda *arguments: None)
    response = client.post("/diagnose/", {"text": CURVES})

    assert "This answer could not be kept" in shown(response)
    assert 'id="verdict"' in response.content.decode()
    assert not response.cookies


def test_an_answer_says_until_when_it_is_kept(client, served):
    page = shown(send(client, text=CURVES))
    kept = KeptAnswer.objects.get()

    assert f"Kept until {kept.expires:%H:%M} UTC, for this browser only" in page


def test_what_is_too_large_to_be_kept_is_asked_for_again(client, served, monkeypatch):
    monkeypatch.setattr("diagnostics_api.kept.kept_page.MOST_BYTES", 30)
    page = shown(send(client, text=CURVES, description="it swings", symptoms="loss-oscillates"))

    assert "give it again below before you answer or correct: the log, your words." in page
    assert "epoch 19 | train loss 2.1" not in page
    assert 'id="verdict"' in page
    assert re.search(r'value="loss-oscillates" checked', page)


@pytest.mark.parametrize(("answer", "field"), [("yes", "symptoms"), ("no", "absent_symptoms")])
def test_next_check_is_answered_by_a_button(client, served, answer, field):
    page = shown(send(client, text="the loss swings", symptoms="loss-oscillates"))
    asked = re.search(rf'name="{answer}" value="([a-z-]+)"', page).group(1)
    after = shown(
        send(
            client,
            **{"text": "the loss swings", "symptoms": "loss-oscillates", answer: asked},
        )
    )
    assert re.search(rf'name="{field}" value="{asked}"', after)
    assert f'name="undo" value="{asked}"' in after
    assert f'name="yes" value="{asked}"' not in after


def test_an_answer_is_taken_back(client, served):
    fields = {
        "text": "x y z",
        "symptoms": ["loss-oscillates"],
        "absent_symptoms": ["loss-diverges"],
    }
    page = shown(send(client, **fields, undo="loss-diverges"))
    assert 'name="absent_symptoms"' not in page
    page = shown(send(client, **fields, yes="loss-diverges"))
    assert 'name="absent_symptoms"' not in page


def test_uploaded_text_is_carried_to_the_next_round(client, served):
    table = SimpleUploadedFile("metrics.csv", b"step,loss\n1,3\n2,2\n3,1\n")
    page = shown(send(client, files=table))
    assert "metrics.csv: a CSV table, 1 curve of up to 3 points" in page
    assert "Kept from before: metrics.csv" in page
    fields = {
        "carried_name": "metrics.csv",
        "carried_text": "step,loss\n1,3\n2,2\n3,1\n",
        "yes": "loss-diverges",
    }
    assert "a CSV table, 1 curve" in shown(send(client, **fields))


def test_format_of_a_text_table_has_words(client, served):
    table = SimpleUploadedFile("out.txt", b"epoch  train_loss\n0      2.0\n1      1.0\n")

    page = shown(send(client, files=table))

    assert "out.txt: a table of columns, 1 curve of up to 2 points" in page


def test_what_cannot_be_carried_is_asked_for_again(client, served):
    large = SimpleUploadedFile("large.log", b"word " * (CARRIED_BYTES // 4))
    assert "Choose again for the next round: large.log" in shown(send(client, files=large))


def test_empty_submit(client, served):
    page = shown(send(client, text="  "), 422)
    assert "Nothing was given yet" in page


def test_unreadable_input_is_told_and_nothing_is_lost(client, served):
    text = '{"metrics": {"loss": [1, "abc"]}, "description": "why?"}'
    page = shown(send(client, text=text, description="my words"), 400)
    assert "<code>/metrics/loss/1</code>" in page
    assert "my words" in page
    assert "abc" in page


@pytest.mark.parametrize(
    ("pasted", "told"),
    [
        ('{"description": 3, "log": "x"}', "must be a text"),
        ('{"symptoms": "loss-diverges"}', "must be a list of symptoms"),
        ('{"absent_symptoms": {"a": 1}}', "must be a list of symptoms"),
        ('{"metrics": [1]}', "must be an object"),
    ],
)
def test_a_pasted_body_with_wrong_types_is_told(client, served, pasted, told):
    page = shown(send(client, text=pasted, description="kept"), 400)
    assert told in page
    assert "kept" in page


def test_too_many_files(client, served):
    files = [SimpleUploadedFile(f"{number}.log", b"loss: 1") for number in range(501)]
    page = shown(send(client, files=files, description="kept"), 400)
    assert "501 files" in page
    assert "kept" in page


def test_broken_file(client, served):
    page = shown(send(client, files=SimpleUploadedFile("run.json", b'{"log_history": [1]}')), 400)
    assert "run.json" in page


def test_unknown_symptom(client, served):
    assert "unknown symptom" in shown(send(client, symptoms="nope"), 400)


def test_too_large(client, served, settings):
    settings.DIAGNOSIS_MAX_BYTES = 1000
    page = shown(send(client, files=SimpleUploadedFile("a.log", b"x" * 100_000)), 413)
    assert "larger than the limit" in page


def test_too_many(client, served, settings):
    settings.DIAGNOSIS_RATE = "1/min"
    assert client.post("/diagnose/", {"text": "it swings"}).status_code == 303
    shown(send(client, text="it swings"), 429)


def test_without_content(client, db):
    assert "load_dictionary" in shown(client.get("/diagnose/"), 503)


def test_other_methods(client, served):
    assert client.delete("/diagnose/").status_code == 405


def test_control_over_the_page_by_input_is_impossible(client, served):
    page = shown(
        send(client, text="</textarea><script>alert(1)</script>\n\x00\x1b[31m loss 1.0\nloss 2.0")
    )
    assert "<script>alert" not in page


def choices_of(page, own_name):
    """Return the list of a curve in the page: (value, is chosen)."""
    row = page.partition(f"<code>{own_name}</code></th>")[2].partition("</tr>")[0]
    return re.findall(r'<option value="([^"]*)"( selected)?>', row)


def test_what_was_read_is_shown_and_corrected(client, served):
    page = shown(send(client, text=CURVES, config="lr: 0.1"))
    assert 'id="what-was-read"' in page
    assert "training (said)" in page
    assert "<dt>" in page
    assert choices_of(page, "loss [val]")[0] == ("*", " selected")

    corrected = {
        "text": CURVES,
        "curve": ["log: loss [train]", "log: loss [val]"],
        "curve_as": ["*", "test_loss"],
    }
    page = shown(send(client, **corrected))
    assert ("test_loss", " selected") in choices_of(page, "loss [val]")
    assert "test (as you said)" in page
    assert "epoch 19 | train loss 2.1" in page


def test_corrections_outlive_an_answer_without_them(client, served):
    fields = {"curve": "gone.csv: loss", "curve_as": "val_loss", "run": "run 7"}
    page = shown(send(client, **fields, text="  "), 422)
    assert 'name="curve" value="gone.csv: loss"' in page
    assert 'name="run" value="run 7"' in page

    page = shown(send(client, **fields, text=CURVES))
    assert 'name="curve" value="gone.csv: loss"' in page
    assert "no curve is named &#x27;gone.csv: loss&#x27;" in page


def test_a_correction_that_is_too_long_is_told(client, served):
    fields = {"text": CURVES, "curve": "log: val loss", "curve_as": "x" * 501}
    page = shown(send(client, **fields), 400)
    assert "no more than 500 characters" in page
    assert "epoch 19" in page


def test_a_pasted_body_may_hold_corrections(client, served):
    body = '{"metrics": {"odd": [3, 2, 1]}, "reading": {"names": {"odd": "val_loss"}}}'
    page = shown(send(client, text=body))
    assert "validation (as you said)" in page


def test_what_to_send_is_told_where_no_curve_was_read(client, served):
    assert "No curve was read: only words" in shown(send(client, text="it swings"))


def test_names_of_curves_do_no_harm(client, served):
    body = '{"metrics": {"<script>alert(1)</script>": [3, 2, 1], "\\ud800": [1, 2, 3]}}'
    assert "<script>alert" not in shown(send(client, text=body))
