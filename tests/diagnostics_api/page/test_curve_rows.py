from diagnostics_api.page.corrections import Corrections
from diagnostics_api.page.curve_rows import rows_of
from tests.diagnostics_api.small import answered

METRICS = {"loss": [3.0, 2.0, 1.0], "val_loss": [2.0, 2.5, 3.0], "odd": [0.5, 0.6, 0.7]}


def all_rows(corrections=None, **fields):
    names = corrections.names if corrections else {}
    answer = answered(reading={"names": dict(names)}, **fields)
    return [row for each in answer.report.read_as for row in rows_of(each, names)]


def rows(**fields):
    return {row.own_name: row for row in all_rows(**fields)}


def chosen(choices):
    (choice,) = [choice for choice in choices if choice.is_chosen]
    return choice.value


def test_a_row_offers_likely_names_and_to_leave_out():
    row = rows(metrics=METRICS)["loss"]

    assert (row.key, row.name, row.points) == ("metrics: loss", "train_loss", 3)
    assert row.choices[0] == ("*", "train_loss (as read)", True)
    assert [choice.value for choice in row.choices[1:4]] == ["val_loss", "test_loss", "loss"]
    assert row.choices[-1] == ("", "leave out", False)


def test_a_correction_is_chosen_and_can_be_taken_back():
    said = Corrections(names={"metrics: odd": "test_loss"})

    row = rows(metrics=METRICS, corrections=said)["odd"]

    assert chosen(row.choices) == "test_loss"
    assert row.choices[0] == ("*", "as it was read at first", False)


def test_what_was_left_out_can_be_taken_back():
    said = Corrections(names={"metrics: val_loss": "", "metrics: odd": "train_loss"})

    found = rows(metrics=METRICS, corrections=said)

    assert (found["val_loss"].why, chosen(found["val_loss"].choices)) == (
        "left out, as you said",
        "",
    )
    assert found["loss"].why == "left out: another curve stands for it"
    assert chosen(found["loss"].choices) == "*"


def test_of_two_curves_with_one_given_name_the_second_is_told():
    said = Corrections(names={"metrics: odd": "train_loss", "metrics: val_loss": "train_loss"})

    found = rows(metrics=METRICS, corrections=said)

    assert "left out: another curve has the name train_loss" in {row.why for row in found.values()}


def test_a_curve_that_stands_in_twice_has_one_list():
    log = "".join(f"epoch {n} loss {4 - n}.5 test_loss {n}.5\n" for n in range(1, 4))

    keys = [row.key for row in all_rows(log=log)]

    assert "" in keys
    assert len(set(keys)) == len(keys)


def test_layers_have_a_row_without_a_list():
    layers = {"grad_norm_by_layer": {"a": [1.0, 2.0], "b": [1.0, 2.0]}}

    (row,) = rows(metrics=layers).values()

    assert (row.key, row.points, row.choices) == ("", 4, ())
