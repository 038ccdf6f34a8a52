"""Highlighted programs: one listing of what differs, in which what is far from it can be folded."""

from content.programs import CONTEXT, diff_to_html, snippets_to_html


def test_lines_of_both_programs_stand_once_and_those_that_differ_are_marked():
    made = diff_to_html(
        "import torch\nlr = 10\nrun(lr)\n", "import torch\nlr = 0.1\nwarm_up()\nrun(lr)\n"
    )

    assert made.count('class="line del"') == 1
    assert made.count('class="line add"') == 2
    assert made.count('class="line"') == 2
    assert made.index("torch") < made.index("line del") < made.index("line add")
    assert made.index("warm_up") < made.index("run(lr)")


def test_marks_stay_on_their_line_inside_long_strings():
    made = diff_to_html('a = """\none\n"""\nb = 1\n', 'a = """\none\n"""\nb = 2\n')
    marked = made[made.index("line del") :]
    assert 'b = <span class="mi">1</span>' in marked
    assert "one" not in marked


def test_lines_of_a_listing_look_as_in_the_whole_program():
    source = 'x = 1\ndef f():\n    """One\n    # no comment\n    """\n    return f"{1}"  # """\n'

    made = diff_to_html(source, source + "x = 2\n")

    whole = snippets_to_html([{"framework": "python", "code": source}])
    for line in ("# no comment", "return"):
        shown = next(part for part in whole.split("\n") if line in part)
        assert shown in made


def test_a_text_that_is_no_program_is_highlighted_whole():
    made = diff_to_html('if (:\n"""\nimport x', "")

    assert made.count('class="line del"') == 3
    assert "import x" in made


def test_what_has_no_color_has_no_span():
    made = diff_to_html("print(a + 1)  # why", "")

    assert "print(a + " in made
    assert made.count("<span") == 3  # the line, the number, the comment


def test_no_programs_make_no_markup():
    assert diff_to_html("", "") == ""


def test_programs_are_escaped():
    far = "\n".join(f"x = '<script>{number}'" for number in range(20))

    made = diff_to_html(f"{far}\na = '<b>'", f"{far}\na = '<i>'")

    assert 'class="far"' in made
    for tag in ("<script>", "<b>", "<i>"):
        assert tag not in made


def test_lines_far_from_a_difference_are_folded_together():
    lines = [f"a{number} = 1" for number in range(20)]
    changed = [*lines[:10], "b = 1", *lines[11:]]

    made = diff_to_html("\n".join(lines), "\n".join(changed))

    assert made.count('class="far"') == 2
    assert made.count('class="line"') == 2 * CONTEXT
    assert '<span class="far">a0 = 1\na1 = 1\n' in made
    assert "a19 = 1\n</span>" in made


def test_what_programs_tell_about_themselves_is_folded_and_keeps_its_mark():
    body = "\n".join(f"a{number} = 1" for number in range(20))

    made = diff_to_html(f'"""It\nfails."""\n{body}\nb = 1', f'"""It works."""\n{body}\nb = 2')

    folded = made[: made.index("a0 = 1")]
    assert folded.count('<span class="far">') == 1
    assert folded.count('class="line del"') == 2
    assert folded.count('class="line add"') == 1


def test_equal_programs_are_one_without_marks():
    made = diff_to_html("a = 1\n", "a = 1\n")

    assert made.count('class="line"') == 1
    assert "far" not in made


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
