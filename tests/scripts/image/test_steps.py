"""The Dockerfile as its steps, and what must hold of ours."""

from pathlib import Path

import pytest

from scripts.image.steps import UnknownStepError, stages_of

ROOT = Path(__file__).parents[3]
SMALL = """
# a comment
ARG BASE=debian:12
FROM ${BASE} AS build
RUN one \\
    && two
FROM ${BASE}
COPY --from=build /a /b
CMD ["start", "now"]
CMD ["end"]
"""


def ours():
    return stages_of((ROOT / "Dockerfile").read_text())


def test_stages_and_their_steps():
    build, last = stages_of(SMALL)

    assert (build.base, build.name, last.base, last.name) == ("debian:12", "build", "debian:12", "")
    assert build.steps[0].text.split() == ["one", "&&", "two"]
    assert last.steps[0].words == ["--from=build", "/a", "/b"]
    assert last.last("CMD").words == ["end"]


def test_step_that_is_not_known_is_refused():
    with pytest.raises(UnknownStepError, match="ADD"):
        stages_of("FROM a\nADD b c\n")


def test_word_that_is_missing_is_named():
    with pytest.raises(LookupError, match="no HEALTHCHECK"):
        stages_of(SMALL)[-1].last("HEALTHCHECK")


def test_image_runs_as_an_ordinary_user_with_a_probe():
    last = ours()[-1]

    assert last.last("USER").text == "10001:10001"
    assert last.last("HEALTHCHECK").text.endswith('"/app/deploy/probe.py"]')


def test_image_holds_every_part_of_the_site():
    """A part that the Dockerfile does not copy would be missed at the start only."""
    copied = {step.words[0] for step in ours()[0].steps if step.word == "COPY"}
    parts = {path.parent.name for path in ROOT.glob("*/__init__.py")}

    assert parts - {"benchmarks", "lab", "tests"} <= copied
    assert {"fixtures", "static", "templates", "deploy", "scripts", "manage.py"} <= copied
    assert not {"tests", "benchmarks", "lab", "."} & copied


def test_requirements_are_locked_with_hashes():
    (install,) = (step for step in ours()[0].steps if "pip install" in step.text)

    assert "--require-hashes -r requirements.lock" in install.text
