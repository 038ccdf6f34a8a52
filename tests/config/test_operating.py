"""docs/operating.md names every setting that is read from the environment, and no other."""

import ast
import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
READ = {"env_text", "env_flag", "env_list", "env_number", "env_count", "rate_of"}
IN_SHELL = {"VENV", "PYTHON"}  # of the scripts, not of the site
ROW = re.compile(r"^\| ((?:`[A-Z_]+`(?:, )?)+) \|", re.MULTILINE)


def settings_read():
    """Names given to the readers of the settings, and to os.environ in the server's file."""
    for name in ("settings.py", "protection.py", "staff_settings.py", "gunicorn.py"):
        for node in ast.walk(ast.parse((ROOT / "config" / name).read_text())):
            if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
                called = ast.unparse(node.func)
                if called in READ or called.startswith(("os.environ.", "environ.")):
                    yield node.args[0].value


def test_table_of_settings_is_complete():
    rows = ROW.findall((ROOT / "docs/operating.md").read_text())
    documented = {name for row in rows for name in re.findall(r"`([A-Z_]+)`", row)}

    assert documented == set(settings_read())


def test_dashboard_and_alarms_ask_for_figures_that_there_are():
    sources = [path.read_text() for path in (ROOT / "operations/metrics").glob("*.py")]
    known = set(re.findall(r'"(lossary_[a-z_]+)"', "".join(sources)))
    dashboard = (ROOT / "deploy/grafana-dashboard.json").read_text()
    json.loads(dashboard)
    asked = dashboard + (ROOT / "deploy/alarms.yml").read_text()

    for name in set(re.findall(r"\blossary_[a-z_]+", asked)):
        plain = re.sub(r"_(total|bucket|count|sum)$", "", name)
        assert plain in known or name in known, name
