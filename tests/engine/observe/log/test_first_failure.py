"""Which rank failed first: by the launcher, by time, by line."""

from engine.observe.log.first_failure import Candidate, blamed_rank, first_failure
from engine.observe.log.ranks import RankedLines

SUMMARY = ("Root Cause (first observed failure):", "[0]:", "  rank      : 2 (local_rank: 2)")


def first(lines, *candidates):
    return first_failure(candidates, RankedLines(lines))


def test_the_launcher_names_the_rank():
    assert blamed_rank(SUMMARY) == "2"
    assert blamed_rank(["rank      : 2 (local_rank: 2)"]) == ""
    assert blamed_rank([SUMMARY[0], *[""] * 20, SUMMARY[2]]) == ""


def test_the_rank_that_is_named_wins_over_an_earlier_line():
    lines = ["[rank0]: a", "[rank2]: b", *SUMMARY]
    candidates = Candidate(0, "0", 1, "a"), Candidate(1, "2", 1, "b")

    assert first(lines, *candidates).signature == "b"


def test_without_a_summary_the_earliest_line_wins():
    candidates = Candidate(4, "0", 1, "a"), Candidate(2, "1", 1, "b")

    assert first([""] * 5, *candidates).signature == "b"


def test_on_one_line_the_longer_match_wins():
    candidates = Candidate(0, "", 3, "short"), Candidate(0, "", 30, "long")

    assert first(["x"], *candidates).signature == "long"


def test_the_time_of_a_line_above_counts_for_its_rank():
    lines = [
        "[rank0]:[E1218 20:27:55 a.cpp:1] started",
        "[rank1]:[E1218 20:27:51 a.cpp:1] started",
        "[rank0]: a",
        "[rank1]: b",
    ]
    candidates = Candidate(2, "0", 1, "a"), Candidate(3, "1", 1, "b")

    assert first(lines, *candidates).signature == "b"


def test_times_of_two_kinds_are_not_compared():
    lines = ["[rank0]: 2024-05-02 11:20:01 a", "[rank1]:[E0101 01:00:00 a.cpp:1] b"]
    candidates = Candidate(0, "0", 1, "a"), Candidate(1, "1", 1, "b")

    assert first(lines, *candidates).signature == "a"
