"""Lists and quotations within each other: a draft has them as the page had them."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
from hypothesis import given
from hypothesis import strategies as st

from cx_stories.pipeline.importing.blocks import blocks_of
from cx_stories.pipeline.importing.columns import body_of

KEPT = frozenset({"blockquote", "li", "ol", "ul"})
PARAGRAPH = st.just("<p>word</p>")
PARAGRAPHS = st.lists(PARAGRAPH, min_size=1, max_size=2).map("".join)


def _holding(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Give lists and quotations of these; two lists side by side would be one, as always in Markdown."""
    items = st.lists(st.one_of(PARAGRAPHS, st.tuples(PARAGRAPH, inner).map("".join)), min_size=1, max_size=3)
    lists = st.tuples(st.sampled_from(["ul", "ol"]), items).map(
        lambda made: f"<{made[0]}>{''.join(f'<li>{item}</li>' for item in made[1])}</{made[0]}>"
    )
    quotations = st.tuples(PARAGRAPHS, lists | st.just("")).map(
        lambda made: f"<blockquote>{''.join(made)}</blockquote>"
    )
    return lists | quotations


class _Skeleton(HTMLParser):
    """The lists, quotations and words of HTML, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.parts += [tag] if tag in KEPT else []

    def handle_endtag(self, tag: str) -> None:
        self.parts += [f"/{tag}"] if tag in KEPT else []

    def handle_data(self, data: str) -> None:
        self.parts += data.split()


@given(st.recursive(PARAGRAPHS, _holding, max_leaves=6))
def test_what_stands_in_what_is_kept(html: str) -> None:
    """A quotation in a list, or a list in a list in a quotation, is in the draft where it was in the page."""
    typed = body_of(blocks_of(html))

    assert _Skeleton(markdown.markdown(typed)).parts == _Skeleton(html).parts
