"""The running text of a paragraph, with its emphasis and links, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from cx_stories.pipeline.importing.escaping import escaped, seen


@dataclass(slots=True)
class _Run:
    """Words with the marks around them, and the address they lead to."""

    text: str
    marks: tuple[str, ...] = ()
    link: str = ""


@dataclass(slots=True)
class Words:
    """The running text of a paragraph in the making."""

    runs: list[_Run] = field(default_factory=list)

    def add(self, text: str, marks: tuple[str, ...], link: str) -> None:
        """Add words with the marks that are around them; `link` is where they lead, or nothing."""
        last = self.runs[-1] if self.runs else None
        if last and (last.marks, last.link) == (marks, link):
            last.text += text
        else:
            self.runs.append(_Run(text, marks, link))

    def plain(self) -> str:
        """Give the words alone."""
        return seen("".join(run.text for run in self.runs)).strip()

    def bold(self) -> bool:
        """Whether all of it is in bold letters."""
        said = [run for run in self.runs if run.text.strip()]
        return bool(said) and all("**" in run.marks for run in said)

    def lines(self) -> Iterator[list[_Run]]:
        """Give the runs of each line."""
        line: list[_Run] = []
        for run in self.runs:
            first, *others = run.text.split("\n")
            line.append(_Run(first, run.marks, run.link))
            for other in others:
                yield line
                line = [_Run(other, run.marks, run.link)]
        yield line

    def markdown(self) -> list[str]:
        """Give the lines, without those that are empty at the ends; an empty one in between parts them."""
        lines = [_typed(line) for line in self.lines()]
        while lines and not lines[0]:
            lines.pop(0)
        while lines and not lines[-1]:
            lines.pop()
        return lines


def _typed(line: list[_Run]) -> str:
    """Give a line of Markdown: marks close to their words, blanks outside them."""
    typed = ""
    for run in line:
        text = seen(run.text)
        words = escaped(text.strip())
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if not words:
            typed += text
            continue
        if run.link:
            words = f"[{words}]({run.link})"
            typed = f"{typed[:-1]}\\!" if typed.endswith("!") and not before else typed
        mark = "".join(dict.fromkeys(run.marks))
        typed += f"{before}{mark}{words}{mark[::-1]}{after}"
    return seen(typed).strip()
