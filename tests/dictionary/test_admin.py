import datetime as dt
import json

import pytest

from content.files import hash_files
from dictionary import models
from dictionary.editions import edition_in_force
from dictionary.loading.from_database import content_of_database
from dictionary.loading.load import load
from tests.small_content import small_content, small_files

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("small_engine")]


@pytest.fixture
def loaded():
    return load(small_content(), hash_files(small_files()))


@pytest.fixture
def high(loaded):
    return models.FailureMode.objects.get(slug="rate-too-high")


def form_of(response):
    """What a browser would send when nothing is changed."""
    form = response.context["adminform"].form
    data = {}
    forms = [form] + [
        inline for fs in response.context["inline_admin_formsets"] for inline in fs.formset.forms
    ]
    forms += [fs.formset.management_form for fs in response.context["inline_admin_formsets"]]
    for one in forms:
        for bound in one:
            value = bound.value()
            if value is not None and value is not False:
                data[bound.html_name] = (
                    value.replace("\n", "\r\n") if isinstance(value, str) else value
                )
    return data


def edit(client, row, **changes):
    [response] = edits(client, row, [changes])
    return response


def edits(client, row, every_change):
    """Send the form of a row with each of the changes alone; the form is asked for once."""
    url = f"/admin/dictionary/{row._meta.model_name}/{row.pk}/change/"
    unchanged = form_of(client.get(url))
    return [client.post(url, {**unchanged, **changes}) for changes in every_change]


def inline_key(client, row, text):
    """The name of the inline field whose value is the text."""
    url = f"/admin/dictionary/{row._meta.model_name}/{row.pk}/change/"
    return next(
        name
        for name, value in form_of(client.get(url)).items()
        if value == text.replace("\n", "\r\n")
    )


@pytest.mark.parametrize(
    "model", ["chapter", "failuremode", "symptom", "check", "signal", "edition"]
)
def test_lists_and_search_open(admin_client, loaded, model, django_assert_max_num_queries):
    with django_assert_max_num_queries(16):
        assert admin_client.get(f"/admin/dictionary/{model}/").status_code == 200
    if model != "edition":
        assert admin_client.get(f"/admin/dictionary/{model}/?q=rate").status_code == 200


@pytest.mark.parametrize("model", ["chapter", "failuremode", "symptom", "check", "signal"])
def test_forms_open(admin_client, loaded, model):
    row = {
        "chapter": models.Chapter,
        "failuremode": models.FailureMode,
        "symptom": models.Symptom,
        "check": models.Check,
        "signal": models.Signal,
    }[model].objects.first()
    assert admin_client.get(f"/admin/dictionary/{model}/{row.pk}/change/").status_code == 200
    assert admin_client.get(f"/admin/dictionary/{model}/add/").status_code == 200


def test_editions_cannot_be_changed(admin_client, loaded):
    assert admin_client.get("/admin/dictionary/edition/add/").status_code == 403
    assert (
        admin_client.post(
            f"/admin/dictionary/edition/{loaded.pk}/change/", {"name": "x"}
        ).status_code
        == 403
    )


def test_strangers_are_sent_to_the_login(client, loaded):
    response = client.get("/admin/dictionary/failuremode/")
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_saving_renders_the_text_anew(admin_client, high):
    response = edit(
        admin_client, high, definition="The **step** is $\\eta$.", example_bad="lr = 99\n"
    )
    assert response.status_code == 302, response.context["errors"]
    high.refresh_from_db()
    assert "<strong>step</strong>" in high.definition_html
    assert "<math" in high.definition_html
    assert "99" in high.example_diff_html
    assert high.changed == dt.date.today()


def test_saving_draws_the_curves_anew(admin_client, high):
    response = edit(admin_client, high, curve_preset="becomes-nan", curve_alt="It breaks off.")

    assert response.status_code == 302
    high.refresh_from_db()
    assert "Recorded from the example that fails" in high.thumbnail_svg
    assert "It breaks off." in high.figure_svg
    assert "Recorded from the example that fails" in high.recording_bad_svg


def test_a_chapter_is_drawn_anew(admin_client, loaded):
    chapter = models.Chapter.objects.get(slug="optimization")

    assert edit(admin_client, chapter, curve="").status_code == 302

    chapter.refresh_from_db()
    assert chapter.thumbnail_svg == ""


def test_saving_an_inline_renders_it_anew(admin_client, high):
    fix = high.fixes.get(kind="root")
    response = edit(admin_client, high, **{inline_key(admin_client, high, fix.text): "Use *less*."})
    assert response.status_code == 302
    fix.refresh_from_db()
    assert fix.text_html == "<p>Use <em>less</em>.</p>"


