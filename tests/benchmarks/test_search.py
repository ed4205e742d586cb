"""What is measured of our search, beside the one built into Material."""

from __future__ import annotations

import gzip
from collections import Counter
from pathlib import Path
from urllib.request import urlopen

from first_query import questions
from judged import Query, Rightness, queries, rightness
from right_story import LANGUAGES, stories_in
from visiting import hosted

from stories import File


def test_every_query_asks_for_stories_there_are() -> None:
    """No query is lost to a typing mistake: its stories exist, it stands there once, half are Dutch."""
    ids = {file.path.removeprefix("stories/").removesuffix(".md") for file in stories_in("en")}
    judged = queries()

    unknown = {
        query.text: query.stories - ids for query in judged if not query.stories <= ids or not query.stories
    }
    twice = [
        asked for asked, times in Counter((one.language, one.text) for one in judged).items() if times > 1
    ]
    languages = Counter(query.language for query in judged)
    assert (unknown, twice, languages) == ({}, [], {"en": 29, "nl": 29})


def test_some_queries_of_each_language_are_kept_aside() -> None:
    """Ten queries tell whether our search was only made to fit the others."""
    assert Counter(query.language for query in queries() if query.aside) == dict.fromkeys(LANGUAGES, 5)


def test_rightness_counts_the_place_of_the_first_right_story() -> None:
    """The figures mean what their names say: third is a third, fourth is too late, nothing is nothing."""
    asked = [
        Query("en", text, frozenset(stories), aside=False)
        for text, stories in (("one", "ab"), ("three", "a"), ("four", "a"), ("never", "a"))
    ]
    answers = {"one": ["b", "a"], "three": ["x", "y", "a"], "four": ["w", "x", "y", "a"], "never": ["x"]}

    assert rightness(asked, answers) == Rightness(
        reciprocal=(1 + 1 / 3 + 1 / 4 + 0) / 4, first=2 / 4, queries=4
    )


def test_both_searches_have_the_same_stories_in_a_language() -> None:
    """Material is asked about the same stories, as they are told in the language of the query."""
    english, dutch = ({file.path: file for file in stories_in(language)} for language in LANGUAGES)
    barbecue = "stories/blazing-contact.md"

    assert english.keys() == dutch.keys()
    assert (english[barbecue].fields["title"], dutch[barbecue].fields["title"]) == (
        "Blazing contact",
        "Vlammend contact",
    )
    assert (
        english[barbecue].fields["channels"] == dutch[barbecue].fields["channels"] == ["web", "post", "store"]
    )
    assert [story for story in english if english[story].body == dutch[story].body] == []


def test_questions_are_titles_from_all_over_the_collection() -> None:
    """Each run asks for another story, and never for a person or the home page."""
    files = [File(f"stories/{number}.md", "", {"title": f"Story {number}"}, "") for number in range(6)]

    assert questions([*files, File("people/a.md", "", {"title": "A"}, "")], 3) == [
        "story 0",
        "story 2",
        "story 4",
    ]


def test_host_compresses_text_and_leaves_the_index_alone(tmp_path: Path) -> None:
    """What is counted as transferred is what a static host would send."""
    (tmp_path / "index.html").write_text("<p>lamp</p>" * 50, encoding="utf-8")
    (tmp_path / "words.pf_index").write_bytes(b"packed already")
    sent = {}
    with hosted(tmp_path) as origin:
        for name in ("", "words.pf_index"):
            with urlopen(origin + name) as answer:  # noqa: S310 (our own server)
                body = answer.read()
                sent[name] = (answer.headers["Content-Encoding"], int(answer.headers["Content-Length"]), body)

    packed = gzip.compress(b"<p>lamp</p>" * 50, compresslevel=6, mtime=0)
    assert sent == {
        "": ("gzip", len(packed), packed),
        "words.pf_index": (None, 14, b"packed already"),
    }
