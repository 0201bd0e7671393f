"""Takes the endings off words, by language: stems by rule, lemmas from dictionaries that are loaded at first use."""

from functools import cache
from threading import Lock

import snowballstemmer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import StreamDictionaryFactory

from common.folding import fold
from common.slugs import transliterate
from search.endings import before, shortened, smoothed

__all__ = ["stem"]

ALGORITHMS = {
    "en": "english", "fr": "french", "de": "german", "ro": "romanian", "es": "spanish", "it": "italian", "el": "greek",
    "sr": "serbian", "hu": "hungarian", "tr": "turkish",
}  # fmt: skip
DICTIONARIES = {"hu", "tr", "sk", "bg", "uk", "sq"}
_lock = Lock()


@cache
def _lemmas():
    # Read as it is packed, Hungarian takes 24 MB and not 180; words that were looked up are remembered elsewhere.
    return DefaultStrategy(dictionary_factory=StreamDictionaryFactory(cache_max_size=len(DICTIONARIES)))


@cache
def _algorithm(language):
    return snowballstemmer.stemmer(ALGORITHMS[language])


def stem(word: str, language: str) -> str:
    """The part of a word that its inflected forms share, without accents.

    Args:
        word: One word in lower case, with its accents.
        language: The language whose rules hold; one without rules only loses accents.

    Returns:
        Letters and digits only. What words mean the same by is up to equality, not to how it reads.
    """
    if language == "sr":
        word = transliterate(word, "sr")
    word = before(word, language)
    if language in DICTIONARIES and not word.isdecimal():
        word = _lemma(word, language)
    if language in ALGORITHMS:
        with _lock:
            word = _algorithm(language).stemWord(word)
    return smoothed(shortened(fold(word), language), language)


def _lemma(word, language):
    found = _lemmas().get_lemma(word, language) or word
    # To the Hungarian dictionary “polgármesterek” is a form of “polgármestere”, which is one of “polgármester”.
    again = _lemmas().get_lemma(found, language) if language == "hu" and found != word else ""
    return (again if again and found.startswith(again) else found).lower()
