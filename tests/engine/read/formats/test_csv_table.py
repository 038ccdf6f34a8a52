import csv
import io
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read import ReadError
from engine.read.formats import csv_table
from engine.read.formats.csv_table import MAX_COLUMNS, sniff
from tests.engine.read.short import read_file, source_of
from tests.memory import peak_of
from tests.together import together

LIGHTNING = """epoch,step,train_loss_step,train_loss_epoch,val_loss,lr-Adam
0,0,1.25,,,\r
0,1,0.75,,,\r
0,1,,,0.9,\r
0,1,,1.0,,0.003\r
1,2,nan,,,\r
1,3,inf,,,\r
1,3,,,NaN,\r
1,3,,,,0.001\r
"""


def test_lightning_metrics_with_blank_cells():
    case = read_file(LIGHTNING, "metrics.csv")
    assert case.read_as[0].format == "csv"
    assert case.series["train_loss_step"].x.tolist() == [0, 1, 2, 3]
    assert math.isnan(case.series["train_loss_step"].y[2])
    assert case.series["train_loss"].y.tolist() == [1.0]
    assert math.isnan(case.series["val_loss"].y[1])
    assert case.series["lr"].y.tolist() == [0.003, 0.001]
    assert case.warnings == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_keras_logger_with_any_delimiter(delimiter):
    rows = [
        ["epoch", "accuracy", "loss", "val_loss"],
        ["0", "0.5", "1.5", "1.6"],
        ["1", "0.6", "1.2", "1.4"],
    ]
    case = read_file("\n".join(delimiter.join(row) for row in rows))
    assert case.series["train_loss"].y.tolist() == [1.5, 1.2]
    assert case.series["train_loss"].x_name == "epoch"


def test_export_of_a_tracker():
    header = (
        '"Step","brisk-sun-3 - train/loss","brisk-sun-3 - train/loss__MIN","brisk-sun-3 - '
        'train/loss__MAX"'
    )
    text = f"{header}\n1,2.0,1,3\n2,1.0,0,2\n"
    case = read_file(text)
    assert set(case.series) == {"train_loss"}
    assert case.series["train_loss"].x.tolist() == [1, 2]


def test_repeated_header_of_a_resumed_run():
    case = read_file("step,loss\n1,3.0\n2,2.0\nstep,loss\n2,2.1\n3,1.5\n")
    assert case.series["train_loss"].y.tolist() == [3.0, 2.0, 2.1, 1.5]
    assert case.warnings == ()


def test_resumed_run_goes_back():
    case = read_file("step,loss\n1,3.0\n2,2.0\n3,1.9\n2,2.1\n3,1.8\n4,1.5\n")
    assert "goes back from step 3 to 2" in case.warnings[0]


def test_stray_cell_is_left_out_and_named():
    case = read_file("step,loss\n1,3.0\n2,oops\n3,1.0\n4,N/A\n", "m.csv")
    assert case.series["train_loss"].x.tolist() == [1, 3]
    assert case.warnings == ("m.csv:3: column 'loss': not a number: 'oops' (left out)",)


def test_column_of_words_is_named():
    case = read_file("step,loss,host\n1,3.0,a\n2,2.0,b\n", "m.csv")
    assert case.warnings == ("m.csv: column 'host' holds no numbers",)


def test_short_and_long_rows():
    case = read_file("step,loss,val_loss\n1,3.0\n2,2.0,2.5,9,9\n")
    assert case.series["val_loss"].y.tolist() == [2.5]


@pytest.mark.parametrize("lines", [1_000, 3_000])
def test_short_rows_below_a_wide_header_take_no_memory_for_missing_cells(lines):
    header = ",".join(["step", "loss", *(f"c{number}" for number in range(500))])
    full = ",".join(["0"] * 502)
    text = f"{header}\n{full}\n" + "".join(f"{step},1.5\n" for step in range(1, lines))

    assert peak_of(lambda: read_file(text)) < 50 * len(text) + 500_000
    assert len(read_file(text).series["train_loss"]) == lines


@pytest.mark.parametrize("lines", [20_000, 80_000])
def test_rows_of_one_character_take_no_memory_for_lists_of_cells(lines):
    text = "step,loss,val_loss\n0,1,1\n" + "1\n" * lines
    source = source_of(text, "m.csv")

    peak = peak_of(lambda: csv_table.read(source))

    assert peak < 90 * len(text)


