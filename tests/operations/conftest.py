import pytest

from operations.backup.save import save
from tests.operations.site import make_site


@pytest.fixture
def backup(transactional_db, tmp_path):
    """The backup of a site in use, whose rows are still there."""
    make_site()
    path = tmp_path / "site.zip"
    save(path)
    return path
