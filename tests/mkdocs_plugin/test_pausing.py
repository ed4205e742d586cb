"""A story pauses where its writer says, else where most of it has been told."""

from __future__ import annotations

from markdown import Markdown

from cx_stories.mkdocs_plugin.pausing import Pausing
from cx_stories.views.story.workshop import PAUSE


def _parts(text: str) -> tuple[str, str]:
    """Give the HTML before the pause and after it; without a pause all of it and nothing."""
    html = Markdown(extensions=["footnotes", "tables", Pausing()]).convert(text)
    before, _, after = html.partition(PAUSE)
    return before.strip(), after.strip()


def test_writer_says_where_a_story_pauses() -> None:
    """The mark itself is not shown, and stands aside from the quotation that follows it."""
    assert _parts("One.\n\nShe says:\n\n[[pause]]\n\n> Two.\n\nThree.") == (
        "<p>One.</p>\n<p>She says:</p>",
        "<blockquote>\n<p>Two.</p>\n</blockquote>\n<p>Three.</p>",
    )


def test_marked_story_may_be_short() -> None:
    """Two paragraphs are enough for a writer who knows where the choice is."""
    assert _parts("One.\n\n[[pause]]\n\nTwo.") == ("<p>One.</p>", "<p>Two.</p>")


def test_first_mark_counts_and_no_mark_is_shown() -> None:
    """Also not where a site is built in spite of what a check says of a second mark."""
    assert _parts("One.\n\n[[pause]]\n\nTwo.\n\n[[pause]]\n\nThree.") == (
        "<p>One.</p>",
        "<p>Two.</p>\n<p>Three.</p>",
    )


def test_mark_with_nothing_on_one_side_is_no_pause() -> None:
    """There is nothing to decide before a story begins, or when it is over."""
    assert _parts("[[pause]]\n\nOne.\n\nTwo.") == ("<p>One.</p>\n<p>Two.</p>", "")
    assert _parts("One.\n\nTwo.\n\n[[pause]]") == ("<p>One.</p>\n<p>Two.</p>", "")
    assert _parts("One.\n\n[[pause]]\n\n***") == ("<p>One.</p>\n<hr />", "")


def test_mark_within_a_sentence_is_text() -> None:
    """Somebody who writes about the mark can name it."""
    assert _parts("Type [[pause]] there.\n\nTwo.") == ("<p>Type [[pause]] there.</p>\n<p>Two.</p>", "")


def test_story_without_a_mark_pauses_where_most_of_it_has_been_told() -> None:
    """At the end of the paragraph that is nearest to three fifths of the words."""
    assert _parts("a b c\n\nd e f\n\ng h\n\ni j") == ("<p>a b c</p>\n<p>d e f</p>", "<p>g h</p>\n<p>i j</p>")


def test_story_is_not_taken_from_its_quotation_or_list() -> None:
    """What somebody says belongs to the paragraph that says who; after the quotation is a fine place."""
    assert _parts("a b\n\nc d e:\n\n> f\n\ng h\n\ni j") == (
        "<p>a b</p>\n<p>c d e:</p>\n<blockquote>\n<p>f</p>\n</blockquote>",
        "<p>g h</p>\n<p>i j</p>",
    )
    assert _parts("a b\n\nc d e:\n\n- f\n\ng h") == (
        "<p>a b</p>\n<p>c d e:</p>\n<ul>\n<li>f</li>\n</ul>",
        "<p>g h</p>",
    )


def test_story_does_not_pause_right_after_a_heading() -> None:
    """A heading goes with what it stands above."""
    assert _parts("a b\n\nc d\n\n## Then\n\ne f") == (
        "<p>a b</p>\n<p>c d</p>",
        "<h2>Then</h2>\n<p>e f</p>",
    )


def test_short_story_does_not_pause() -> None:
    """Two paragraphs hold no turning point that a program could find."""
    assert _parts("a b c d\n\ne f") == ("<p>a b c d</p>\n<p>e f</p>", "")
    assert _parts("> a\n\n- b") == ("<blockquote>\n<p>a</p>\n</blockquote>\n<ul>\n<li>b</li>\n</ul>", "")


def test_footnotes_are_no_part_of_the_telling() -> None:
    """They stay behind the rest of the story, and do not make the last paragraph seem the middle."""
    before, after = _parts("a b c[^1]\n\nd e f\n\ng h\n\ni j\n\n[^1]: " + "note " * 30)

    assert before.count("<p>") == 2
    assert after.startswith('<p>g h</p>\n<p>i j</p>\n<div class="footnote">')


def test_long_text_is_marked_in_one_go() -> None:
    """A body of thirty thousand paragraphs has its pause too."""
    before, after = _parts("a b\n\n" * 3000)

    assert (before.count("<p>"), after.count("<p>")) == (1800, 1200)
