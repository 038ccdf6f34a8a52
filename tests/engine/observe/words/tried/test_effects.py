from engine.observe.words.tried import effects
from tests.engine.content import real_content


def named():
    for ways in effects._BY_THING.values():
        for effect in ways.values():
            for outcome in ("helps", "nothing", "worse", "fails", "no-memory"):
                yield from effect.of(outcome)


def test_every_sign_is_a_symptom():
    described = {symptom.slug for symptom in real_content().symptoms}

    assert set(named()) <= described
    assert len(set(named())) > 15
