"""The edition is asked for once a second, by one thread; without a database the last one stays."""

import logging
from threading import Event, Thread

from django.db import OperationalError

from web.kept.watch import Watch


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def test_the_edition_is_asked_for_at_most_once_a_second():
    clock, asked = Clock(), iter("abc")
    watch = Watch(lambda: next(asked), seconds=1.0, clock=clock)

    assert [watch.edition(), watch.edition()] == ["a", "a"]
    clock.now += 0.9
    assert watch.edition() == "a"
    clock.now += 0.1
    assert watch.edition() == "b"


def test_what_an_answer_was_made_of_is_known_at_once():
    clock = Clock()
    watch = Watch(lambda: "a", clock=clock)
    watch.edition()
    watch.saw("b")

    assert watch.edition() == "b"


def test_without_a_database_the_last_one_stays(caplog):
    clock, answers = Clock(), iter(["a", OperationalError("gone"), "b"])

    def look():
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    watch = Watch(look, clock=clock)
    watch.edition()
    clock.now += 2
    with caplog.at_level(logging.WARNING):
        assert watch.edition() == "a"
    assert "given as before" in caplog.text
    clock.now += 2
    assert watch.edition() == "b"


def test_threads_do_not_wait_for_the_one_that_asks():
    clock, is_asking, may_answer = Clock(), Event(), Event()
    answers = iter("ab")

    def look():
        if clock.now > 100:
            is_asking.set()
            may_answer.wait(10)
        return next(answers)

    watch = Watch(look, clock=clock)
    watch.edition()
    clock.now += 2
    thread = Thread(target=watch.edition)
    thread.start()
    try:
        assert is_asking.wait(10)
        assert watch.edition() == "a"
    finally:
        may_answer.set()
        thread.join(10)
    assert watch.edition() == "b"
