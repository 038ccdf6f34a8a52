from dataclasses import replace

from content.content import HashedContent
from diagnostics_api.page.symptom_groups import COMMON, MOST_COMMON, symptom_groups
from diagnostics_api.service.library import library_of
from tests.diagnostics_api.small import small_published
from tests.small_content import small_content, symptom

LIBRARY = small_published().library


def many_named(count):
    """Make a library of one entry that names `count` symptoms."""
    symptoms = [symptom(f"s{number:02}", group="gradients") for number in range(count)]
    entry = small_content().failure_modes[0]
    indication = entry.indications[0]
    named = [indication.model_copy(update={"symptom": record.slug}) for record in symptoms]
    content = small_content(
        symptoms=tuple(symptoms),
        failure_modes=(entry.model_copy(update={"indications": named}),),
    )
    return library_of(HashedContent(content, "many"))


def test_symptoms_that_entries_name_come_by_their_statement():
    (group,) = symptom_groups(LIBRARY, ())

    assert group.title == COMMON
    statements = [choice.statement for choice in group.choices]
    assert statements == sorted(statements)
    assert "loss-oscillates" in {choice.slug for choice in group.choices}


def test_symptoms_that_no_entry_names_are_left_out():
    slugs = {choice.slug for group in symptom_groups(LIBRARY, ()) for choice in group.choices}

    assert "never-named" not in slugs


def test_the_others_are_grouped_by_signal():
    common, gradients = symptom_groups(many_named(MOST_COMMON + 3), ())

    assert len(common.choices) == MOST_COMMON
    assert gradients.title == "Gradients"
    assert [choice.slug for choice in gradients.choices] == ["s12", "s13", "s14"]


def test_ticked_symptoms_are_counted():
    (group,) = symptom_groups(LIBRARY, ["loss-oscillates", "unknown"])

    assert group.ticked == 1


def test_without_entries_there_is_no_group():
    assert symptom_groups(replace(LIBRARY, entries={}), ()) == []
