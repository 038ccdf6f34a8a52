from content import schema
from content.texts import markdown_fields, markdown_texts
from tests.small_content import chapter, check, entry, symptom


def test_own_fields_are_those_declared_as_markdown():
    assert markdown_fields(schema.FailureMode) == ("definition", "mechanism")
    assert markdown_fields(schema.Fix) == ("text",)


def test_a_model_of_lines_has_no_markdown():
    assert markdown_fields(schema.Alias) == ()


def test_texts_of_an_entry_come_with_their_places():
    record = entry("rate-too-high", 50, "rate-too-low")

    places = [place for place, _ in markdown_texts(record)]

    assert places == [
        ("definition",),
        ("mechanism",),
        ("fixes", 0, "text"),
        ("fixes", 1, "text"),
        ("fixes", 2, "text"),
        ("rescue", "text"),
        ("example", "explanation"),
    ]


def test_an_entry_without_example_has_no_text_of_it():
    record = entry("rate-too-high", 50, "rate-too-low", example=None)

    assert "example" not in {place[0] for place, _ in markdown_texts(record)}


def test_texts_are_those_of_the_record():
    records = [chapter("data"), symptom("loss-climbs"), check("rate-sweep", ["loss-climbs"])]

    texts = [list(markdown_texts(record)) for record in records]

    assert texts == [
        [(("intro",), records[0].intro)],
        [(("measure",), records[1].measure)],
        [(("procedure",), records[2].procedure)],
    ]