def test_a_short_row_leaves_the_rest_of_its_columns_blank():
    case = read_file("step,loss,val_loss,val_acc\n1,3.0,2.0,0.5\n2,2.5\n3,2.0,1.5,oops\n", "m.csv")

    assert case.series["train_loss"].x.tolist() == [1, 2, 3]
    assert case.series["val_loss"].x.tolist() == [1, 3]
    assert case.series["val_loss"].y.tolist() == [2.0, 1.5]
    assert case.warnings == ("m.csv:4: column 'val_acc': not a number: 'oops' (left out)",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "one line",
        "a,b\n",
        "1,2\n3,4\n",
        "Dear all, it fails,\nplease help, thanks\n",
        "a,a\n1,2\n",
    ],
)
def test_no_table(text):
    assert not sniff(source_of(text))


def test_too_many_columns_are_refused():
    names = ",".join(f"c{number}" for number in range(MAX_COLUMNS + 1))
    cells = ",".join("1" for _ in range(MAX_COLUMNS + 1))
    with pytest.raises(ReadError, match="columns"):
        read_file(f"{names}\n{cells}\n")


def test_unreadable_table_names_the_line():
    with pytest.raises(ReadError, match=r"m\.csv:3: not a table"):
        read_file('step,loss\n1,2\n"' + "x" * 200_000 + '",1\n', "m.csv")


@given(st.lists(st.tuples(st.floats(), st.floats() | st.none()), min_size=1, max_size=30))
def test_round_trip(rows):
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["step", "loss", "val_loss"])
    for step, (loss, val_loss) in enumerate(rows, start=1):
        writer.writerow([step, repr(loss), "" if val_loss is None else repr(val_loss)])
    series = read_file(out.getvalue()).series
    assert [repr(y) for y in series["train_loss"].y.tolist()] == [repr(loss) for loss, _ in rows]
    kept = [repr(val_loss) for _, val_loss in rows if val_loss is not None]
    assert [repr(y) for y in (series["val_loss"].y.tolist() if kept else [])] == kept


@pytest.mark.parametrize(
    "change",
    [lambda text: text, lambda text: text.replace("0.5", '"0.5"'), lambda text: text + "3,1,1,1\n"],
)
def test_the_fast_and_the_careful_way_agree(change):
    case = read_file(change("step,loss,val_loss\r\n1,0.5,\r\n2,nan,0.25\r\n"))
    assert case.series["train_loss"].y[0] == 0.5
    assert math.isnan(case.series["train_loss"].y[1])
    assert case.series["val_loss"].x[0] == 2


def test_a_few_short_rows_of_a_wide_table_are_read():
    names = ["step", *(f"c{number}" for number in range(500))]
    wide = [",".join(str(row) for _ in names) for row in (1, 2)]

    case = read_file("\n".join([",".join(names), *wide, "3,7"]), "m.csv")

    assert case.series["c0"].y.tolist() == [1.0, 2.0, 7.0]


def curves_of(text, name="m.csv"):
    reading = csv_table.read(source_of(text, name))
    return {
        " ".join(filter(None, (curve.run, curve.split, curve.name))): curve.y.tolist()
        for curve in reading.curves
    }


LOSSES = {"train_loss": [0.5, 0.4], "val_loss": [0.6, 0.7]}


