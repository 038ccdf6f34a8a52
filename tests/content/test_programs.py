"""Highlighted programs: what differs is marked, and what is far from it can be folded."""

from content.programs import CONTEXT, pair_to_html, snippets_to_html


def test_lines_that_differ_are_marked():
    bad, good = pair_to_html(
        "import torch\nlr = 10\nrun(lr)\n", "import torch\nlr = 0.1\nwarm_up()\nrun(lr)\n"
    )
    assert bad.count('class="line del"') == 1
    assert good.count('class="line add"') == 2
    assert bad.count('class="line"') == good.count('class="line"') == 2
    assert bad.index("line del") < bad.index("10") < bad.index("run")


def test_marks_stay_on_their_line_inside_long_strings():
    bad, _ = pair_to_html('a = """\none\n"""\nb = 1\n', 'a = """\none\n"""\nb = 2\n')
    marked = bad[bad.index("line del") :]
    assert '<span class="n">b</span>' in marked
    assert "one" not in marked


def test_lines_of_a_pair_look_as_in_the_whole_program():
    source = 'def f():\n    """One\n    # no comment\n    """\n    return f"{1}"  # """\n'

    bad, good = pair_to_html(source, source + "x = 1\n")

    whole = snippets_to_html([{"framework": "python", "code": source}])
    for line in ("# no comment", "return"):
        shown = next(part for part in whole.split("\n") if line in part)
        assert shown in bad
        assert shown in good


def test_a_text_that_is_no_program_is_highlighted_whole():
    bad, _ = pair_to_html('if (:\n"""\nimport x', "")

    assert bad.count('class="line del"') == 3
    assert "import x" in bad


def test_no_programs_make_no_markup():
    assert pair_to_html("", "") == ("", "")


def test_programs_are_escaped():
    bad, _ = pair_to_html("x = '<script>'\n", "")
    assert "<script>" not in bad


def test_lines_far_from_a_difference_are_told_from_those_around_it():
    lines = [f"a{number} = 1" for number in range(20)]
    changed = [*lines[:10], "b = 1", *lines[11:]]

    bad, good = pair_to_html("\n".join(lines), "\n".join(changed))

    for made in (bad, good):
        assert made.count('class="line far"') == 20 - 1 - 2 * CONTEXT
        assert made.count('class="line cut"') == 1


def test_equal_programs_have_no_lines_far_away():
    bad, good = pair_to_html("a = 1\n", "a = 1\n")

    assert bad == good
    assert "far" not in bad


def test_a_snippet_stands_below_the_name_of_its_framework():
    made = snippets_to_html(
        [
            {"framework": "pytorch", "code": "lr = 0.1  # rate\n\n"},
            {"framework": "scikit-learn", "code": "x < y"},
        ]
    )

    assert made.count('<div class="snippet">') == made.count('<pre tabindex="0">') == 2
    assert made.index("PyTorch") < made.index("# rate</span>\n</code>") < made.index("scikit-learn")
    assert "&lt;" in made
