from dictionary.naming import Named
from dictionary.templatetags.measured import links, percent, percent_of


def test_shares_are_written_in_whole_percent():
    assert [percent(share) for share in (0, 0.625, 1)] == ["0%", "62%", "100%"]
    assert percent_of(37, 62) == "60%"


def test_a_part_of_nothing_is_no_share():
    assert percent_of(0, 0) == "–"


def test_names_with_an_address_are_links_and_all_are_escaped():
    names = [Named("a", "A & B", "/e/a/"), Named("b", "<b>")]

    assert links(names) == '<a href="/e/a/">A &amp; B</a>, &lt;b&gt;'
    assert links([]) == ""
