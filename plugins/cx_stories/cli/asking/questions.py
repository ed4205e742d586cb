"""The questions of `cx new`, in their order: each puts its answer into the draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from cx_stories.cli.asking.dialogue import Choice
from cx_stories.cli.asking.draft import Draft
from cx_stories.cli.asking.evidence import elements, missed
from cx_stories.cli.asking.interview import Interview
from cx_stories.cli.asking.judging import BODY
from cx_stories.model.document import Kind
from cx_stories.vocabulary.vocabulary import folded

Question = Callable[[Interview, Draft], Draft]
WHERE = ("stages", "channels", "touchpoints", "sector")
"""The fields that say where it happened."""
LONG_TITLE = 100
"""From how many characters on a title is asked about."""


def asked(interview: Interview, draft: Draft) -> Iterator[Draft]:
    """Ask for everything that has not been answered yet, and give the draft after each question."""
    given = {name for name in QUESTIONS if _answered(draft, name)}
    for name, question in QUESTIONS.items():
        if name not in given:
            draft = question(interview, draft)
            yield draft


def _answered(draft: Draft, name: str) -> bool:
    if name == BODY:
        return bool(draft.words.body)
    if name == "where":
        return any(draft.get(field) is not None for field in WHERE)
    return draft.get(name) is not None


def _title(interview: Interview, draft: Draft) -> Draft:
    _ = interview.gettext
    question = _("What is the story called?")
    help_text = _("A few words, such as: The umbrella.")

    def doubt(answer: str) -> str:
        said = _("This title has %(count)s characters. A short one is remembered, and fits on a card.")
        return said % {"count": len(answer)} if len(answer) > LONG_TITLE else ""

    return interview.line(draft, "title", question, help_text, needed=True, doubt=doubt)


def _polarity(interview: Interview, draft: Draft) -> Draft:
    question = interview.gettext("On the whole, what was it to the person who tells it?")
    return draft.answered("polarity", interview.choose("polarity", question, most=1, needed=True)[0])


def _what(interview: Interview, draft: Draft) -> Draft:
    _ = interview.gettext
    question = _("What happened? Tell it in the order in which it happened, as long or as short as you like.")
    help_text = _(
        "Let us see it: the hour, the things on the counter, what was said. You can also paste a text here, "
        "or press Enter and write it in your editor."
    )
    return interview.told(draft, interview.dialogue.text(question, help_text))


def _where(interview: Interview, draft: Draft) -> Draft:
    _ = interview.gettext
    asked = {
        "stages": _("When in the customer journey was it?"),
        "channels": _("Through which channels?"),
        "touchpoints": _("At which moments of contact?"),
    }
    for name, question in asked.items():
        if chosen := interview.choose(name, question):
            draft = draft.answered(name, chosen)
    sector = interview.choose("sectors", _("What kind of organisation was it?"), most=1)
    return draft.answered("sector", sector[0]) if sector else draft


def _senses(interview: Interview, draft: Draft) -> Draft:
    """Ask only where it matters: an experience that engages works on the senses."""
    if "engaging" not in (draft.get("elements") or ()):
        return draft
    chosen = interview.choose("senses", interview.gettext("Which senses did it work on?"))
    return draft.answered("senses", chosen) if chosen else draft


def _lessons(interview: Interview, draft: Draft) -> Draft:
    _ = interview.gettext
    question = _("What can be learned from it? One sentence that somebody could act on.")
    help_text = _("Such as: Check the seats at the end of the line. Say what to do, not what to feel.")
    lessons: list[str] = []
    while True:

        def put(answer: str) -> Draft:
            return draft.answered("lessons", [*lessons, answer])  # noqa: B023 (asked and answered in one go)

        def ask() -> str:
            return interview.dialogue.ask(question, help_text)  # noqa: B023

        told = interview.until_fit(draft, "lessons", ask, put)
        if told is draft:
            return draft
        draft, lessons = told, [str(one) for one in told.get("lessons") or ()]
        question = _("Another lesson? Enter: no.")


def _summary(interview: Interview, draft: Draft) -> Draft:
    _ = interview.gettext
    question = _("In one sentence, what makes somebody want to read it? At most 200 characters.")
    help_text = _("It stands on the card of the story and in a shared link. Do not give the end away.")
    return interview.line(draft, "summary", question, help_text)


def _provenance(interview: Interview, draft: Draft) -> Draft:
    _ = interview.gettext
    question = _("Where does the story come from?")
    help_text = _(
        "Retold: it was published before, and you tell it in your own words. Then it asks for its source.\n"
        "First-hand: whoever went through it told it to you. Then it asks for that person's consent.\n"
        "Composite: made of several things that happened. Then it asks for the consent of all of them.\n"
        "Fictional: somebody made it up. Then it asks for nothing more."
    )
    chosen = interview.choose("provenance", question, most=1, help_text=help_text)
    return draft.answered("provenance", chosen[0]) if chosen else draft


def _source(interview: Interview, draft: Draft) -> Draft:
    if draft.get("provenance") != "retold":
        return draft
    _ = interview.gettext
    question = _("What is the title of what it was published in first?")
    help_text = _(
        "The title of the article, the chapter or the page. Add who wrote it in the file, if you know."
    )

    def put(answer: str) -> Draft:
        return draft.answered("source", {"title": answer, "kind": "retold"})

    return interview.until_fit(draft, "source", lambda: interview.dialogue.ask(question, help_text), put)


def _teller(interview: Interview, draft: Draft) -> Draft:
    people = people_of(interview)
    if not people:
        return draft
    _ = interview.gettext
    question = _("Whose experience was it?")
    help_text = _("The people who have a page here. Somebody else tells it? Leave it out.")
    chosen = interview.dialogue.choose(question, help_text, people, most=1)
    return draft.answered("teller", chosen[0]) if chosen else draft


def people_of(interview: Interview) -> Sequence[Choice]:
    """Give the people who have a page, by name."""
    people = interview.trial.library.of_kind(Kind.PERSON)
    names = {one.id: one.told_in(interview.dialogue.language).title for one in people}
    return [
        Choice(identity, name, "", frozenset({folded(identity), folded(name)}))
        for identity, name in sorted(names.items(), key=lambda item: (item[1].casefold(), item[0]))
    ]


QUESTIONS: Mapping[str, Question] = {
    "title": _title,
    "polarity": _polarity,
    BODY: _what,
    "where": _where,
    "elements": elements,
    "senses": _senses,
    "missed": missed,
    "lessons": _lessons,
    "summary": _summary,
    "provenance": _provenance,
    "source": _source,
    "teller": _teller,
}
"""What is asked, in this order, by the names of the fields; where it happened is several of them."""
