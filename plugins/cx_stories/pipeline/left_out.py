"""What a site leaves out, in the words of MkDocs: `exclude_docs` and `draft_docs`."""

from __future__ import annotations

from pathspec import GitIgnoreSpec

from cx_stories.reading.finding import Excluded

_BY_ITSELF = GitIgnoreSpec.from_lines([".*", "/templates/"])
"""What MkDocs leaves out of every site, unless `exclude_docs` takes it back."""


def left_out(exclude: GitIgnoreSpec | None, drafts: GitIgnoreSpec | None) -> Excluded:
    """Tell which paths a build leaves out; neither of the two can take back what the other leaves out.

    Source:  https://www.mkdocs.org/user-guide/configuration/#exclude_docs
    """
    specs = [_BY_ITSELF + exclude if exclude else _BY_ITSELF, *([drafts] if drafts else [])]
    return lambda path: any(spec.match_file(path) for spec in specs)
