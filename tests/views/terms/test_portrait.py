"""A term from all sides."""

from __future__ import annotations

from cx_stories.relations.feelings import Felt
from cx_stories.relations.tallies import Tally
from cx_stories.views.edition import Label
from cx_stories.views.lesson_lines import LessonLine
from cx_stories.views.terms.portrait import Company, Met, Portrait, Row, portrait_of
from tests.conftest import Site

CHANNELS = """\
id: channels
terms:
  - id: video
    labels: {en: Video call, nl: Videogesprek}
    definition: {en: A call with pictures., nl: Een gesprek met beeld.}
    aliases: {en: [videophone], nl: [beeldbellen]}
    source: Our own
  - id: event
    replaced_by: video
"""


def _portrait(site: Site, vocabulary: str, term: str, language: str = "en") -> Portrait:
    edition = site.edition(language)
    found = edition.library.term(vocabulary, term)
    assert found
    return portrait_of(found, edition.library.vocabularies[vocabulary], edition)


def test_term_is_shown_from_all_sides(site: Site) -> None:
    """What it means, how often it is met, with what, and what its stories teach."""
    site.vocabulary("channels.yml", CHANNELS)
    for name, polarity in (("a", "positive"), ("b", "negative")):
        site.story(name, f"channels: [video]\npolarity: {polarity}\nlessons: [Of {name}.]\nsenses: [smell]\n")
    site.story("c", "elements: []\n")
    site.story("d", "elements: []\n")
    edition = site.edition("nl")
    a, b = (edition.card(story) for story in edition.library.stories[:2])
    shown = _portrait(site, "channels", "video", "nl")

    assert shown == Portrait(
        kind="Kanaal",
        definition="Een gesprek met beeld.",
        source="Our own",
        aliases=("beeldbellen",),
        outdated=False,
        successor=None,
        broader=None,
        narrower=(),
        tally=Tally(positive=1, negative=1),
        chosen={"channel": "video"},
        total=4,
        felt=None,
        company=shown.company,
        lessons=(LessonLine("a.1", "Of a.", "lesson.1", a), LessonLine("b.1", "Of b.", "lesson.1", b)),
        more="",
        journey="",
        invitation=None,
    )
    (company,) = shown.company
    smell = Met(Label("smell", "Reuk", "terms/senses/smell"), "Zintuig", "", both=2, overall=2)
    assert (company.state, company.count, smell in company.met) == ("", 2, True)


def test_term_that_is_no_longer_used_names_its_successor(site: Site) -> None:
    """It invites nobody, though no story has it."""
    site.vocabulary("channels.yml", CHANNELS)
    shown = _portrait(site, "channels", "event")

    assert (shown.outdated, shown.successor, shown.invitation) == (
        True,
        Label("video", "Video call", "terms/channels/video"),
        None,
    )


def test_group_and_its_terms_know_one_another(site: Site) -> None:
    """A reader goes up to the broader term and down to the narrower ones."""
    site.story("a", "emotions: [proud]\n")
    joy, proud = _portrait(site, "emotions", "joy"), _portrait(site, "emotions", "proud")

    assert proud.broader == Label("joy", "Joy", "terms/emotions/joy")
    assert (joy.narrower[-1], len(joy.narrower), joy.tally) == (
        Row(
            Label("proud", "Proud", "terms/emotions/proud"),
            "Pleased with one’s own part in it.",
            Tally(positive=1),
        ),
        4,
        Tally(positive=1),
    )


def test_emotion_says_where_it_is_felt(site: Site) -> None:
    """Nothing else does, and nothing is said of one that nobody felt."""
    site.story("a", "emotions: [angry, relieved]\nsenses: [smell]\n")

    assert [
        _portrait(site, vocabulary, term).felt
        for vocabulary, term in (("emotions", "angry"), ("emotions", "curious"), ("senses", "smell"))
    ] == [Felt(first=1), None, None]


def test_company_of_an_element_is_apart_where_it_was_missed(site: Site) -> None:
    """What goes with its being there is not what goes with its being missed."""
    for number in range(3):
        site.story(f"good-{number}", "elements: [unique]\nsenses: [smell]\n")
        site.story(f"bad-{number}", "elements: []\nmissed: [unique]\nemotions: [angry]\n")
    shown = _portrait(site, "elements", "unique")

    assert [
        (company.state, company.count, [met.label.id for met in company.met]) for company in shown.company
    ] == [("hit", 3, ["smell"]), ("missed", 3, ["angry"])]
    assert isinstance(shown.company[0], Company)


def test_every_story_has_a_lesson_before_one_has_two(site: Site) -> None:
    """A dozen lessons are of as many stories as there are; each leads to its place."""
    for number in range(5):
        site.story(f"story-{number}", f"channels: [phone]\nlessons: [First {number}., Second., Third.]\n")
    lessons = _portrait(site, "channels", "phone").lessons

    assert [(lesson.text, lesson.card.path, lesson.place) for lesson in lessons[:6]] == [
        *((f"First {number}.", f"stories/story-{number}", "lesson.1") for number in range(5)),
        ("Second.", "stories/story-0", "lesson.2"),
    ]
    assert len(lessons) == 12


def test_lessons_and_journey_of_a_stage_and_an_element_lead_on(site: Site) -> None:
    """To all of them; where there are none, and for other terms, nowhere."""
    site.story("a", "elements: [unique]\nstages: [service]\nchannels: [phone]\n")
    terms = (("elements", "unique"), ("elements", "engaging"), ("stages", "service"))
    terms += (("stages", "after-purchase"), ("channels", "phone"))  # type: ignore[assignment]

    assert [(shown.more, shown.journey) for shown in (_portrait(site, *term) for term in terms)] == [
        ("lessons/by-element/unique", ""),
        ("", ""),
        ("lessons/by-stage/service", "journey/service"),
        ("", ""),
        ("", ""),
    ]
