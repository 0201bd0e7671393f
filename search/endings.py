"""What the algorithms of stemming.py leave apart, by language: endings, vowels that change, spellings of one word.

All of it is said of words without accents, but for what happens before a stem is taken.
"""

import re

from common.folding import fold

__all__ = ["before", "shortened", "smoothed"]

SHORTEST = 3
# Endings of nouns and adjectives, the longest first, for what no dictionary knows: mostly names.
ENDINGS = {
    "uk": """ностями остями ствами ського ському ськими ських ність ності ання енням анням ення іями ями
            ами ові еві єві ого ому ими ыми іми увати ювати ати яти ити іти ать ять ють уть ють ою ею єю ах ях ів їв
            ам ям ом ем єм ий ій ої ій ую юю их іх ия ія ії ію ю я а о у е и і ї й ь""",
    "bg": """остите ованията ството ствата ската ския ските ията иите овете ите ото ата ята ият ния ния ове ева
            ки ии ия ът ят та то те ти на но а я о е и у ъ""",
    "sk": """ostiach osťami ovania ovaniu ského skému ských skými ostí osti osť ých ými ého ému ách iach ami
            ami ovi ov ia ie iu ou om och ej ý á é í y a e i o u""",
    "sq": """ave eve ive ove avet evet ivet ovet at et it ot ën in un ve es ja je a e i o u ë""",
    "rom": """urjake urjako urjaki urja urenqe urenqo urenqi urenge urengo urengi urenca urença urende urendar uri ura
            imaske imasko imata imate esenqe esenqo esenqi esenge esengo esengi esenca esença esende esendar
            anes enqe enqo enqi enca ença enge engo engi ongo ongi onge onca ende endar esqo esqe esko esque eske eski
            este estar esa osko oske oski oste ostar osa jako jake jaki jate jatar jasa ako aki ake ate atar asa uno
            uni une alo ali ale ala ano ana ane ani ime imo ipe ipen imos os es en o i e a u""",
}  # fmt: skip
# A word of which no rule makes its other forms.
IRREGULAR = {
    "en": {"children": "child", "women": "woman", "men": "man", "crises": "crisis", "wives": "wife"},
    "fr": {"elus": "élu", "travaux": "travail", "yeux": "oeil", "vitraux": "vitrail", "baux": "bail"},
    "de": {"sinto": "sinti"},
    "ro": {
        "copii": "copil", "copiii": "copil", "copiilor": "copil", "tineri": "tânăr", "tinerii": "tânăr",
        "tinerilor": "tânăr", "locuri": "loc", "locurile": "loc", "grupuri": "grup", "grupurile": "grup",
    },
    "sr": {
        "deca": "dete", "dece": "dete", "deci": "dete", "decu": "dete", "decom": "dete",
        "ljudi": "čovek", "ljude": "čovek", "ljudima": "čovek",
    },
    "uk": {"діти": "дитина", "дітям": "дитина", "дітьми": "дитина", "дітях": "дитина"},
    "el": {"παιδια": "παιδι", "παιδιων": "παιδι"},
}  # fmt: skip
# Said of a word before its stem is taken: two spellings, or endings that the algorithm takes for something else.
BEFORE = {
    "en": (
        ("(?<=[a-z]{3})our(?=(s|ed|ing|able|ite|ites|ly|al|hood|hoods)?$)", "or"),
        ("(?<=[a-z])tre(?=s?$)", "ter"),
        ("mme(?=s?$)", "m"),
        ("llor(?=s?$)", "lor"),
        ("(?<=[a-z]{2}[fci])ence(?=s?$)", "ense"),
        ("(?<=[a-z]{3}[mv])ist(ic)?(?=s?$)", "ism"),
    ),
    "fr": (("iller(?=s$)|illère(?=s?$)", "iller"), ("(?<=ill)er(?=s$)", ""), ("(?<=conseill)ers?$", "er")),
    "ro": (("(?<=.{5})ăr(i|ii|ilor)$", "are"),),
    "hu": (("^gyermek", "gyerek"),),
    "sr": (("pis$", "pisi"),),
    "el": (("σεις$|σεων$|σεισ$", "ση"), ("ξεις$|ξεων$|ξεισ$", "ξη"), ("ψεις$|ψεων$|ψεισ$", "ψη")),
}
# Said of a stem without accents.
AFTER = {
    "en": (
        ("(?<=[a-z]{4}i)z$", "s"), ("(?<=[a-z]{4})yz$", "ys"), ("(?<=[a-z]{6})atori$", ""),
        ("(?<=[a-z]{3})ist$", "ism"),
    ),
    "fr": (
        ("(?<=[ac])tric$", "teur"), ("c?qu$", "c"), ("(?<=[a-z]{2})iv$", "if"), ("(?<=[a-z]{3})air$", "ar"),
        ("(?<=[a-z]{6})atoir$", ""), ("(?<=[a-z]{3})ist$", "ism"),
    ),
    "de": (
        # “Mediatorin” and “Mediatorinnen”, “rassistisch” and “Rassismus”; but neither “Termin” nor “Meister”.
        ("(?<=[a-z]{3}(?:ak|ar|at|eg|lt|mt|nd|nt|og|or|rt|st|ur))inn?$", ""), ("(?<=[a-z]{3}in)n$", ""),
        ("(?<=[a-z]{3}[^e]is)(mus|m|t)$", ""),
        ("(?<=[a-z]{5})(ier|iert|i)$", ""), ("(?<=[a-z]{3}[^i])er$|(?<=[a-z]{3}ar)n$", ""),
        ("^((?:ver|be|er|ent|zer)[a-z]{4,})t$", r"\1"),
    ),
    "ro": (
        ("(?<=[a-z]{3})eaz$", ""), ("oa", "o"), ("ea", "e"), ("ia(?=.)", "ie"), ("(?<=[a-z]{3})(iu|ei|i|e)$", ""),
        ("(?<=[bcdfglmnprstvz][bdfgmnprsvz])ur$|(?<=pt)ur$", ""), ("(?<=[a-z]{3})ist$", "ism"),
    ),
    # “Kerületi” has the t that is taken from “kerület” for an ending.
    "hu": (("(?<=s)t$", ""), ("(?<=[a-z]{4})[ae]t$", ""), ("(?<=[a-z]{3}i)zmus$", "s")),
    "uk": (("(?<=[а-яєіїґ]{3})івськ$|(?<=[а-яєіїґ]{4})ськ$", ""),),
    "el": (("(?<=[α-ω]{3})ιστικ$", ""), ("(?<=[α-ω]{3})ι$", ""),),
    "tr": (("(?<=[a-z]{3}c)[iu]s?$", ""),),
    "sr": (
        # The plural of “dokument” has a genitive “dokumenata”, that of “projekt” is “projekata”.
        ("(?<=[a-z]{3}[nk])at$", "t"), ("(?<=pis)a$", ""),
        ("(?<=[a-z]{3})ic$", "ik"), ("(?<=[a-z]{4})ov$", ""), ("(?<=[a-z]{4})(uj|ivanj|i)$", ""),
    ),
    "rom": (("(?<=[a-z]{3})(?:j|i)$", ""),),
}  # fmt: skip
# Romani is written in several ways: čhavo, chavo and ćhavo, Rroma and Roma, dijalekto and dialekto shall meet.
ROMANI = (
    ("(?<=[czstpk])h+|r(?=r)", ""), ("dj(?=[aeiou])", "dz"), ("x", "h"), ("q", "k"), ("w", "v"), ("y", "j"),
    ("ij(?=[aeou])", "i"),
)  # fmt: skip


