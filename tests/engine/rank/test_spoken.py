from dataclasses import replace

from engine.evidence import DirectEvidence, Observation
from engine.rank.ranking import Pointers, rank
from engine.rank.spoken import spoken_for
from tests.engine.knowledge import knowledge

KNOWLEDGE = knowledge()
EVERY = frozenset(KNOWLEDGE.ranked)
OSCILLATES = Observation("loss-oscillates", "seen", 1.0)


def test_what_is_seen_speaks_for_the_entries_that_list_it():
    assert spoken_for(rank([OSCILLATES], KNOWLEDGE)) == {"learning-rate-too-high"}


def test_what_is_absent_speaks_for_nothing_so_that_priors_are_left():
    absent = replace(OSCILLATES, state="absent", strength=0.3)

    assert spoken_for(rank([absent], KNOWLEDGE)) == EVERY
    assert spoken_for(rank([], KNOWLEDGE)) == EVERY


def test_code_that_points_to_an_entry_speaks_for_it():
    pointing = DirectEvidence("nan-loss", 1.0, "code", "line 3")

    assert spoken_for(rank([], KNOWLEDGE, Pointers(direct=[pointing]))) == {"nan-loss"}
