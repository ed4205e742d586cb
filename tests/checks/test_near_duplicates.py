"""Stories that are nearly the same are found among many, without comparing all with all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random

import pytest
from msgspec import structs

from cx_stories.checks.abstract import Abstract
from cx_stories.checks.duplicates import KEPT, near_duplicates
from cx_stories.checks.examples import BODY
from cx_stories.checks.sketch import SHORTEST, SHORTEST_COPY, imprint, likeness, sketch
from cx_stories.model.document import Kind
from tests.conftest import Site

Change = Callable[[str, Random], str]
STARTS = ("ba", "de", "fi", "go", "lu", "me", "ni", "po", "ra", "su", "to", "vi")
WORDS = tuple(start + end for start in STARTS for end in "bdgklmnprstvz")
"""A language of a hundred and fifty words: stories of it have far more in common than real ones."""


def _chance() -> Random:
    """Give the same chances in every run."""
    return Random(7)  # noqa: S311 (nothing secret)


def _text(random: Random, paragraphs: int = 4) -> str:
    """Make up a story of some two hundred and fifty words."""
    return "\n\n".join(" ".join(_sentence(random) for _ in range(5)) for _ in range(paragraphs))


def _sentence(random: Random) -> str:
    return " ".join(random.choices(WORDS, k=random.randint(8, 16))).capitalize() + "."


def _one_sentence_changed(text: str, random: Random) -> str:
    sentences = text.split(". ")
    sentences[random.randrange(len(sentences))] = _sentence(random).rstrip(".")
    return ". ".join(sentences)


def _two_paragraphs_swapped(text: str, random: Random) -> str:
    paragraphs = text.split("\n\n")
    first, second = random.sample(range(len(paragraphs)), 2)
    paragraphs[first], paragraphs[second] = paragraphs[second], paragraphs[first]
    return "\n\n".join(paragraphs)


def _names_replaced(text: str, random: Random) -> str:
    """Put other words in the place of two words wherever they stand, as a name would be."""
    for name in random.sample(WORDS, 2):
        text = re.sub(rf"\b{name}\b", "Wilhelmina", text)
    return text


def _abstracts(texts: Sequence[str]) -> Iterator[Abstract]:
    for number, text in enumerate(texts):
        name = f"{number:05}"
        path = f"stories/{name}.md"
        yield Abstract(path, Kind.STORY, name, "en", path, True, True, sketch=sketch(text))


@pytest.mark.parametrize("change", [_one_sentence_changed, _two_paragraphs_swapped, _names_replaced])
def test_copy_with_a_small_change_is_found(change: Change) -> None:
    """Every planted copy is found with its original, and none of the three hundred others."""
    random = _chance()
    texts = [_text(random) for _ in range(300)]
    copies = [change(text, random) for text in texts[:100]]
    found = near_duplicates(_abstracts([*texts, *copies]))

    assert found == {f"stories/{300 + one:05}.md": f"stories/{one:05}.md" for one in range(100)}


def test_many_copies_of_one_text_are_each_found_with_the_first() -> None:
    """However many there are, each is compared with a few."""
    found = near_duplicates(_abstracts([_text(_chance())] * (20 * KEPT)))

    assert set(found.values()) == {"stories/00000.md"}
    assert len(found) == 20 * KEPT - 1


def test_translation_and_another_language_are_no_copies() -> None:
    """The same words in a file of the same story, or in another language, are left alone."""
    one, other, third = _abstracts([_text(_chance())] * 3)

    translations = [structs.replace(other, id=one.id), structs.replace(third, language="nl")]
    assert near_duplicates([one, *translations]) == {}


def test_likeness_is_the_part_of_the_text_in_common() -> None:
    """A text is wholly like itself; texts that share half their words in a row are somewhat alike."""
    random = _chance()
    shared, one, other = (_text(random, 40) for _ in range(3))

    assert likeness(sketch(shared), sketch(shared)) == 1.0
    assert likeness(sketch(one), sketch(other)) == 0.0
    assert 0.2 < likeness(sketch(shared + one), sketch(shared + other)) < 0.5
    assert near_duplicates(_abstracts([shared + one, shared + other])) == {}


def test_short_text_is_not_compared() -> None:
    """Short texts are alike by chance."""
    words = " ".join(str(number) for number in range(SHORTEST))

    assert (sketch(words.rpartition(" ")[0]), len(sketch(words)) > 0) == ((), True)


def test_later_story_is_reported_at_its_title(site: Site) -> None:
    """The finding names the earlier file; a retired story may live on in another."""
    text = _text(_chance())
    site.story("a", f"title: One\n---\n{text}\n")
    site.story("b", f"summary: S.\ntitle: Two\n---\n{text}\nMore.\n")
    site.story("c", f"status: retired\ntitle: Three\n---\n{text}\n")

    assert site.messages() == [
        "stories/b.md:3:1 CX308 near-duplicate warning The text is nearly the same as that of stories/a.md. "
        "Make one story of the two, or tell what is different about this one."
    ]


def _copied(site: Site, first: str, second: str) -> list[str]:
    site.story("coat", first)
    site.story("copy-of-coat", second)
    return site.places()


def test_copy_of_a_short_story_is_found(site: Site) -> None:
    """A file that was copied by accident is one story too many; signs and capitals make no difference."""
    told = f"title: The coat\n---\n{BODY}"

    assert _copied(site, told, told.replace("rang at nine.", "RANG at nine!")) == [
        "stories/copy-of-coat.md:2:1 CX308 warning"
    ]


@pytest.mark.parametrize(
    "other",
    [f"title: The jacket\n---\n{BODY}", f"title: The coat\n---\n{BODY.replace('nine', 'ten')}"],
    ids=["another title", "another word"],
)
def test_short_story_with_another_word_is_no_copy(site: Site, other: str) -> None:
    """Short texts are alike by chance."""
    assert _copied(site, f"title: The coat\n---\n{BODY}", other) == []


def test_copy_of_hardly_any_words_is_none() -> None:
    """Two drafts that have just been begun may begin alike; longer texts have a sketch."""
    lengths = (SHORTEST_COPY - 1, SHORTEST_COPY, SHORTEST - 1, SHORTEST)
    marks = [imprint("word " * length, "title: A") for length in lengths]

    assert [mark > 0 for mark in marks] == [False, True, True, False]
