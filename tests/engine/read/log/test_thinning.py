from engine.read.log.thinning import Thinning


def thinned(times, head="loss_"):
    thinning = Thinning()
    for number in range(times):
        thinning.leave_out(f"{head}{number}")
    return thinning


def test_lines_are_looked_at_until_many_that_begin_so_were_left_out():
    assert not thinned(20).passes_over("loss_a 1")
    assert not Thinning().passes_over("loss_a 1")


def test_most_lines_are_passed_over_then_and_counted():
    thinning = thinned(2_000)
    passed = [thinning.passes_over(f"loss_{number}") for number in range(800)]

    assert 0 < passed.count(False) <= 100
    assert thinning.passed == passed.count(True)


def test_lines_that_begin_otherwise_are_looked_at():
    assert not thinned(2_000).passes_over("epoch 3")


def test_digits_at_the_end_of_a_head_make_no_other_kind():
    assert thinned(2_000, head="lr_").passes_over("lr_77: 0.1")


def test_a_line_that_is_read_ends_the_passing_over():
    thinning = thinned(2_000)
    thinning.end("loss_: 0.5")

    assert not any(thinning.passes_over(f"loss_{number}") for number in range(100))


def alike(times):
    thinning = Thinning()
    for _ in range(times):
        thinning.see_alike()
    return thinning


def test_most_lines_are_passed_over_behind_many_that_the_plan_of_others_read():
    thinning = alike(6_000)
    passed = [thinning.passes_over(f"any {number}") for number in range(800)]

    assert passed.count(False) == 100
    assert thinning.passed_alike == 700
    assert thinning.passed == 0


def test_fewer_are_read_to_the_last_one():
    assert not any(alike(4_000).passes_over(f"any {number}") for number in range(800))


def test_a_line_of_a_known_shape_ends_that():
    thinning = alike(6_000)
    thinning.end_alike()

    assert not any(thinning.passes_over(f"any {number}") for number in range(100))