def _compiled(rules):
    return tuple((re.compile(pattern), instead) for pattern, instead in rules)


_before = {language: _compiled(rules) for language, rules in BEFORE.items()}
_after = {language: _compiled(rules) for language, rules in AFTER.items()}
_romani = _compiled(ROMANI)


def _replaced(word, rules):
    for pattern, instead in rules:
        word = pattern.sub(instead, word)
    return word


def _listed(text, language):
    found = {fold(ending) for ending in text.split()}
    # What stands before endings in a word is spelt in one way by then, and so must they be.
    found = {_replaced(ending, _romani) for ending in found} if language == "rom" else found
    return sorted(found, key=len, reverse=True)


_endings = {language: _listed(text, language) for language, text in ENDINGS.items()}


def before(word: str, language: str) -> str:
    """A word as its stem is to be taken.

    Args:
        word: One word in lower case, with its accents.
        language: Its language.
    """
    if language in IRREGULAR and (regular := IRREGULAR[language].get(fold(word))):
        return regular
    return _replaced(word, _before.get(language, ()))


def shortened(word: str, language: str) -> str:
    """A word without its ending, by the list of the language; the word itself where there is no list.

    Args:
        word: One word without accents.
        language: Its language.
    """
    if language == "rom":
        word = _replaced(word, _romani)
    for ending in _endings.get(language, ()):
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word.removesuffix(ending)
    return word


def smoothed(stem: str, language: str) -> str:
    """A stem by which all forms of a word meet, also where a vowel changes.

    Args:
        stem: A stem without accents.
        language: Its language.
    """
    return _replaced(stem, _after.get(language, ()))
