"""Check all content files together.

Each rule reads the whole tree and yields all its problems.
"""

from __future__ import annotations

from collections.abc import Callable

from content.problems import Problem, Problems
from content.rules import (
    classes,
    detectors,
    duplicates,
    examples,
    fixes,
    identity,
    lengths,
    log_signatures,
    numbers,
    phrases,
    planned,
    readability,
    reading,
    references,
    relations,
    rendering,
    separation,
    signals,
    sources,
    specimens,
    thresholds,
    verdicts,
    wording,
)
from content.tree import Tree

Rule = Callable[[Tree], Problems]

RULES: tuple[Rule, ...] = (
    identity.slugs_are_unique,
    identity.titles_are_unique,
    identity.ids_are_unique_and_never_reused,
    identity.former_slugs_are_free,
    identity.entries_are_in_their_files,
    identity.symptoms_are_in_the_file_of_their_group,
    references.entries_refer_to_what_exists,
    references.outcomes_reveal_symptoms_that_exist,
    references.curves_are_known_shapes,
    references.pointers_lead_to_entries,
    references.survivors_of_retired_entries_exist,
    references.published_entries_do_not_point_to_drafts,
    references.links_in_texts_resolve,
    planned.planned_entries_are_not_written,
    planned.planned_entries_have_chapters,
    reading.glossary_terms_are_linked_once,
    reading.glossary_definitions_are_short,
    reading.glossary_and_views_name_entries,
    reading.second_chapters_exist,
    classes.only_families_have_children,
    verdicts.outcomes_name_symptoms_of_their_check,
    fixes.fixes_name_causes_of_their_entry,
    fixes.snippets_are_short_programs,
    examples.figures_of_examples_are_recorded,
    examples.recordings_show_what_is_expected,
    relations.look_alikes_are_mutual,
    relations.entries_do_not_point_to_themselves,
    relations.inverses_are_not_written,
    relations.relations_have_no_cycle,
    wording.entries_have_a_primary_reference,
    wording.symptoms_have_enough_phrasings,
    wording.phrasings_belong_to_one_symptom,
    wording.lists_do_not_repeat,
    signals.names_of_signals_are_unique,
    specimens.specimens_are_whole,
    specimens.specimens_parse,
    specimens.recordings_have_curves,
    rendering.formulas_can_be_drawn,
    detectors.records_name_their_detector,
    detectors.detectors_have_records,
    detectors.detectors_are_listed,
    detectors.detectors_measure_one_symptom_each,
    detectors.detectors_are_in_the_folder_of_their_group,
    detectors.detectors_have_tests,
    sources.published_sources_have_links,
    sources.cited_sources_exist,
    sources.sources_are_cited,
    log_signatures.signatures_have_names_of_their_own,
    log_signatures.signatures_have_lines,
    classes.entries_have_the_parts_of_their_class,
    classes.entries_have_no_part_of_another_class,
    verdicts.outcomes_of_a_confirmation_differ,
    verdicts.entries_have_a_check_that_decides,
    fixes.root_fixes_name_their_cause,
    fixes.fixes_can_be_verified,
    lengths.parts_are_short,
    lengths.entries_are_short,
    lengths.chapters_are_introduced,
    phrases.texts_are_plain,
    phrases.look_alikes_name_both_sides,
    numbers.numbers_have_a_source,
    numbers.numbers_stand_in_the_entry,
    examples.examples_differ_in_one_thing,
    readability.sentences_are_short,
    thresholds.signs_have_one_threshold,
    duplicates.entries_do_not_repeat_each_other,
    separation.look_alikes_differ_in_a_sign,
)


def problems(tree: Tree) -> list[Problem]:
    """Return the problems of reading and those of the rules, sorted by place, each once."""
    every = set(tree.problems)
    for rule in RULES:
        every.update(rule(tree))
    return sorted(every)
