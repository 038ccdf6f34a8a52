import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.read import ReadError
from engine.read.parts.config_text import MAX_CHARACTERS, is_configuration, is_setting, parse
from engine.read.parts.config_text import parse as read_text
from tests.engine.read.short import read
from tests.together import together


@pytest.mark.parametrize(
    "text",
    [
        "lr=0.1\nbatch_size=16\n",
        "Namespace(lr=0.1, batch_size=16, name='a, b', sizes=[1, 2])",
        '{"lr": 0.1, "batch_size": 16}',
        "lr: 0.1\nbatch_size: 16",
    ],
)
def test_other_spellings_of_a_file(text):
    config = read(config=text).config
    assert (config["learning_rate"], config["batch_size"]) == (0.1, 16.0)


@pytest.mark.parametrize(
    ("arguments", "settings"),
    [
        ("name='a, b', lr=0.1", {"name": "a, b", "lr": 0.1}),
        ("sizes=[1, 2], betas=(0.9, 0.99)", {"sizes": [1.0, 2.0], "betas": [0.9, 0.99]}),
        ("sizes=[1, lr=0.1", {"sizes": "[1", "lr": 0.1}),
        ("a=[, b=(, c=[, lr=0.1", {"a": "[", "b": "(", "c": "[", "lr": 0.1}),
        ("name='a, lr=0.1", {"name": "'a", "lr": 0.1}),
    ],
)
def test_a_value_ends_where_it_closes_else_at_a_comma(arguments, settings):
    assert read_text(f"Namespace({arguments})", "args.txt") == settings


OPTIMIZED = {"learning_rate": 3e-4, "batch_size": 64, "optimizer": "adamw"}


@together(
    "name, text",
    [
        (
            "c.toml",
            'seed = 1\n[optimizer]\nname = "adamw"\nlr = 3e-4\n[data]\nbatch_size = 64\n'
            "sizes = [\n  32,\n  64,\n]\n",
        ),
        ("c.ini", "[training]\nlr = 3e-4\n; a comment\nbatch_size = 64\noptimizer = adamw\n"),
        (".env", "LR=3e-4\nBATCH_SIZE=64\nOPTIMIZER=adamw\n"),
        ("c.yaml", "optimizer:\n  _target_: torch.optim.AdamW\n  lr: 0.0003\nbatch_size: 64\n"),
        ("c.yaml", "--- \nlr: 0.0003\nbatch_size: 64\n---\noptimizer: adamw\n"),
        (
            "c.yaml",
            "note: |\n  lr: 5\n  words: and words\nlr: 0.0003\nbatch_size: 64\noptim: adamw\n",
        ),
        (
            "c.yaml",
            "lr:\n    desc: null\n    value: 0.0003\nbatch_size:\n    value: 64\n"
            "optimizer:\n    value: adamw\n_wandb:\n    value:\n        t:\n            1:\n"
            "            - 1\n            - 5\n",
        ),
        ("c.yaml", "rate: &rate 0.0003\noptim:\n  lr: *rate\n  name: adamw\nbatch_size: 64\n"),
        ("overrides.yaml", "- optimizer.lr=0.0003\n- +data.batch_size=64\n- optimizer=adamw\n"),
        ("c.gin", "LR = 3e-4\ntrain.lr = %LR\ntrain.batch_size = 64\ntrain.optimizer = @AdamW\n"),
        (
            "c.gin",
            "import mine\nscope/train.lr = 3e-4\ntrain.batch_size = 64\n"
            "train.optimizer = @torch.optim.AdamW()\n",
        ),
        (
            "c.py",
            "# fine-tuning\nlearning_rate = 3e-4 # max\nbatch_size = 8 * 8\noptimizer = 'adamw'\n",
        ),
        (
            "mm.py",
            "optim_wrapper = dict(\n    optimizer=dict(type='AdamW', lr=0.0003),\n)\n"
            "train_dataloader = dict(batch_size=64, shuffle=True)\nseed = 1\n",
        ),
        (
            "args.txt",
            "Namespace(lr=0.0003, batch_size=64, optimizer='adamw', d=PurePosixPath('x'))",
        ),
        (
            "args.txt",
            "TrainingArguments(\nlearning_rate=0.0003,\nper_device_train_batch_size=64,\n"
            "optim=OptimizerNames.ADAMW_TORCH_FUSED,\n)",
        ),
        (
            "args.txt",
            "Config(optim=OptimConfig(name='adamw', lr=0.0003), data=Data(batch_size=64))",
        ),
        ("args.txt", "{'lr': 0.0003,\n 'batch_size': 64,\n 'optimizer': 'adamw',\n 'x': None}"),
        ("args.txt", "lr ............ 0.0003\nbatch_size .... 64\noptimizer ..... adamw\n"),
        ("args.txt", "lr           : 0.0003\nbatch_size   : 64\noptimizer    : adamw\n"),
        ("args.txt", "--lr           0.0003\n--batch_size   64\n--optimizer    adamw\n"),
        ("args.txt", "- learning rate: 3e-4\n- batch size: 64\n- optimizer: AdamW\n"),
        (
            "args.md",
            "| name | value |\n|---|---|\n| lr | 0.0003 |\n| batch_size | 64 |\n"
            "| optimizer | adamw |\n",
        ),
        ("cmd.sh", "python train.py --lr 3e-4 --batch-size=64 \\\n  --optimizer adamw"),
        ("cmd.sh", "torchrun --nnodes 1 train.py lr=3e-4 data.batch_size=64 optimizer=adamw"),
        ("c.json", '{"lr": 0.0003, "batch_size": 64, "optimizer": {"name": "adamw"}}'),
    ],
)
def test_layouts_of_a_file(name, text):
    settings = read(config=text).config
    assert {key: settings.get(key) for key in OPTIMIZED} == OPTIMIZED

    if not name.endswith(".json"):
        assert is_configuration(text, name)


