import pytest

from content.problems import ContentError
from diagnostics_api.service.published import published_from_folder
from tests.small_content import edited, small_files, write_files

pytestmark = pytest.mark.usefixtures("small_engine")


def test_a_folder_gives_knowledge_and_library(tmp_path):
    write_files(small_files(), tmp_path)

    published = published_from_folder(tmp_path)

    assert published.library.edition == published.knowledge.edition
    assert published.library.entries.keys() == published.knowledge.failure_modes.keys()


def test_a_faulty_folder_raises_an_error_with_the_place(tmp_path):
    high = "failure_modes/optimization/rate-too-high.md"
    write_files(edited(small_files(), high, "severity: 4", "severity: 9"), tmp_path)

    with pytest.raises(ContentError, match="severity"):
        published_from_folder(tmp_path)
