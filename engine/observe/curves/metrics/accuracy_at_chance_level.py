from engine.evidence import Finding
from engine.observe.facts import curve, span, tail
from engine.observe.learned import validation_skill
from engine.observe.robust import logistic
from engine.observe.settings import guessing_accuracy
from engine.run import Case

SYMPTOM = "accuracy-at-chance-level"
# Best kept level above guessing, 0 for always naming the largest class and 1 for perfect. Own: a
# few hundred validation samples scatter by 0.05.
NORMAL_SKILL, ABNORMAL_SKILL = 0.25, 0.06


def observe(case: Case) -> Finding | None:
    skill, guess = validation_skill(case), guessing_accuracy(case)
    name = "val_accuracy" if curve(case, "val_accuracy") is not None else "train_accuracy"
    accuracy = curve(case, name)
    if accuracy is None or guess is None or guess >= 1:
        return None
    end = tail(accuracy.y)
    level = skill[0] if skill is not None and skill[1] == name else (end - guess) / (1 - guess)
    text = f"{name} ends at {end:.3f}; always naming the largest class gives {guess:.3f}."
    strength = logistic(level, NORMAL_SKILL, ABNORMAL_SKILL)
    return Finding(strength, text, f"metrics.{name}", span(accuracy), {"skill": level})
