from engine.observe.normal.metric_averaging_difference import read
from engine.run import Case, CurveRead, ReadAs
from tests.engine.cases import case, falling, series

MACRO = 1 - falling(0.7, 0.3, 8)
WEIGHTED = 1 - falling(0.5, 0.2, 8)


def test_the_logged_value_is_one_of_the_averages():
    found = read(case(val_f1=MACRO, f1_macro=MACRO, f1_weighted=WEIGHTED))

    assert found.state == "holds"
    assert "0.101 from the farthest" in found.text


def test_the_logged_value_is_none_of_them():
    found = read(case(val_f1=MACRO + 0.03, f1_macro=MACRO, f1_weighted=WEIGHTED))

    assert (found.state, found.beyond) == ("broken", "metric-implementation-bug")


def test_equal_averages_are_not_shown():
    assert read(case(val_f1=MACRO, f1_macro=MACRO, f1_micro=MACRO)).state == "not-shown"


def test_averages_are_known_by_the_names_that_the_input_writes():
    names = {"val_f1": "val_f1", "train_f1": "f1_macro", "train_f1_weighted": "f1_weighted"}
    values = dict(zip(names, (MACRO, MACRO, WEIGHTED), strict=True))
    curves = tuple(
        CurveRead(name, own, 8, "val", is_split_said=False, grain="epoch")
        for name, own in names.items()
    )
    run = Case(
        series={name: series(name, values[name]) for name in names},
        read_as=(ReadAs("log.jsonl", "jsonl", {}, curves=curves),),
    )

    assert read(run).state == "holds"


def test_a_single_average_is_not_measured():
    assert read(case(val_f1=MACRO, f1_macro=MACRO)).state == "not-measured"
    assert read(case(val_f1=MACRO, accuracy_macro=MACRO, ap_micro=MACRO)).state == "not-measured"
