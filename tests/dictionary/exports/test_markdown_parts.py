"""Links, lists and programs as Markdown."""

from dictionary.exports.markdown_parts import bullets, link_to, name_of, program
from dictionary.naming import Named
from dictionary.relations import Link


def test_a_written_entry_is_a_link_and_a_planned_one_is_its_name():
    written = Link("Causes", "nan-loss", "NaN loss", "/e/nan-loss/", "")
    planned = Link("Causes", "early-one", "Early one", "", "")

    assert link_to(written) == "[NaN loss](/e/nan-loss/)"
    assert link_to(planned) == "Early one"
    assert name_of(Named("nan-loss", "NaN loss", "/e/nan-loss/")) == "[NaN loss](/e/nan-loss/)"
    assert name_of(Named("early-one", "Early one")) == "Early one"


def test_lines_are_a_list():
    assert bullets(["One.", "Two."]) == "- One.\n- Two."
    assert bullets([]) == ""


def test_a_program_is_a_block_without_blank_lines_around_it():
    assert program("\nx = 1\n\n") == "```python\nx = 1\n```"
