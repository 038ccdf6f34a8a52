import tomllib
from pathlib import Path

import pytest

from benchmarks.peers.finding import WARNING, Finding
from benchmarks.peers.mapping import UnmappedRuleError, read_mapping
from benchmarks.peers.peer import PEERS
from tests.engine.content import real_knowledge
from tests.together import together

ROOT = Path(__file__).parent.parent.parent.parent
NAMES = [peer.name for peer in PEERS]
TEXT = """
tool: doctor
version: "1"
license: MIT
rules:
  plain: [nan-loss]
  spoken:
    names: [loss-plateau]
    says:
      gradient exploded: [exploding-gradients, nan-loss]
      gradient vanished: [vanishing-gradients]
  quiet: []
  broken: {about: file}
"""


@pytest.fixture
def doctor(tmp_path):
    (tmp_path / "doctor.yaml").write_text(TEXT)
    return read_mapping("doctor", tmp_path)


def found(rule, text=""):
    return Finding(rule, WARNING, text)


@together("name", NAMES)
def test_rules_name_failures_that_exist(name):
    knowledge = real_knowledge()
    known = {*knowledge.ranked, *knowledge.planned}

    assert read_mapping(name).every_slug - known == set()


@together("name", NAMES)
def test_the_extra_installs_the_version_that_was_mapped(name):
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    rules = read_mapping(name)

    wanted = settings["project"]["optional-dependencies"]["peers"]
    assert rules.tool == name
    assert f"{name}=={rules.version}" in wanted


def test_a_rule_names_what_it_says(doctor):
    assert doctor.slugs(found("plain", "gradient exploded")) == ["nan-loss"]
    assert doctor.slugs(found("spoken")) == ["loss-plateau"]
    assert doctor.slugs(found("spoken", "its gradient exploded")) == [
        "loss-plateau",
        "exploding-gradients",
        "nan-loss",
    ]
    assert doctor.slugs(found("quiet")) == []


def test_a_rule_may_be_about_the_file(doctor):
    assert doctor.meaning(found("broken")).is_about_file
    assert not doctor.meaning(found("quiet")).is_about_file


def test_every_slug_is_collected(doctor):
    assert doctor.every_slug == {
        "nan-loss",
        "loss-plateau",
        "exploding-gradients",
        "vanishing-gradients",
    }


def test_a_rule_that_is_not_mapped_is_an_error(doctor):
    with pytest.raises(UnmappedRuleError, match="doctor: the rule 'new' is not mapped"):
        doctor.slugs(found("new"))


def test_a_mapping_without_its_version_is_refused(tmp_path):
    (tmp_path / "doctor.yaml").write_text("tool: doctor\nrules: {}\n")

    with pytest.raises(KeyError, match="version"):
        read_mapping("doctor", tmp_path)
