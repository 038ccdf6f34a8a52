from diagnostics_api.service.answer import answer_to
from diagnostics_api.service.fields import read_fields
from tests.diagnostics_api.small import small_published


def answer(**fields):
    published = small_published()
    return answer_to(read_fields(fields, published.knowledge), published)


def test_an_answer_carries_case_report_and_library():
    given = answer(symptoms=["loss-oscillates"], top=1)

    assert given.case.told_seen == ("loss-oscillates",)
    assert [diagnosis.failure_mode for diagnosis in given.report.diagnoses] == ["rate-too-high"]
    assert given.library is small_published().library


def test_warnings_about_the_request_follow_those_about_the_run():
    given = answer(description="x y", config={"unheard_of": 1}, zorble=1)

    assert given.warnings == (
        "unknown setting name: unheard_of",
        "unknown field: zorble (ignored)",
    )


def test_warnings_about_the_request_do_not_reach_the_engine():
    given = answer(description="x y", zorble=1)

    assert given.case.warnings == given.report.warnings == ()
