from engine.rank.places import last_of_all, move_before, move_behind


def test_some_go_last_in_their_order():
    assert last_of_all({"a", "c"}, ["a", "b", "c", "d"]) == ["b", "d", "a", "c"]


def test_a_mode_goes_behind_the_last_of_others():
    modes = ["a", "b", "c", "d"]
    move_behind(modes, "a", ["b", "c"])

    assert modes == ["b", "c", "a", "d"]


def test_a_mode_goes_before_the_first_of_others_that_are_there():
    modes = ["a", "b", "c", "d"]
    move_before(modes, "d", ["c", "b", "gone"])

    assert modes == ["a", "d", "b", "c"]


def test_a_mode_that_stands_right_stays():
    modes = ["a", "b", "c"]
    move_behind(modes, "c", ["a"])
    move_before(modes, "a", ["c"])
    move_behind(modes, "b", [])
    move_before(modes, "b", ["gone"])

    assert modes == ["a", "b", "c"]
