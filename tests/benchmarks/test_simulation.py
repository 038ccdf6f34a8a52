"""Cases that are drawn from the weights are found again, as far as the weights tell them apart."""

import random
from dataclasses import replace

from benchmarks.simulation import Recovery, draw, drawable, main, report, results, simulate
from engine.knowledge import FailureMode, Indication
from tests.engine.knowledge import knowledge

SIGNS = ("loss-oscillates", "loss-diverges", "loss-falls-too-slowly", "bad-values-in-inputs")


def mode(slug, signs, entry_class="fault", **fields):
    indications = tuple(Indication(sign, 5, 4) for sign in signs)
    return FailureMode(slug, "common", indications, entry_class=entry_class, **fields)


def known(*modes):
    base = knowledge()
    symptoms = {slug: base.symptoms[slug] for slug in (*SIGNS, "log-disk-full", "loss-non-finite")}
    others = ("loss-flat-from-start", "weights-unchanged", "dead-units")
    symptoms |= {slug: replace(base.symptoms[slug], background=0.02) for slug in others}
    edition = "-".join(each.slug for each in modes)
    return replace(
        base,
        edition=edition,
        failure_modes={each.slug: each for each in modes},
        symptoms=symptoms,
    )


def test_entries_that_others_explain_are_not_drawn():
    found = known(
        mode("fault", SIGNS),
        mode("finding", SIGNS, "finding"),
        mode("sum", SIGNS, "family"),
        mode("itself", SIGNS, "family", ranks_as_itself=True),
        mode("normal", SIGNS, "normal"),
        mode("three-signs", SIGNS[:3]),
    )

    assert [each.slug for each in drawable(found)] == ["fault", "itself"]


def test_a_case_shows_signs_by_their_frequency_and_nothing_that_speaks_against():
    against = FailureMode(
        "fault", "common", (Indication(SIGNS[0], 5, 4), Indication("log-disk-full", 0, -3))
    )
    truth = known(against)
    choose = random.Random(1)

    drawn = [draw(against, truth, choose) for _ in range(200)]
    seen = [{item.symptom for item in case if item.state == "seen"} for case in drawn]

    assert sum(SIGNS[0] in case for case in seen) > 180
    assert all("log-disk-full" not in case for case in seen)
    assert 0 < sum("loss-non-finite" in case for case in seen) < 20


def test_entries_with_other_signs_are_found_and_equal_ones_are_not():
    apart = known(
        mode("one", SIGNS),
        mode("two", ("loss-flat-from-start", "weights-unchanged", "dead-units", "log-disk-full")),
    )
    equal = known(mode("one", SIGNS), mode("two", SIGNS))

    found = simulate(apart, apart, 100, random.Random(0))
    lost = simulate(equal, equal, 100, random.Random(0))

    assert found.first == found.leading == found.cases == 100
    assert lost.first < 70
    assert lost.confused["two", "one"] > 30


def test_a_finding_stands_after_its_causes_and_counts_as_wrong_before_other_entries():
    finding = mode("a-finding", SIGNS, "finding")
    faults = [replace(mode(slug, SIGNS), prevalence="rare") for slug in ("fault", "twin")]
    linked = known(replace(finding, causes=("fault", "twin")), *faults)
    loose = known(finding, *faults)

    found = simulate(linked, linked, 50, random.Random(0))
    lost = simulate(loose, loose, 50, random.Random(0))

    assert found.confused["fault", "a-finding"] == 0
    assert found.leading == 50
    assert lost.confused["fault", "a-finding"] == lost.drawn["fault"] > 0


def test_the_report_names_what_is_confused():
    found = Recovery()
    found.count("one", ["two", "one"])
    found.count("two", ["two", "one"])

    text = report("weights", found, pairs=3)

    assert "first 50.0%, among the first 3 100.0% of 2 cases" in text
    assert "100% of one is called two (1)" in text
    assert "found least often: one 0%, two 100%" in text


def test_the_same_seed_gives_the_same_result():
    small = known(mode("one", SIGNS), mode("two", SIGNS))

    assert results(small, 50, seed=3) == results(small, 50, seed=3)


def test_recoveries_add_up():
    found, other = Recovery(), Recovery()
    found.count("one", ["one"])
    other.count("one", ["two", "one"])

    found.add(other)

    assert (found.first, found.leading, found.cases) == (1, 2, 2)
    assert found.confused == {("one", "two"): 1}


def test_the_command_prints_both_tables(capsys):
    main(["--cases", "2", "--pairs", "1"])

    out = capsys.readouterr().out
    assert "weights as they are: first" in out
    assert "every weight moved one step: first" in out
