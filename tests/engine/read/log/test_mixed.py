from hypothesis import given
from hypothesis import strategies as st

from engine.read.documents import python_values
from engine.read.log.mixed import read_log
from engine.read.source import Source
from tests.engine.read.short import metric_names, read_file, source_of

PASTE = """
My loss does not go down, what is wrong?
python train.py --lr 0.01 --batch-size 32
epoch 1 loss 2.30 val_loss 2.31
epoch 2 loss 2.29 val_loss 2.30
| metric | value |
Traceback (most recent call last):
  File "train.py", line 12, in <module>
RuntimeError: CUDA out of memory
"""


def test_each_line_of_a_paste_goes_to_one_reader():
    case = read_file(PASTE, "paste.txt")

    assert {name: len(series) for name, series in case.series.items()} == {
        "train_loss": 2,
        "val_loss": 2,
    }
    assert case.config["learning_rate"] == 0.01
    assert "RuntimeError: CUDA out of memory" in case.log


def test_the_kind_is_that_of_most_values():
    assert read_log(source_of("epoch 1 loss 2.0\nepoch 2 loss 1.0")).kind == "console"
    assert read_log(source_of("{'loss': 2.0, 'epoch': 1}\n{'loss': 1.0, 'epoch': 2}")).kind == (
        "printed-dicts"
    )
    assert read_log(source_of("lr: 0.1\nbatch_size: 3\noptimizer: adam")).kind == "config"
    assert read_log(source_of("nothing to see\nat all")).kind == ""


def test_a_long_launch_command_and_a_table_are_no_output_of_the_trainer():
    command = " \\\n".join(["python train.py", *(f"  --width_{n} {n}" for n in range(28))])
    rows = "".join(f"{{'loss': 1.{n}, 'epoch': 0.{n}}}\n" for n in range(1, 4))
    reading = read_log(source_of(f"{command}\n{rows}")).reading

    assert len(reading.log) == 3
    table = "| Epoch | Train Loss |\n|---|---|\n" + "".join(
        f"| {n} | {2 / n:.3f} |\n" for n in range(1, 30)
    )
    assert read_log(source_of(f"{table}RuntimeError: boom\n")).reading.log == (
        "RuntimeError: boom",
    )


def test_a_log_is_read_once():
    source = source_of("epoch 1 loss 2.0")

    assert read_log(source) is read_log(source)


def test_unknown_names_that_never_change_are_left_out():
    reading = read_log(source_of("epoch 1 loss 2.0 foo=3\nepoch 2 loss 1.0 foo=3")).reading

    assert [curve.name for curve in reading.curves] == ["loss"]


@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error(text):
    read_log(Source("log", metric_names(), pasted=text))


def test_printed_dict_is_parsed_once_for_all_readers(monkeypatch):
    parsed = []
    parse = python_values.parse_printed

    def counted(text):
        parsed.append(text)
        return parse(text)

    monkeypatch.setattr(python_values, "parse_printed", counted)
    row = {"loss": 0.5, "kind": (None, None), "sizes": [256, 256], **dict.fromkeys("abcdefgh")}
    padded = str({**row, "text": "x" * 200})

    found = read_log(source_of(f"epoch 1\nresult = {padded}\n"))

    assert found.kind == "printed-dicts"
    assert parsed.count(padded) == 1
