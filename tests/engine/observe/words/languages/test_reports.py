"""Sentences of reports: what they say in English must come out, in its direction."""

from engine.observe.words.languages.translate import to_english
from engine.observe.words.languages.understood import put_together
from tests.together import together

SAID = [
    # Chinese
    ("loss在0和无穷大之间来回跳，不知道为什么。", "loss 0 and infinity back and forth"),
    (
        "验证损失比训练损失还低，这正常吗？",
        "validation loss lower than training loss , is this normal?",
    ),
    ("模型的测试准确率比训练准确率差很多", "test accuracy worse than training accuracy"),
    ("奖励先上升后下降", "reward first rises then decreases"),
    ("断点续训之后loss突然升高", "after resume loss suddenly rises"),
    ("batch size改大以后效果反而变差", "larger performance gets worse"),
    ("目标检测训练完什么都检测不到", "object detection training detects nothing"),
    ("softmax输出都是0.99", "0.99"),
    # Japanese
    ("損失が0と無限大を交互に繰り返します。", "loss 0 infinity back and forth"),
    (
        "検証損失が訓練損失より低いのですが、これは正常ですか？",
        "validation loss lower than training loss",
    ),
    ("訓練損失より検証損失のほうが高い", "validation loss higher than training loss"),
    ("クラスしか予測しません", "only"),
    ("報酬は最初は上がるが、その後下がってしまう。", "reward first rises , but then decreases"),
    ("それ以降、損失は下がり続ける", "loss keeps decreases"),
    ("結果が、おかしい", "results , strange"),
    # German
    ("Einmal ist der Verlust 0, dann wieder unendlich.", "once loss 0, again infinity"),
    ("Der Verlust ist unendlich und ändert sich nicht.", "loss infinity and not changes"),
    (
        "Das Netz sagt für jedes Bild dieselbe Klasse voraus.",
        "network predictions each images same",
    ),
    ("Der Loss bleibt bei 2,303 hängen und bewegt sich nicht mehr.", "2.303 and no longer moves"),
    ("Die Genauigkeit bricht ein.", "accuracy drops"),
    ("Mit größerem Batch wird das Ergebnis schlechter statt besser.", "worse instead of better"),
    (
        "Der Verlust wird zu NaN und die Lernrate ist zu hoch.",
        "becomes to nan and learning rate too high",
    ),
    # Spanish
    ("La pérdida alterna entre 0 e infinito en cada paso.", "loss back and forth 0 infinity"),
    ("El detector no encuentra ningún objeto.", "detector detects no objects"),
    ("La red ya no aprende y la pérdida apenas baja.", "loss hardly decreases"),
    ("El resultado es peor en prueba que en entrenamiento.", "worse on test than on training"),
    ("La pérdida bajó un 98 % y vuelve a subir.", "loss decreases 98% and rises again"),
    ("El resultado empeora en vez de mejorar.", "gets worse instead of improves"),
    # French
    ("La perte vaut tantôt 0, tantôt l'infini.", "loss back and forth 0, back and forth infinity"),
    ("La perte ne descend plus après 1000 pas.", "loss stops decreasing after 1000 steps"),
    ("Le modèle ne prédit que la classe majoritaire.", "model only predictions majority class"),
    ("La courbe ne converge jamais.", "never converge"),
    ("Le score est pire en test qu'en entraînement.", "worse on test than on training"),
    ("La perte remonte sans cesse au lieu de baisser.", "rises again always instead of decreases"),
]
NOT_SAID = [
    # the 0 of a term is not that of 0.99, and 更新 is not 新
    ("输出都是0.99", "0 ."),
    ("参数没有更新", "new"),
    # 変わ is not 変, and 誤差 not 差
    ("変わりません", "strange"),
    ("検証誤差", "gap"),
    # "zu" in front of a verb is no "too", and the stem of "vortrainiert" is not "vor"
    ("Das Netz beginnt zu lernen und der Verlust sinkt", "too"),
    ("mit vortrainierten Gewichten und der Lernrate", "before"),
    # an "ordenador" is not sorted, and "bajó" is not "low"
    ("en el ordenador la pérdida no cambia", "sorted"),
    ("la pérdida bajó y no cambia", "low"),
    # "pas" behind a figure is no negation, nor "plus" in a comparison the end of something
    ("la perte monte après 1000 pas de plus", "not"),
    ("le modèle est plus lent que sur un seul gpu", "no longer"),
]


@together("text, words", SAID)
def test_a_sentence_says_this(text, words):
    understood = to_english(text)

    assert words in understood.text
    assert understood.is_enough


@together("text, word", NOT_SAID)
def test_a_sentence_does_not_say_this(text, word):
    understood = to_english(text)

    assert understood.language != "English"
    assert f" {word} " not in f" {understood.text} "


def test_a_term_that_asks_needs_no_second_mark():
    assert to_english("损失不变，这正常吗？").text.endswith("is this normal?")
    assert put_together("", [], "Chinese").text == ""
