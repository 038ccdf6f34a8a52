"""Tables under any separator and drawing, with units, locales and comments."""

import pytest

from tests.engine.read.faults.reading import assert_reads, given
from tests.together import together

EPOCHS = {"train_loss": {1: 0.9, 2: 0.8, 3: 0.7}, "val_loss": {1: 1.0, 2: 0.95, 3: 0.97}}

DRAWINGS = [  # formats 8
    given(
        "heavy boxes of rich",
        """
        ┏━━━━━━━┳━━━━━━━━━━━━┳━━━━━━━━━━┓
        ┃ Epoch ┃ Train loss ┃ Val loss ┃
        ┡━━━━━━━╇━━━━━━━━━━━━╇━━━━━━━━━━┩
        │ 1     │ 0.9        │ 1.0      │
        │ 2     │ 0.8        │ 0.95     │
        │ 3     │ 0.7        │ 0.97     │
        └───────┴────────────┴──────────┘
        """,
        **EPOCHS,
    ),
    given(
        "tabulate's grid",
        """
        +---------+--------------+------------+
        |   epoch |   train_loss |   val_loss |
        +=========+==============+============+
        |       1 |          0.9 |       1.00 |
        +---------+--------------+------------+
        |       2 |          0.8 |       0.95 |
        +---------+--------------+------------+
        |       3 |          0.7 |       0.97 |
        +---------+--------------+------------+
        """,
        **EPOCHS,
    ),
    given(
        "Markdown",
        """
        | Epoch | Training Loss | Validation Loss |
        |:-----:|:-------------:|:---------------:|
        | 1     | 0.9           | 1.0             |
        | 2     | 0.8           | 0.95            |
        | 3     | 0.7           | 0.97            |
        """,
        **EPOCHS,
    ),
    given(
        "pandas prints its index without a name",
        """
           epoch  train_loss  val_loss
        0      1         0.9      1.00
        1      2         0.8      0.95
        2      3         0.7      0.97
        """,
        **EPOCHS,
    ),
    given(
        "columns set apart by single blanks",
        """
        epoch train_loss val_loss
        1 0.9 1.0
        2 0.8 0.95
        3 0.7 0.97
        """,
        **EPOCHS,
    ),
    given(
        "savetxt with its header as a comment",
        """
        # epoch train_loss val_loss
        1.000e+00 9.000e-01 1.000e+00
        2.000e+00 8.000e-01 9.500e-01
        3.000e+00 7.000e-01 9.700e-01
        """,
        **EPOCHS,
    ),
    given(
        "comments above a CSV",
        """
        # written by train.py
        # host: node7
        epoch,train_loss,val_loss
        1,0.9,1.0
        2,0.8,0.95
        3,0.7,0.97
        """,
        **EPOCHS,
    ),
    given(
        "a table that lies on its side",
        """
        epoch,1,2,3
        train_loss,0.9,0.8,0.7
        val_loss,1.0,0.95,0.97
        """,
        **EPOCHS,
    ),
    given(
        "HTML of a notebook",
        """
        <table border="1" class="dataframe"><thead><tr style="text-align: left;">
        <th>Epoch</th><th>Training Loss</th><th>Validation Loss</th></tr></thead><tbody>
        <tr><td>1</td><td>0.9</td><td>1.0</td></tr>
        <tr><td>2</td><td>0.8</td><td>0.95</td></tr>
        <tr><td>3</td><td>0.7</td><td>0.97</td></tr></tbody></table>
        """,
        **EPOCHS,
    ),
    given(
        "metric and value, one a row",
        """
        epoch,metric,value
        1,train_loss,0.9
        1,val_loss,1.0
        2,train_loss,0.8
        2,val_loss,0.95
        3,train_loss,0.7
        3,val_loss,0.97
        """,
        **EPOCHS,
    ),
    given(
        "spaCy's header of two signs",
        """
        E    #       LOSS TOK2VEC  LOSS TEXTCAT  CATS_SCORE  SCORE
        ---  ------  ------------  ------------  ----------  ------
          0       0          0.00          0.25       48.00    0.48
          0     200          0.10         12.25       55.00    0.55
          1     400          0.20         10.25       60.00    0.60
        """,
        train_tok2_vec_loss=[0.0, 0.1, 0.2],
        train_textcat_loss=[0.25, 12.25, 10.25],
        train_loss={0: 0.25, 200: 12.35, 400: 10.45},
        val_cats_score=[48.0, 55.0, 60.0],
        val_accuracy=[0.48, 0.55, 0.6],
    ),
    given(
        "boosting of scikit-learn with units in its cells",
        """
              Iter       Train Loss   Remaining Time
                 1           1.2011            3.86s
                 2           1.1023            3.51s
                 3           1.0211            2.98s
        """,
        train_loss={1: 1.2011, 2: 1.1023, 3: 1.0211},
    ),
    given(
        "fastai with its bar above the header",
        """
        epoch     train_loss  valid_loss  accuracy  time
        0         0.900000    1.000000    0.610000  00:03
        1         0.800000    0.950000    0.650000  00:03
        2         0.700000    0.970000    0.660000  00:03
        """,
        train_loss={0: 0.9, 1: 0.8, 2: 0.7},
        val_loss={0: 1.0, 1: 0.95, 2: 0.97},
        val_accuracy=[0.61, 0.65, 0.66],
    ),
    given(
        "fastai without a bar prints lists",
        """
        ['epoch', 'train_loss', 'valid_loss', 'accuracy', 'time']
        [0, 0.9, 1.0, 0.61, '00:03']
        [1, 0.8, 0.95, 0.65, '00:03']
        [2, 0.7, 0.97, 0.66, '00:03']
        """,
        train_loss={0: 0.9, 1: 0.8, 2: 0.7},
        val_loss={0: 1.0, 1: 0.95, 2: 0.97},
        val_accuracy=[0.61, 0.65, 0.66],
    ),
    given(
        "Vowpal Wabbit's header of two lines",
        """
        average  since         example        example        current        current  current
        loss     last          counter         weight          label        predict features
        0.693147 0.693147            1            1.0         1.0000         0.0000       12
        0.612311 0.531475            2            2.0        -1.0000        -0.2100       12
        0.551230 0.490149            4            4.0         1.0000         0.3100       12
        """,
        train_loss=[0.693147, 0.612311, 0.55123],
    ),
]

