"""The settings of Visual Studio Code for a folder of stories."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from cx_stories.exports.editors.snippets import Words, snippets
from cx_stories.vocabulary.vocabulary import Vocabularies

FOLDER = ".vscode"
_YAML = "redhat.vscode-yaml"
_VALE = "chrischinchilla.vale-vscode"
_SETTINGS: Mapping[str, Any] = {
    "files.encoding": "utf8",
    "files.eol": "\n",
    "search.exclude": {".cache": True, ".venv": True, "site": True},
    # The one name that mkdocs.yml uses and YAML does not know.
    "yaml.customTags": ["!ENV scalar", "!ENV sequence"],
    # In prose the editor offers nothing by itself unless it is told to.
    "[markdown]": {
        "editor.quickSuggestions": {"comments": "off", "other": "on", "strings": "on"},
        "editor.snippetSuggestions": "top",
        "editor.wordBasedSuggestions": "off",
        "editor.wordWrap": "on",
    },
}
_MATCHER: Mapping[str, Any] = {
    "owner": "cx-stories",
    "source": "cx",
    "fileLocation": ["relative", "${workspaceFolder}"],
    "pattern": {
        "regexp": r"^(.+?):(\d+):(\d+): (error|warning|info) (CX\d{3}) (.+)$",
        "file": 1,
        "line": 2,
        "column": 3,
        "severity": 4,
        "code": 5,
        "message": 6,
    },
    "background": {
        "activeOnStart": True,
        "beginsPattern": r"^Checking \.\.\.$",
        "endsPattern": r"^Waiting for changes\.",
    },
}
_CHECKING: Mapping[str, Any] = {
    "label": "Check stories while writing",
    "detail": "Lists what is wrong under Problems, and looks again whenever a file is saved",
    "type": "process",
    "command": "${workspaceFolder}/.venv/bin/cx",
    "windows": {"command": r"${workspaceFolder}\.venv\Scripts\cx.exe"},
    "args": ["check", "--watch", "--format", "concise"],
    "options": {"cwd": "${workspaceFolder}", "env": {"NO_COLOR": "1"}},
    "isBackground": True,
    "presentation": {"reveal": "silent", "panel": "dedicated"},
    "runOptions": {"runOn": "folderOpen"},
    "problemMatcher": _MATCHER,
}


def vscode_files(
    vocabularies: Vocabularies, by_language: Mapping[str, Words], *, vale: bool
) -> Mapping[str, str]:
    """Give the files by their path, seen from the folder that is opened.

    by_language:  the words of the snippets, the language of the site's own files first
    vale:         whether the folder has settings for Vale, too
    """
    recommended = [_YAML, *([_VALE] if vale else [])]
    made: Mapping[str, Any] = {
        "cx-stories.code-snippets": snippets(vocabularies, by_language),
        "extensions.json": {"recommendations": recommended},
        "settings.json": _SETTINGS,
        "tasks.json": {"version": "2.0.0", "tasks": [_CHECKING]},
    }
    return {f"{FOLDER}/{name}": json.dumps(made[name], ensure_ascii=False, indent=2) + "\n" for name in made}