def test_one_setting_is_a_configuration_by_its_suffix_alone():
    assert is_configuration("learning_rate: 0.001\n", "hparams.yaml")
    assert not is_configuration("learning_rate: 0.001\n", "x.txt")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("requirements.txt", "torch==2.1.0\nnumpy>=1.26\npandas\n"),
        ("log.txt", "epoch: 1\nloss: 2.0\nepoch: 2\nloss: 1.5\nepoch: 3\nloss: 1.0\n"),
        ("log.yaml", "lr: 0.1\nloss: 2.0\nlr: 0.1\nloss: 1.0\nlr: 0.1\nloss: 0.5\n"),
        ("log.txt", "{'loss': 2.0, 'learning_rate': 0.1, 'epoch': 1.0}"),
        (
            "log.txt",
            "***** eval metrics *****\nepoch = 3.0\neval_loss = 0.5\neval_accuracy = 0.8\n",
        ),
        (
            "log.txt",
            "step:1/9 train_loss:3.2 train_time:1ms\nstep:2/9 train_loss:3.1 train_time:2ms",
        ),
        ("x.txt", "it fails: I do not know why it does\nhelp: please tell me what to do\n"),
    ],
)
def test_what_looks_like_settings_and_is_none(name, text):
    assert not is_configuration(text, name)


@pytest.mark.parametrize(
    "text",
    [
        "torch==2.1.0\nnumpy>=1.26\n",
        "name: env\nchannels:\n- conda-forge\ndependencies:\n- numpy=1.26=py\n- torch=2.1\n",
        "name: env\nchannels: [defaults]\ndependencies: [python=3.11, pip]\n",
    ],
)
def test_packages_are_no_settings(text):
    assert read(config=text).config == {}


def test_settings_of_a_program_are_found():
    text = "import torch\nlr = 0.1\nval_loss = 0.0\nmodel = Net()\nopt = SGD(p, lr=0.2)"

    assert read(config=text).config["learning_rate"] == 0.1


@pytest.mark.parametrize(
    "text", ["", "just words here\nand there", "Traceback (most recent call last):\n  File x\n"]
)
def test_no_configuration(text):
    assert not is_configuration(text)


def test_text_beyond_a_configuration_is_refused():
    with pytest.raises(ReadError) as caught:
        read(config="lr: 1\n" * MAX_CHARACTERS)
    assert caught.value.problems[0].pointer == "config"


def test_blocks_lists_and_flow_values_are_nested():
    text = """
model:
  net: {width: 64, act: 'relu'}
  sizes:
    - 8
    - 4  # the last one
data:
  - train.csv
  - val.csv
seed: 7
"""

    assert parse(text, "c.yaml") == {
        "model": {"net": {"width": 64.0, "act": "relu"}, "sizes": [8.0, 4.0]},
        "data": ["train.csv", "val.csv"],
        "seed": 7.0,
    }


def test_key_without_value_below_it_is_left_out():
    assert parse("a:\nb: 1\n", "c.yaml") == {"b": 1.0}


def test_item_above_the_indent_of_its_key_is_left_out():
    assert parse("x:\n  a:\n- 1\nb: 2\n", "c.yaml") == {"x": {}, "b": 2.0}


def test_broken_json_is_refused():
    with pytest.raises(ReadError, match=r"c\.json:1"):
        parse('{"lr": ', "c.json")


@given(st.text(alphabet="ab:- \n#[]{}'\"=,.1", max_size=80))
def test_any_text_is_a_mapping_or_refused(text):
    try:
        settings = parse(text, "c.yaml")
    except ReadError:
        return

    assert isinstance(settings, dict)


BOX = "| setting | value |\n|---|---|\n| lr | 0.1 |\n| epochs | 3 |\n"


def test_a_table_of_settings_is_a_configuration():
    assert is_configuration(BOX)


def test_a_table_of_results_below_it_is_none():
    assert not is_configuration(
        f"{BOX}\n| epoch | loss | acc |\n|---|---|---|\n| 1 | 0.9 | 1.0 |\n"
    )


@pytest.mark.parametrize("line", ["lr: 0.1", "  optimizer: adam", "[train]", "- relu", "a = 3"])
def test_lines_of_a_configuration(line):
    assert is_setting(line)


@pytest.mark.parametrize(
    "line", ["Traceback (most recent call last)", "CUDA error: out of memory on device 0", ""]
)
def test_lines_that_are_no_setting(line):
    assert not is_setting(line)
