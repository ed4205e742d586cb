"""A writer at a terminal, and the collection that the story is for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cx_stories.cli.asking.dialogue import Dialogue, choices_of, means_nothing
from cx_stories.cli.asking.draft import Draft
from cx_stories.cli.asking.judging import BODY, Remarks, remarks_on
from cx_stories.pipeline.trial import Trial
from cx_stories.vocabulary.vocabulary import Term, said_in

Put = Callable[[str], Draft]
"""Gives the draft with an answer in it."""
Doubt = Callable[[str], str]
"""Gives what to say of an answer that was hardly meant; nothing of any other."""


@dataclass(frozen=True, slots=True)
class Interview:
    """Asks for what a story has, and lets the rules look at every answer."""

    dialogue: Dialogue
    trial: Trial

    def gettext(self, english: str) -> str:
        """Give words in the language of the conversation."""
        return self.dialogue.words.gettext(english)

    def line(  # noqa: PLR0913 (what is asked, and how)
        self,
        draft: Draft,
        name: str,
        question: str,
        help_text: str,
        *,
        needed: bool = False,
        doubt: Doubt | None = None,
    ) -> Draft:
        """Ask for the words of a field, until the rules take them."""
        return self.until_fit(
            draft,
            name,
            lambda: self.dialogue.ask(question, help_text),
            lambda answer: draft.answered(name, answer),
            needed=needed,
            doubt=doubt,
        )

    def until_fit(  # noqa: PLR0913 (what is asked, and how)
        self,
        draft: Draft,
        name: str,
        ask: Callable[[], str],
        put: Put,
        *,
        needed: bool = False,
        doubt: Doubt | None = None,
    ) -> Draft:
        """Ask until nothing is said against the answer, or the writer keeps what is advised against.

        Returns  the draft with the answer; as it was if there is none, or the answer says that there is none
        """
        kept = None if needed else draft
        while True:
            answer = ask()
            if not answer and kept is not None:
                return kept
            if not answer:
                self.dialogue.say(self.gettext("No story does without this. Type ? for help."), indent="  ")
                continue
            if not needed and name != "title" and means_nothing(answer):
                return draft
            told = put(answer)
            remarks = remarks_on(told, name, self.trial)
            if not remarks and doubt and (doubtful := doubt(answer)):
                remarks = Remarks([doubtful])
            if not remarks:
                return told
            self._tell(remarks)
            kept = kept if remarks.refused else told

    def told(self, draft: Draft, text: str) -> Draft:
        """Take the story itself; of a long text only the paragraph is asked for again that is refused."""
        while text:
            remarks = remarks_on(draft.with_body(text), BODY, self.trial)
            for message in remarks.messages:
                self.dialogue.say(message, indent="  ")
            lines = text.split("\n")
            if not remarks.refused or remarks.line.rstrip() not in lines:
                break
            question = self.gettext("Only this paragraph once more, or Enter to leave it out: %(text)s")
            at = lines.index(remarks.line.rstrip())
            lines[at] = self.dialogue.ask(question % {"text": lines[at]}, remarks.messages[0])
            text = "\n".join(lines).strip()
        return draft.with_body(text) if text else draft

    def _tell(self, remarks: Remarks) -> None:
        for message in remarks.messages:
            self.dialogue.say(message, indent="  ")
        if remarks.refused:
            self.dialogue.say(self.gettext("Type it once more."), indent="  ")
        else:
            said = self.gettext("Type it once more, or press Enter to keep it as it is.")
            self.dialogue.say(said, indent="  ")

    def terms(self, vocabulary: str) -> Sequence[Term]:
        """Give the terms that are proposed to a writer."""
        return self.trial.standards.vocabularies[vocabulary].offered

    def choose(
        self, vocabulary: str, question: str, *, most: int = 0, needed: bool = False, help_text: str = ""
    ) -> Sequence[str]:
        """Have terms of a vocabulary chosen; help is what it says of itself, unless given."""
        whole = self.trial.standards.vocabularies[vocabulary]
        choices = choices_of(whole, self.dialogue.language)
        help_text = help_text or said_in(whole.definition, self.dialogue.language)
        return self.dialogue.choose(question, help_text, choices, most=most, needed=needed)
