from engine.read.formats.document import sniff
from tests.engine.read.formats.golden import named_example
from tests.engine.read.short import read, source_of


def test_nothing_is_taken_from_a_document():
    case = read(files=(named_example("document"),))

    assert case.read_as[0].format == "document"
    assert (case.description, case.log, case.code) == ("", (), ())
    assert not case.series
    assert not case.config
    assert any("is a document" in warning for warning in case.warnings)


def test_a_document_is_one_in_the_field_of_words_too():
    text = named_example("document").content.decode()

    assert read(description=text).description == ""
    assert read(description="My loss is nan.").description == "My loss is nan."


def test_a_short_text_is_no_document():
    assert not sniff(source_of("The lists are printed in grey."))
