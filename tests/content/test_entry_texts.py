"""The texts of an entry, part by part."""

from content.entry_texts import first_half, other_text, whole_text
from tests.small_content import entry

ENTRY = entry("rate-too-high", 50, "rate-too-low")


def texts(parts):
    return dict(parts)


def test_the_first_half_is_what_stands_before_the_look_alikes():
    parts = texts(first_half(ENTRY))

    assert parts["solution",] == ENTRY.solution
    assert parts["confirmations", 0, "outcomes", 0, "result"] == "A tenth of it trains."
    assert ("fixes", 2, "verify") in parts
    assert not any(place[0] in {"definition", "mechanism", "look_alikes"} for place in parts)
    assert not any(place[:2] == ("confirmations", 1) for place in parts)


def test_only_notes_of_signs_that_decide_stand_in_the_first_half():
    strong = [
        {"symptom": "loss-oscillates", "frequency": 4, "evoking": 4, "note": "It decides."},
        {"symptom": "loss-diverges", "frequency": 4, "evoking": 3, "note": "It does not."},
    ]
    parts = texts(first_half(entry("rate-too-high", 50, "rate-too-low", indications=strong)))

    assert "It decides." in parts.values()
    assert "It does not." not in parts.values()


def test_the_whole_text_has_every_part_once():
    parts = list(whole_text(ENTRY))

    places = [place for place, _ in parts]
    assert len(places) == len(set(places))
    kinds = {place[0] for place in places}
    assert kinds >= {"definition", "find_the_cause", "look_alikes", "example", "mechanism"}


def test_sources_and_numbers_are_other_text():
    places = {place[0] for place, _ in other_text(ENTRY)}

    assert places == {
        "severity_reason",
        "no_specimen",
        "curve",
        "numbers",
        "references",
        "sightings",
    }


def test_parts_that_an_entry_lacks_have_no_text():
    bare = entry("rate-too-high", 50, "rate-too-low", rescue=None, example=None, curve=None)

    assert not {place[0] for place, _ in whole_text(bare)} & {"rescue", "example"}
    assert not any(place[0] == "curve" for place, _ in other_text(bare))
