"""Words and sentences of languages nobody speaks: pronounceable, and used as unevenly as real ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from random import Random

SIZE = 4000
"""How many words a language has: about what a collection of short stories uses."""
_SHORT, _MIDDLING = 150, 1200
"""The ranks up to which words have one syllable and at most two: the words used most are the shortest."""
_ONSETS = {
    "en": "b bl br c ch cl d dr f fl fr g gl gr h j k l m n p pl pr qu r s sh sl sp st str t th tr v w wh",
    "nl": "b bl br d dr f fl g gl gr h j k kl kr l m n p pl pr r s sch sl sn sp st t tr v vr w wr z zw",
}
_VOWELS = {
    "en": "a ai e ea ee i ie o oa oo ou u y",
    "nl": "a aa e ee ei eu i ie ij o oe oo ou u ui uu",
}
_CODAS = {
    "en": "ck d l ll m n nd ng nt p r rd s sk ss st t th",
    "nl": "ch cht d f k l lf lk m n nd ng ns p r rk s t ts",
}


class Speech:
    """The words of one language; how often each is used follows Zipf's law.

    Source:  https://en.wikipedia.org/wiki/Zipf%27s_law (with Mandelbrot's shift of the ranks)
    """

    def __init__(self, language: str, seed: int) -> None:
        self.lexicon = _lexicon(language, Random(f"{seed} {language}"))
        self._weights = tuple(accumulate(1 / (rank + 2.7) for rank in range(1, SIZE + 1)))

    def words(self, random: Random, count: int) -> list[str]:
        """Give words as often as people would use them."""
        return random.choices(self.lexicon, cum_weights=self._weights, k=count)

    def rare(self, random: Random, count: int) -> list[str]:
        """Give words that tell things apart: none of the most frequent ones."""
        return random.choices(self.lexicon[_SHORT:], k=count)

    def name(self, random: Random) -> str:
        """Give a name of two words."""
        return " ".join(word.capitalize() for word in self.rare(random, 2))

    def title(self, random: Random) -> str:
        """Give a title of three or four words."""
        words = self.words(random, random.randint(1, 2)) + self.rare(random, 2)
        return " ".join(words).capitalize()

    def sentence(self, random: Random, count: int, end: str = ".") -> str:
        """Give a sentence of so many words."""
        return finished(self.words(random, count), end)

    def sentences(self, random: Random, count: int, words: tuple[int, int], end: str = ".") -> list[str]:
        """Give so many sentences, each with a number of words between these two."""
        return [self.sentence(random, random.randint(*words), end) for _ in range(count)]


def finished(words: Sequence[str], end: str = ".") -> str:
    """Make a sentence of words: a capital, a comma where a long one breathes, and a full stop."""
    middle = len(words) // 2 if len(words) > 9 else 0
    parts = [f"{word}," if middle and index == middle else word for index, word in enumerate(words)]
    text = " ".join(parts)
    first = next((place for place, sign in enumerate(text) if sign.isalpha()), 0)
    return text[:first] + text[first].upper() + text[first + 1 :] + end


def _lexicon(language: str, random: Random) -> tuple[str, ...]:
    """Make the words of a language; one we have no sounds of gets those of English."""
    sounds = language if language in _ONSETS else "en"
    words: dict[str, None] = {}
    while len(words) < SIZE:
        longest = 1 if len(words) < _SHORT else 2 if len(words) < _MIDDLING else 3
        words[_word(sounds, max(1, longest - (random.random() < 0.25)), random)] = None
    return tuple(words)


def _word(sounds: str, syllables: int, random: Random) -> str:
    onsets, vowels = _ONSETS[sounds].split(), _VOWELS[sounds].split()
    parts = [random.choice(onsets) + random.choice(vowels) for _ in range(syllables)]
    coda = random.choice(["", *_CODAS[sounds].split()])
    return "".join(parts) + coda
