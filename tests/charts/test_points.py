import math

from charts.points import last_before_gap, runs, thin

nan = math.nan


def test_a_short_curve_is_not_thinned():
    points = [(0.0, 1.0), (1.0, 2.0)]
    assert thin(points) == points


def test_thinning_keeps_ends_spikes_and_gaps():
    points = [(float(x), 1.0) for x in range(10_000)]
    points[4321] = (4321.0, 99.0)
    points[7000] = (7000.0, -5.0)
    points[9000] = (9000.0, nan)
    kept = thin(points)
    assert len(kept) <= 400
    assert kept[0] == points[0]
    assert kept[-1] == points[-1]
    assert {points[4321], points[7000]} <= set(kept)
    assert any(x == 9000.0 and math.isnan(y) for x, y in kept)
    assert [x for x, _ in kept] == sorted(x for x, _ in kept)


def test_gaps_cut_a_curve_into_runs():
    points = [(0, nan), (1, 1.0), (2, 2.0), (3, nan), (4, nan), (5, 3.0)]
    assert runs(points) == [[(1, 1.0), (2, 2.0)], [(5, 3.0)]]
    assert runs([(0, nan)]) == []


def test_the_last_point_before_a_gap_is_found_where_there_is_one():
    assert last_before_gap([(0, 1.0), (1, 0.5), (2, math.inf)]) == (1, 0.5)
    assert last_before_gap([(0, 1.0), (1, 0.5)]) is None
    assert last_before_gap([(0, nan)]) is None


def test_thinning_keeps_one_gap_of_a_curve_without_values():
    kept = thin([(float(x), nan) for x in range(1000)])

    assert 2 <= len(kept) <= 400
    assert all(math.isnan(y) for _, y in kept)


def test_a_gap_in_x_cuts_a_curve_as_well():
    assert runs([(0, 1.0), (math.inf, 1.0), (2, 1.0)]) == [[(0, 1.0)], [(2, 1.0)]]


def test_no_points_have_no_runs_and_no_last_point():
    assert thin([]) == []
    assert runs([]) == []
    assert last_before_gap([]) is None
