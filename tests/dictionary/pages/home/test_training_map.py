from typing import get_args

from content import schema
from dictionary.models import Chapter, FailureMode
from dictionary.pages.home.training_map import STAGE_OF_PHASE, STAGES, map_of

DATA = Chapter(pk=1, slug="data", title="Data")
DRIFT = Chapter(pk=2, slug="drift", title="Drift")


def entry(chapter, *phase):
    return FailureMode(chapter=chapter, phase=list(phase))


def test_every_phase_has_a_stage():
    assert set(STAGE_OF_PHASE) == set(get_args(schema.Phase))


def test_a_chapter_stands_where_most_of_its_entries_arise_first():
    entries = [
        entry(DATA, "data", "serving"),
        entry(DATA, "data", "serving"),
        entry(DATA, "serving"),
        entry(DRIFT, "serving"),
    ]

    stages = map_of(entries)

    assert [stage.title for stage in stages] == ["Before training", "After training"]
    assert [shown.chapter for stage in stages for shown in stage.chapters] == [DATA, DRIFT]
    assert len(stages[0].chapters[0].entries) == 3


def test_stages_come_in_the_order_of_a_run():
    entries = [entry(DRIFT, "serving"), entry(DATA, "data")]

    first, *_, last = STAGES
    assert [stage.title for stage in map_of(entries)] == [first, last]


def test_nothing_makes_an_empty_map():
    assert map_of([]) == []