@together(
    "text",
    [
        "epoch,train_loss,val_loss\n1,0.5,0.6\n2,0.4,0.7\n",
        "\ufeffepoch;train_loss;val_loss\n1;0,5;0,6\n2;0,4;0,7\n",
        '"epoch","train_loss","val_loss"\r\n"1","0.5","0.6"\r\n"2","0.4","0.7"\r\n',
        "               epoch,     train_loss,   val_loss\n   1,   0.5,  0.6\n   2,   0.4,  0.7\n",
        "# run 17, seed 1\n# lr=0.001\nepoch,train_loss,val_loss\n1,0.5,0.6\n2,0.4,0.7\n",
        "# train_loss,val_loss\n0.5,0.6\n0.4,0.7\n",
        ",epoch,train_loss,val_loss\n0,1,0.5,0.6\n1,2,0.4,0.7\n",
        ",train_loss,val_loss\n0,0.5,0.6\n1,0.4,0.7\n",
        ",1,2\ntrain_loss,0.5,0.4\nval_loss,0.6,0.7\n",
        "epoch,metric,value\n1,train_loss,0.5\n2,train_loss,0.4\n1,val_loss,0.6\n2,val_loss,0.7\n",
        "epoch\ttrain_loss\tval_loss\n1\ttensor(0.5, device='cuda:0')\t0.6\n2\ttensor(0.4)\t0.7\n",
        "epoch,train_loss,val_loss\n1/2,0.5,0.6\n2/2,0.4,0.7\n",
        "epoch\ttrain_loss\tval_loss\ttime\n1\t50%\t60%\t00:03\n2\t40%\t70%\t3.86s\n",
    ],
)
def test_one_table_in_every_spelling(text):
    assert curves_of(text.lstrip("\ufeff")) == LOSSES


def test_blank_until_the_first_log():
    text = "Epoch\tTraining Loss\tValidation Loss\n1\tNo log\t0.6\n2\t0.4\t0.7\n"

    assert curves_of(text) == {"Training Loss": [0.4], "Validation Loss": [0.6, 0.7]}
    assert csv_table.read(source_of(text)).warnings == ()


def test_splits_in_a_column():
    text = "epoch,phase,loss\n0,train,2.0\n0,val,2.5\n1,train,1.0\n1,val,2.4\n"

    assert curves_of(text) == {"train loss": [2.0, 1.0], "val loss": [2.5, 2.4]}


def test_runs_of_an_export_are_kept_apart():
    text = '"Step","a - val/loss","b - val/loss"\n"0","1.5","2.5"\n"1","1.0","2.0"\n'

    assert curves_of(text) == {"a val/loss": [1.5, 1.0], "b val/loss": [2.5, 2.0]}


@pytest.mark.parametrize(
    ("name", "curve"),
    [
        ("run-.-tag-Loss_val.csv", "Loss_val"),
        ("run-logs_validation-tag-epoch_loss.csv", "val epoch_loss"),
        ("runs/train/loss.csv", "loss"),
    ],
)
def test_the_file_names_a_column_called_value(name, curve):
    text = "Wall time,Step,Value\n1795889131,4,1.5\n1795889132,8,1.0\n"

    assert curves_of(text, name) == {curve: [1.5, 1.0]}


def test_settings_and_words_of_the_comments():
    reading = csv_table.read(source_of("# lr=0.001\n# first try\nepoch,loss\n1,2\n2,1\n"))

    assert reading.config == {"lr": "0.001"}
    assert reading.log == ("# lr=0.001", "# first try")


def test_a_table_without_a_header_is_read_with_a_warning():
    text = "1,1.29,1.15,0.63\n2,0.94,0.67,0.97\n3,0.43,0.23,0.99\n"

    assert list(curves_of(text)) == ["column 2", "column 3", "column 4"]
    assert "no line names the 4 columns" in csv_table.read(source_of(text, "m.csv")).warnings[0]


@given(st.text(alphabet="epoch,loss;\t\n\r 0123.5%#|\"'-", max_size=120))
def test_no_text_raises_anything_but_its_own_error(text):
    source = source_of(text or " ")
    try:
        if csv_table.sniff(source):
            csv_table.read(source)
    except ReadError:
        pass


@pytest.mark.parametrize(
    ("start", "names"),
    [
        ('#{"t_start": 1.5, "env_id": "CartPole-v1"}\n', ["episode_reward", "episode_length"]),
        ("# first try\n", ["r", "l", "t"]),
        ("", ["r", "l", "t"]),
    ],
)
def test_episodes_of_a_monitor_have_long_names(start, names):
    assert list(curves_of(f"{start}r,l,t\n0.0,15,1.5\n1.0,40,2.5\n")) == names


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(end):
    text = end.join(["epoch,loss", "1,0.5", "2,0.4", ""])

    [loss] = csv_table.read(source_of(text)).curves

    assert csv_table.sniff(source_of(text))
    assert loss.y.tolist() == [0.5, 0.4]
