from config.staff.log_lines import who


def test_a_client_is_named_on_one_line():
    assert who("a\nb", "192.0.2.1", "agent", "/admin/login/", None) == r"'a\nb' at 192.0.2.1"
    assert who(None, None, "", "", None) == "None at None"
