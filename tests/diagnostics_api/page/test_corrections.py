import pytest
from django.http import QueryDict

from diagnostics_api.page.corrections import Corrections, sent_corrections


def test_what_stays_as_it_was_read_is_no_correction():
    sent = QueryDict("curve=a&curve_as=*&curve=b&curve_as=val_loss&curve=c&curve_as=&curve=d")

    assert sent_corrections(sent).names == {"b": "val_loss", "c": ""}
    assert sent_corrections(QueryDict("run=run+1")).run == "run 1"


def test_a_choice_on_the_page_holds_over_a_pasted_one():
    chosen = Corrections("run 1", {"a": "val_loss"})

    joined = chosen.joined_with({"run": "run 2", "names": {"a": "", "b": ""}})

    assert joined == {"run": "run 1", "names": {"a": "val_loss", "b": ""}}
    assert Corrections().joined_with({"run": "run 2"}) == {"run": "run 2", "names": {}}


@pytest.mark.parametrize("pasted", [None, 3, ["a"], {"names": 3}])
def test_a_pasted_value_of_another_type_is_left_to_the_check(pasted):
    assert Corrections("run 1", {"a": ""}).joined_with(pasted) == pasted


def test_what_stands_in_no_list_is_sent_along():
    corrections = Corrections("run 1", {"a": "", "b": "lr"})

    assert corrections.beside(frozenset({"a"}), has_runs=True) == Corrections("", {"b": "lr"})
    assert corrections.beside(frozenset(), has_runs=False) == corrections
