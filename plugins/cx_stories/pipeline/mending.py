"""Rounds of mending: make the fixes that meet no other, look again, and leave out what does harm."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from cx_stories.checks.run import Examined
from cx_stories.model.diagnostic import Diagnostic
from cx_stories.pipeline.checking import examine_all
from cx_stories.pipeline.edits import apart
from cx_stories.pipeline.judging import judge
from cx_stories.pipeline.opening import open_content, stories_of
from cx_stories.pipeline.renamed import new_errors, renamed
from cx_stories.pipeline.settings import Settings
from cx_stories.pipeline.told import Key, Told, harmed, story_key
from cx_stories.pipeline.writing import content_of_file

Wanted = Callable[[Diagnostic], bool]
Fixes = Sequence[Diagnostic]


def harmless(fixes: Fixes, harmful: Callable[[Fixes], bool], kept: Fixes = ()) -> Fixes:
    """Leave out the fixes that do harm, alone or after those before them.

    All are tried at once; only if there is harm in them, each half by itself.
    """
    if not fixes or not harmful([*kept, *fixes]):
        return [*kept, *fixes]
    if len(fixes) == 1:
        return [*kept]
    half = len(fixes) // 2
    kept = harmless(fixes[:half], harmful, kept)
    return harmless(fixes[half:], harmful, kept)


class Mending:
    """The content folder as it would be.

    mended:        by path and code, how many findings are mended so far
    read_further:  whether the last round made a file readable that was not, or more of it
    """

    def __init__(self, settings: Settings) -> None:
        self._found, self._standards = open_content(settings)
        self._settings = replace(settings, policy=replace(settings.policy, known=frozenset()))
        self._policy = settings.policy
        # Nothing that is remembered: it could have been made to mend what nobody found.
        examined = examine_all(self._found, self._standards, None, lambda _done, _all: None)
        self._examined = {story_key(one.abstracts[0]): one for one in examined if one.abstracts}
        self._by_path = {one.blank.path: one for one in self._found}
        self._files = {story_key(files[0].blank): files for files in stories_of(self._found)}
        self._told: dict[Key, Told] = {}
        self._original: dict[str, bytes] = {}
        self._findings = self._judged({})
        self.mended: dict[str, Counter[str]] = {}
        self.read_further = False

    def file(self, path: str) -> Path:
        """Give where a file of the content folder is."""
        return self._by_path[path].file

    def private(self, path: str) -> bool:
        """Whether something stands in a file that no output may show."""
        return any(one.private for one in self._examined[self._key(path)].abstracts if one.path == path)

    def changed(self) -> Iterator[tuple[str, bytes, bytes]]:
        """Give the path of every file that would change, and what is in it before and after."""
        for path, before in sorted(self._original.items()):
            after = self._told[self._key(path)].texts[path]
            if after != before:
                yield path, before, after

    def mend_once(self, wanted: Wanted) -> bool:
        """Make the fixes that are wanted and do no harm; tell if there were any."""
        if self._open(found.path for found in self._mendable(wanted)):
            self._findings = self._judged({})
        fixes: list[Diagnostic] = []
        for key, candidates in self._by_story(self._mendable(wanted)).items():
            told = self._told[key]
            fixes += harmless(told.first(candidates), partial(self._harms_its_story, told))
        kept = harmless(fixes, self._harms_others)
        self._accept(kept)
        return bool(kept)

    def _mendable(self, wanted: Wanted) -> Sequence[Diagnostic]:
        new = self._policy.new_among(self._findings)
        return [found for found in new if found.path in self._by_path and wanted(found)]

    def _open(self, paths: Iterable[str]) -> bool:
        """Read files anew that are to be mended; from then on they are as they are here, whatever happens."""
        opened: dict[Key, dict[str, bytes]] = {}
        for path in sorted(set(paths) - self._original.keys()):
            content = content_of_file(self.file(path))
            if content is not None:
                self._original[path] = content
                opened.setdefault(self._key(path), {})[path] = content
        for key, texts in opened.items():
            before = self._told[key].texts if key in self._told else {}
            self._keep(key, Told.read(self._files[key], {**before, **texts}, self._standards))
        return bool(opened)

    def _by_story(self, findings: Iterable[Diagnostic]) -> Mapping[Key, Fixes]:
        """Give the fixes that can be made together, by story."""
        paths: dict[str, list[Diagnostic]] = {}
        for found in findings:
            if found.path in self._original:
                paths.setdefault(found.path, []).append(found)
        stories: dict[Key, list[Diagnostic]] = {}
        for path, group in sorted(paths.items()):
            stories.setdefault(self._key(path), []).extend(apart(group))
        return stories

    def _harms_its_story(self, told: Told, fixes: Fixes) -> bool:
        return harmed(told, told.mended(fixes, self._standards), fixes)

    def _harms_others(self, fixes: Fixes) -> bool:
        """Whether there would be an error anywhere that was not there before.

        What comes to light because a file or a field can be read at last was there before.
        """
        mended = self._with(fixes)
        further = [told.files for key, told in mended.items() if told.beyond(self._told[key])]
        after = self._judged({key: told.examined for key, told in mended.items()})
        texts = {path: raw for key in mended for path, raw in self._told[key].texts.items()}
        new = new_errors(self._findings, after, renamed(texts, fixes))
        return not {path for path, _ in new} <= {one.blank.path for files in further for one in files}

    def _with(self, fixes: Fixes) -> Mapping[Key, Told]:
        stories: dict[Key, list[Diagnostic]] = {}
        for found in fixes:
            stories.setdefault(self._key(found.path), []).append(found)
        return {key: self._told[key].mended(group, self._standards) for key, group in stories.items()}

    def _accept(self, fixes: Fixes) -> None:
        mended = self._with(fixes)
        self.read_further = any(told.beyond(self._told[key]) for key, told in mended.items())
        for key, told in mended.items():
            self._keep(key, told)
        for found in fixes:
            self.mended.setdefault(found.path, Counter())[found.code] += 1
        self._findings = self._judged({})

    def _keep(self, key: Key, told: Told) -> None:
        self._told[key] = told
        self._examined[key] = told.examined

    def _judged(self, instead: Mapping[Key, Examined]) -> Sequence[Diagnostic]:
        examined = list({**self._examined, **instead}.values())
        return judge(examined, self._found, self._standards, self._settings)[0]

    def _key(self, path: str) -> Key:
        return story_key(self._by_path[path].blank)