CELLS = [  # formats 14, reading B5
    given(
        "a comment of JSON above a monitor",
        """
        #{"t_start": 1700000000.0, "env_id": "CartPole-v1"}
        r,l,t
        10.0,10,0.5
        20.0,20,0.9
        30.0,30,1.4
        """,
        reward=[10.0, 20.0, 30.0],
        episode_length=[10.0, 20.0, 30.0],
    ),
    given(
        "percent signs in cells",
        """
        epoch,loss,accuracy,time
        1,0.9,55%,0:00:03
        2,0.8,60%,0:00:03
        3,0.7,61.5%,0:00:03
        """,
        train_loss={1: 0.9, 2: 0.8, 3: 0.7},
        train_accuracy=[0.55, 0.6, 0.615],
    ),
    given(
        "decimal commas between semicolons",
        """
        epoch;loss;val_loss
        1;0,9;1,0
        2;0,8;0,95
        3;0,7;0,97
        """,
        **EPOCHS,
    ),
    given(
        "German names",
        """
        Epoche;Verlust;Genauigkeit
        1;0,9;55,0 %
        2;0,8;60,0 %
        3;0,7;61,5 %
        """,
        train_loss={1: 0.9, 2: 0.8, 3: 0.7},
        train_accuracy=[0.55, 0.6, 0.615],
    ),
    given(
        "tensors in cells",
        """
        epoch,loss
        1,"tensor(0.9, device='cuda:0')"
        2,"tensor(0.8, device='cuda:0', grad_fn=<NllLossBackward0>)"
        3,tensor(0.7)
        """,
        train_loss={1: 0.9, 2: 0.8, 3: 0.7},
    ),
    given(
        "TensorBoard's download",
        """
        Wall time,Step,Value
        1700000000.1,10,0.9
        1700000001.2,20,0.8
        1700000002.3,30,0.7
        """,
    ),
]

TABLES = [*DRAWINGS, *CELLS]


@together("text, series, config", TABLES)
def test_tables(text, series, config):
    assert_reads(text, series, config)


@pytest.mark.parametrize("name", ["train_loss.csv", "run-1-tag-train_loss.csv", "train/loss.csv"])
def test_the_name_of_a_download_names_its_values(name):
    text = "Wall time,Step,Value\n1.0,10,0.9\n2.0,20,0.8\n3.0,30,0.7\n"

    assert_reads(text, {"train_loss": {10: 0.9, 20: 0.8, 30: 0.7}}, name=name)
