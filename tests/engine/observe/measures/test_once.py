from engine.observe.measures.once import once_per_case
from tests.engine.cases import case


def test_work_is_done_once_for_each_case_and_argument():
    calls = []

    @once_per_case
    def measured(run, name=""):
        calls.append(name)
        return len(calls)

    first, second = case(), case()

    assert measured(first) == measured(first) == 1
    assert measured(second) == 2
    assert measured(first, "lr") == 3
    assert measured(first) == 1
