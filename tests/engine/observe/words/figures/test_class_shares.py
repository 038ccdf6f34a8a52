from engine.observe.words.figures.class_shares import UNEVEN, class_shares
from engine.observe.words.plain import plain
from tests.together import together


def strengths(text):
    return {stated.symptom: stated.strength for stated in class_shares(plain(text))}


@together(
    "text",
    [
        "99% negatives, 1% positives",
        "background is 97 percent of all pixels",
        "0.4% positives",
        "positives are only 3% of rows",
        "should I oversample? my class ratio is 1:250",
        "9800 negative and 120 positive images",
        "a churn model with 4% positives and an AUC of 0.84",
        "class 0 has 9000 samples and class 1 has 300",
        "95% of my labels are 0",
        "97% of the samples have label 1",
        "fraud detection with 2% positives",
        "98% accuracy, but only 3% of the rows are positive",
        "1 million negatives and 2k positives",
    ],
)
def test_uneven_classes_are_seen(text):
    assert strengths(text)[UNEVEN] > 0.8


@together(
    "text",
    [
        "5% false positives",
        "split 80:20 in train and test, positives in both",
        "recall 80% positives",
        "45% positives",
        "the loss goes from 100 to 1",
        "when it says 0.6 it is 10% positive in that group",
        "0% positives",
        "accuracy on positives is 95%",
        "recall for the positives is 4%",
        "the model finds only 5% of the positives",
        "it predicts 98% negatives",
        "3% of the positives are missed",
        "false positives are 3% of predictions",
        "90% of the images are labeled",
        "95% of the samples have labels",
        "9% of labels have one such letter",
        "95% positive predictive value",
        "a learning rate decay of 1:10 in the negative branch",
        "recall on positives goes from 5 to 80",
        "1000 true positives and 20 false positives",
    ],
)
def test_other_shares_and_even_classes_are_not(text):
    assert UNEVEN not in strengths(text)


def test_sentences_name_the_numbers():
    [stated] = class_shares(plain("1% positives"))

    assert stated.text == "You state classes of 1 % and 99 %."
    assert stated.spans == ()
