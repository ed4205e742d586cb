"""What a configuration names of the content folder is known without running anything of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from cx_stories.pipeline.configuration_file import ConfigurationFile
from cx_stories.pipeline.naming_files import files_named_in

CONFIGURATION = """\
INHERIT: base.yml
extra_css: [css/extra.css, ./more.css, "print.css?v=2", "https://example.org/x.css", /top.css, ../out.css]
extra_javascript:
  - js/extra.js
  - {path: js/module.mjs, type: module}
extra_templates: [robots.txt, _headers]
theme: {name: material, logo: assets/logo.svg, custom_dir: overrides}
"""


def test_styles_scripts_templates_logo_and_icon_are_named(tmp_path: Path) -> None:
    """All that a site may name, in each of its spellings; what stands elsewhere is no file of the folder."""
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION)
    (tmp_path / "base.yml").write_text("theme: {favicon: assets/images/favicon.png}\n")

    assert files_named_in(ConfigurationFile(tmp_path / "mkdocs.yml").values) == {
        "css/extra.css",
        "more.css",
        "print.css",
        "js/extra.js",
        "js/module.mjs",
        "robots.txt",
        "_headers",
        "assets/logo.svg",
        "assets/images/favicon.png",
    }


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"theme": "material"},
        {"extra_css": "x.css"},
        {"extra_css": [None, 3, [], "", "http://["]},
        {"theme": []},
    ],
)
def test_configuration_that_names_nothing_is_no_fault_here(values: Mapping[str, Any]) -> None:
    """MkDocs says what is wrong with it."""
    assert files_named_in(values) == frozenset()
