from benchmarks.entry_texts import entry_texts
from tests.small_content import entry, small_content

HIGH = small_content().failure_modes[0]


def texts_of(*entries):
    return entry_texts(small_content(failure_modes=entries))


def test_a_text_holds_names_symptoms_and_causes():
    lines = texts_of(HIGH)["rate-too-high"].splitlines()

    assert lines[:2] == ["Rate too high", "rate-too-high alias"]
    assert HIGH.summary in lines
    assert "Loss oscillates" in lines
    assert "The rate is above 2/L." in lines


def test_a_text_is_free_of_markup():
    marked = "The **step** of [the other](/e/rate-too-low/) is `longer`."

    text = texts_of(HIGH.model_copy(update={"definition": marked}))["rate-too-high"]

    assert "step" in text
    assert "/e/" not in text
    assert not set("*`[]") & set(text)


def test_drafts_have_no_text():
    draft = entry("rate-too-low", 51, "rate-too-high", status="draft")

    assert set(texts_of(HIGH, draft)) == {"rate-too-high"}
