"""The findings in a preview: in the place of what cannot be shown, and above what can."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from cx_stories.views.edition import Edition
from cx_stories.views.page import Markdown, Page
from cx_stories.views.preview import Unfit


def unfit_pages(edition: Edition) -> Iterator[Page]:
    """Give a page for everything that has an error: its findings, at the address of what they are about."""
    for unfit in edition.preview.unfit:
        language, title = _title(unfit, edition)
        path, own = unfit.file
        yield Page(
            path=unfit.address,
            language=edition.language,
            title=title,
            template="unfit.html",
            context={"findings": unfit.findings},
            prose=Markdown(path, own, ""),
            listed=False,
            foreign=edition.foreign(language),
            classes=("unfit",),
            made_of=partial(_made_of, unfit),
        )


def _made_of(unfit: Unfit, _facts: Callable[[str], bytes]) -> object:
    """Give what the page of something with an error is made of: it is not among the stories."""
    return unfit.findings


def with_notes(page: Page, edition: Edition) -> Page:
    """Give a page with what there is to say of it."""
    notes = edition.preview.notes.get(page.path, ())
    return replace(page, notes=notes) if notes else page


def _title(unfit: Unfit, edition: Edition) -> tuple[str, str]:
    """Give a title and its language: in that of the page, else in that of the first file that has one."""
    titles = unfit.titles
    if edition.language in titles:
        return edition.language, titles[edition.language]
    return next(iter(titles.items()), (edition.language, unfit.address or edition.site_name))
