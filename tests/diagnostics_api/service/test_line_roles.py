import pytest

from diagnostics_api.service.answer import answer_to
from diagnostics_api.service.fields import read_fields
from diagnostics_api.service.line_roles import IN_WORDS, MOST_LINES, line_roles
from tests.diagnostics_api.small import small_published

LOG = (
    "step 10 loss 1.5",
    "RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB",
    "[E ProcessGroupNCCL.cpp:475] [Rank 1] Watchdog caught collective operation timeout",
    "torch.distributed.elastic.multiprocessing.errors.ChildFailedError:",
)


def roles_of(**fields):
    published = small_published()
    return line_roles(answer_to(read_fields(fields, published.knowledge), published))


def test_the_root_and_what_follows_are_told_apart():
    found = {each.line: each.role for each in roles_of(log="\n".join(LOG))}

    assert found[2] == "root"
    assert 1 not in found
    assert len(found) == 3
    assert found[4] in {"teardown", "consequence"}


def test_each_role_brings_its_line_and_plain_words():
    first = roles_of(log="\n".join(LOG))[0]

    assert (first.line, first.in_words) == (2, "first cause")
    assert first.text == LOG[1]
    assert set(IN_WORDS) == {"root", "consequence", "teardown", "advice", "noise"}


def test_lines_that_words_quote_are_lines_of_the_words():
    told = f"It ends so on my card:\n{LOG[1]}"

    assert [(each.line, each.text) for each in roles_of(description=told)] == [(2, LOG[1])]


@pytest.mark.parametrize("log", ["step 1 loss 2.0\nstep 2 loss 1.5", "nothing at all"])
def test_a_log_without_messages_has_no_roles(log):
    assert roles_of(log=log) == ()


def test_a_bounded_number_of_lines_is_listed():
    assert len(roles_of(log="\n".join(LOG * 400))) <= MOST_LINES
