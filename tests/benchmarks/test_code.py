from benchmarks.code import Pair, listed, pairs, report, report_of_folder
from engine.observe.code.findings import CodeFinding

FOUND = CodeFinding("a-rule", "one", 0.9, "a.py", 3, "x = 1", "It is wrong.")
BAD = "for x, y in loader:\n    loss = f(x)\n    loss.backward()\n    optimizer.step()\n"
GOOD = BAD.replace("    loss.b", "    optimizer.zero_grad()\n    loss.b")


def test_a_pair_is_found_when_only_the_bad_program_has_a_finding():
    assert Pair("one", (FOUND,), ()).is_found
    assert Pair("one", (FOUND,), ()).is_named
    assert not Pair("other", (FOUND,), ()).is_named
    assert not Pair("one", (FOUND,), (FOUND,)).is_found
    assert not Pair("one", (), ()).is_found


def test_pairs_of_a_folder_are_read(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one/bad.py").write_text(BAD)
    (tmp_path / "one/good.py").write_text(GOOD)

    [pair] = pairs(tmp_path)

    assert pair.is_found
    assert "1 of 1" in report([pair])
    assert "good programs with a finding: 0" in report([pair])


def test_findings_in_a_hundred_files(tmp_path):
    (tmp_path / "bad.py").write_text(BAD)
    (tmp_path / "good.py").write_text(GOOD)

    result = listed(tmp_path)

    assert (result.files, result.per_hundred) == (2, 50)
    assert "50.00 in 100" in report_of_folder(result)
    assert listed(tmp_path / "none").per_hundred == 0
