from scripts.image.sandbox import Sandbox


def test_only_what_may_be_written_is_bound_for_writing(tmp_path):
    (tmp_path / "app").mkdir()
    stage = Sandbox(tmp_path, workdir="/app")
    line = stage.command(["/var/lib/site"], ["true"])
    writable = [line[place + 2] for place, word in enumerate(line) if word == "--bind"]

    assert writable == ["/var/lib/site"]
    assert line[-1] == "true"
