import re
from pathlib import Path

import yaml

import engine.observe
from engine.observe import DETECTORS
from engine.observe.bands import bands, citations
from engine.observe.measures.band import Band
from tests.engine.content import FIXTURES
from tests.together import together

OBSERVE = Path(engine.observe.__file__).parent
SOURCES = yaml.safe_load((FIXTURES / "sources.yaml").read_text(encoding="utf-8"))
BANDS = list(bands())
WITHOUT_LINK = {"measurement", "derivation", "judgment"}
# Stated settings are read as they are: nothing is measured, so there is no bound and no source.
READ_AS_STATED = {
    "adversarial-losses",  # read from the names of the curves
    "custom-initialization",
    "rectifier-activations",
    "shuffle-disabled",
    "split-ignores-time",
}


def test_bands_come_with_their_symptom_and_name():
    named = {(symptom, name): band for symptom, name, band in BANDS}

    assert named["loss-oscillates", "SWING"].abnormal == 0.09
    assert named["learning-rate-above-usual", "RATE[sgd]"].normal == 0.35
    assert named["regularization-strong", "DROPOUT"].compare == ("umlaut",)


def test_bands_follow_the_order_of_the_detectors():
    order = [detector.symptom for detector in DETECTORS]
    places = [order.index(symptom) for symptom, _, _ in BANDS]

    assert places == sorted(places)


def test_no_band_is_listed_twice():
    names = [(symptom, name) for symptom, name, _ in BANDS]

    assert len(names) == len(set(names))


def test_each_band_written_in_a_detector_is_listed():
    written = 0
    for path in [*OBSERVE.glob("curves/*/*.py"), *OBSERVE.glob("config/*.py")]:
        text = path.read_text(encoding="utf-8")
        written += len(re.findall(r"^[A-Z_0-9]+ = Band\(", text, re.MULTILINE))
        written += len(re.findall(r"^    \"\w+\": _band\(", text, re.MULTILINE))
        written += len(
            re.findall(r"^[A-Z_]+ = (?:model_size|regularization)\.", text, re.MULTILINE)
        )

    assert len(BANDS) == written


@together("named", BANDS, ids=lambda named: f"{named.symptom}-{named.name}")
def test_a_band_has_two_bounds_on_its_scale(named):
    band = named.band

    assert band.normal != band.abnormal
    assert not band.log or min(band.normal, band.abnormal) > 0
    assert band.note
    assert band.source not in band.compare


def test_every_detector_that_measures_cites_a_source():
    citing = {symptom for symptom, _ in citations()}

    assert {detector.symptom for detector in DETECTORS} - citing == READ_AS_STATED


def test_citations_name_each_source_of_a_detector_once():
    cited = list(citations())

    assert ("loss-oscillates", "autotrainer") in cited
    assert len(cited) == len(set(cited))


@together("named", BANDS, ids=lambda named: f"{named.symptom}-{named.name}")
def test_tools_that_a_note_names_are_among_the_sources(named):
    names = {
        source["name"]: source["slug"] for source in SOURCES if source["kind"] not in WITHOUT_LINK
    }
    cited = {named.band.source, *named.band.compare}
    slugs_of = {name: {s["slug"] for s in SOURCES if s["name"] == name} for name in names}

    for name, slugs in slugs_of.items():
        if name in named.band.note:
            assert slugs & cited, f"{name} is named in the note and not cited"


def test_a_scaled_band_keeps_its_sources():
    band = Band(1.0, 2.0, source="judgment", compare=("umlaut",))

    assert band.scaled(0.5).sources == ("judgment", "umlaut")
