from engine.read.log.headings import run_of_heading, split_of_heading
from tests.together import together


@together(
    "line, split",
    [
        ("Test Error: ", "test"),
        ("Eval begin...", "val"),
        ("***** eval metrics *****", "val"),
        ("Validation Set5", "val"),
        ("Validating", "val"),
        ("Start training", "train"),
        ("Validation sanity check", ""),
        ("Loading validation data", ""),
        ("The validation set has been split off from the training data", ""),
        ("", ""),
        ("saved checkpoint", ""),
    ],
)
def test_a_short_line_that_names_a_split_heads_the_lines_below(line, split):
    assert split_of_heading(line) == split


@together(
    "line, run",
    [
        ("Fold 2/5", "fold 2"),
        ("==== Fold: 3 ====", "fold 3"),
        ("run two", "run 2"),
        ("Trial #4", "trial 4"),
        ("seed 42", "seed 42"),
        ("running 3 epochs", ""),
        ("runtime 3.5", ""),
        ("the fold 2", ""),
    ],
)
def test_a_line_opens_a_fold_or_run(line, run):
    assert run_of_heading(line) == run
