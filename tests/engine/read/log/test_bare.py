from engine.read.log.bare import bare_lines


def test_wrapped_bars_of_rich_are_joined():
    bar = "Epoch 0/9 ━━━━ 25/25 0:00:00 • 0:00:00 79"
    rest = [" " * 40 + "val_acc: 0.47", " " * 40 + "val_f1: 0.41"]

    lines, ranks = bare_lines([bar, *rest, "done"])

    assert lines == [f"{bar} val_acc: 0.47 val_f1: 0.41", "", "", "done"]
    assert len(ranks) == len(lines)


def test_what_is_indented_below_another_line_keeps_its_place():
    given = ["done", " " * 40 + "val_acc: 0.47"]

    assert bare_lines(given) == (given, ["", ""])


def test_numbers_in_front_are_ranks_where_nearly_all_lines_have_one():
    lines, ranks = bare_lines([f"{rank}: loss {rank}.5" for rank in (0, 1, 0, 1)])

    assert lines == ["loss 0.5", "loss 1.5", "loss 0.5", "loss 1.5"]
    assert ranks == ["0", "1", "0", "1"]


def test_numbers_in_front_of_few_lines_are_no_ranks():
    given = ["0: loss 0.5", "loss 1.5", "loss 0.5", "loss 1.5"]

    assert bare_lines(given) == (given, [""] * 4)


def test_decimal_commas_become_points():
    lines, _ = bare_lines(["loss 0,87", "loss 0,53", "loss 0,41"])

    assert lines == ["loss 0.87", "loss 0.53", "loss 0.41"]