def test_saving_makes_a_new_edition(admin_client, high, loaded):
    edit(admin_client, high, summary=high.summary + " More.")
    current = edition_in_force()
    assert current.content_hash != loaded.content_hash
    assert current.is_edited


def test_saving_without_a_change_keeps_the_edition(admin_client, high, loaded):
    assert edit(admin_client, high).status_code == 302
    assert edition_in_force() == loaded
    assert content_of_database() == small_content()


def test_deleting_makes_a_new_edition(admin_client, high, loaded):
    url = f"/admin/dictionary/failuremode/{high.pk}/delete/"
    assert admin_client.post(url, {"post": "yes"}).status_code == 302
    assert edition_in_force().entries == 1


def delete_selected(client, row):
    return client.post(
        f"/admin/dictionary/{row._meta.model_name}/",
        {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"},
    )


def test_deleting_selected_rows_makes_a_new_edition(admin_client, loaded):
    signal = models.Signal.objects.get(name="train_loss")

    delete_selected(admin_client, signal)

    assert "train_loss" not in {signal.name for signal in content_of_database().signals}
    assert edition_in_force().is_edited


def test_selected_rows_stay_when_no_edition_can_be_made(admin_client, loaded, monkeypatch):
    def fails():
        raise RuntimeError("no index")

    monkeypatch.setattr("dictionary.admin.base.record_edit", fails)
    signal = models.Signal.objects.get(name="train_loss")

    with pytest.raises(RuntimeError, match="no index"):
        delete_selected(admin_client, signal)

    assert content_of_database() == small_content()


def test_a_new_inline_row_stands_last(admin_client, high):
    changes = {
        "aliases-TOTAL_FORMS": "3",
        "aliases-2-id": "",
        "aliases-2-failure_mode": high.pk,
        "aliases-2-text": "too fast",
        "aliases-2-kind": "synonym",
        "aliases-2-position": "0",
    }
    assert edit(admin_client, high, **changes).status_code == 302
    assert [alias.text for alias in high.aliases.all()][-1] == "too fast"


def test_a_row_can_be_taken_out(admin_client, high):
    assert edit(admin_client, high, **{"fixes-1-DELETE": "on"}).status_code == 302
    assert high.fixes.count() == 2


def test_what_is_wrong_is_told_at_its_field(admin_client, high):
    wrong = {
        "definition": ("A formula $\\nothing$.", "unknown command"),
        "causes": (
            json.dumps([{"text": "It is so.", "likelihood": "surely"}]),
            "Input should be 'usual'",
        ),
        "applies_to": (json.dumps({"planets": ["earth"]}), "Extra inputs are not permitted"),
        "severity": ("9", "less than or equal to 5"),
        "phase": (["breakfast"], "breakfast is not one of the available choices"),
        "curve_preset": ("nothing", "nothing is not one of the available choices"),
    }
    response = edit(admin_client, high, **{field: value for field, (value, _) in wrong.items()})
    assert response.status_code == 200
    errors = response.context["adminform"].form.errors
    assert set(errors) == set(wrong)
    for field, (_, message) in wrong.items():
        assert message in " ".join(errors[field])
    assert not edition_in_force().is_edited


def test_names_that_others_refer_to_are_fixed(admin_client, high):
    assert edit(admin_client, high, slug="another", code="LY-0001").status_code == 302
    high.refresh_from_db()
    assert (high.slug, high.code) == ("rate-too-high", "LY-0050")


def test_symptoms_are_edited_with_their_phrasings(admin_client, loaded):
    symptom = models.Symptom.objects.get(slug="loss-diverges")
    key = inline_key(admin_client, symptom, "loss-diverges said in way two")
    assert (
        edit(admin_client, symptom, measure="See `loss`.", **{key: "it explodes"}).status_code
        == 302
    )
    symptom.refresh_from_db()
    assert symptom.measure_html == "<p>See <code>loss</code>.</p>"
    assert symptom.phrasings.filter(text="it explodes").exists()


def test_an_entry_is_added_as_a_draft(admin_client, loaded):
    initial = (
        admin_client.get("/admin/dictionary/failuremode/add/").context["adminform"].form.initial
    )
    assert initial["status"] == "draft"
    assert initial["applies_to"] == {
        "frameworks": ["any"],
        "architectures": ["any"],
        "tasks": ["any"],
    }


def test_signing_in_with_a_foreign_address_leads_to_the_admin(client, django_user_model, settings):
    settings.STAFF_SECOND_FACTOR = False
    django_user_model.objects.create_superuser("anna", password="long enough to be a password")
    form = {"username": "anna", "password": "long enough to be a password"}

    response = client.post("/admin/login/?next=https://example.org/", form, follow=True)

    assert response.redirect_chain == [("/admin/", 302)]
    assert response.status_code == 200
