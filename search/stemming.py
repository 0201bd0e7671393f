"""Takes the endings off words, by language: stems by rule, lemmas from dictionaries that are loaded at first use."""

import re
from functools import cache
from threading import Lock

import snowballstemmer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import StreamDictionaryFactory

from common.folding import fold
from common.slugs import transliterate

__all__ = ["stem"]

ALGORITHMS = {
    "en": "english", "fr": "french", "de": "german", "ro": "romanian", "es": "spanish", "it": "italian", "el": "greek",
    "sr": "serbian", "hu": "hungarian", "tr": "turkish",
}  # fmt: skip
DICTIONARIES = {"hu", "tr", "sk", "bg", "uk", "sq"}
SHORTEST = 3
# Endings of nouns and adjectives, the longest first, for what no dictionary knows: mostly names.
ENDINGS = {
    "uk": """ностями остями ствами ського ському ськими ських ськими ність ності ання енням анням ення іями ями
            ами ові еві єві ого ому ими ыми іми ать ять ють уть ють ою ею єю ах ях ів їв ам ям ом ем єм ий ій
            ої ій ую юю их іх ия ія ії ію ю я а о у е и і ї й ь""",
    "bg": """остите ованията ството ствата ската ския ските ията иите овете ите ото ата ята ият ния ния ове ева
            ки ии ия ът ят та то те ни на но а я о е и у ъ""",
    "sk": """ostiach osťami ovania ovaniu ského skému ských skými ostí osti osť ých ými ého ému ách iach ami
            ями ovi ov ia ie iu ou om och ej ý á é í y a e i o u""",
    "sq": """ave eve ive ove avet evet ivet ovet at et it ot ën in un ve es ja je a e i o u ë""",
    "rom": """urja uri ura imaske imasko imata imate enqe enqo enca ença enge engo engi enge ende endar esqo
            esqe esko esque eske eski este estar esa ako aki ake ate atar asa uno uni une alo ali ale ane ano
            ani ime imo ipe ipen imos es en o i e a u""",
}  # fmt: skip
# Romani is written in several ways: čhavo, chavo and ćhavo, Rroma and Roma shall meet.
ROMANI = re.compile(r"(?<=[czstpk])h|r(?=r)")
# The plural of “dokument” has a genitive “dokumenata”, that of “projekt” is “projekata”.
SERBIAN_PLURAL = re.compile(r"(?<=[a-z]{3}[nk])at$")
_lock = Lock()
_own = {language: sorted(set(text.split()), key=len, reverse=True) for language, text in ENDINGS.items()}


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
    if language in DICTIONARIES and not word.isdecimal():
        word = _lemma(word, language)
    if language in ALGORITHMS:
        with _lock:
            word = _algorithm(language).stemWord(word)
    folded = fold(word)
    if language == "sr":
        folded = SERBIAN_PLURAL.sub("t", folded)
    if language in _own:
        folded = _shortened(ROMANI.sub("", folded) if language == "rom" else folded, language)
    return folded


def _lemma(word: str, language: str) -> str:
    found = _lemmas().get_lemma(word, language)
    return (found or word).lower()


def _shortened(word: str, language: str) -> str:
    for ending in _own[language]:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word.removesuffix(ending)
    return word
