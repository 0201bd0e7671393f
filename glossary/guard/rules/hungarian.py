"""Hungarian endings, which stand in a row: kind of word, possession or plural, case; their vowels follow the word."""

__all__ = ["inflected"]


def _row(endings):
    return tuple(endings.split())


VOWELS = set("aáeéiíoóöőuúüű")
BACK, FRONT = set("aáoóuú"), set("eöőüű")
DIGRAPHS = ("cs", "dz", "gy", "ly", "ny", "sz", "ty", "zs")
COLLECTIVE = ("ság", "ség")
QUALITY = ("os", "es", "ös")
PLURAL = ("", "k", "ok", "ek", "ök", "ak")
POSSESSED = _row(
    """
    om em am öm m od ed ad öd d a e ja je unk ünk nk otok etek atok ötök tok tek uk ük juk jük aim eim jaim jeim im
    aid eid id ai ei jai jei i aink eink jaink ink aitok eitek jaitok itok aik eik jaik jeik ik é éi oké eké
    """
)
CASES = _row(
    """
    t at et ot öt nak nek ban ben ba be ból ből on en ön n ra re ról ről hoz hez höz nál nél tól től ig ért ként
    kor ul ül képp képpen nként anként onként
    """
)
ASSIMILATED = ("al", "el", "á", "é")
LENGTHENED = {"a": "á", "e": "é"}


def inflected(word: str) -> set[str]:
    """The forms of a Hungarian noun or adjective.

    Args:
        word: in lower case, such as "cigány".

    Returns:
        Surfaces, among them some that no text holds.
    """
    stems = {word, *(word.removesuffix(suffix) for suffix in ("ok", "ek", "ök", "ak") if len(word) > len(suffix) + 2)}
    nouns = stems | {stem + ending for stem in stems for ending in _fitting(COLLECTIVE, stem)}
    qualities = {stem + ending for stem in stems for ending in _fitting(QUALITY, stem)}
    owned = {_joined(stem, ending) for stem in nouns for ending in _fitting((*PLURAL, *POSSESSED), stem)}
    owned |= {_joined(stem, ending) for stem in qualities for ending in _fitting(PLURAL, stem)}
    return owned | {form for stem in owned for form in _cases(stem)}


def _fitting(endings, stem):
    """The endings whose vowels go with those of a word; i, í and é go with all."""
    last = next((letter for letter in reversed(stem) if letter in BACK or letter in FRONT), "e")
    strange = FRONT if last in BACK else BACK - {"o"}
    return [ending for ending in endings if not strange.intersection(ending)]


def _cases(stem):
    yield from (_joined(stem, ending) for ending in _fitting(CASES, stem))
    together = _fitting(ASSIMILATED, stem)
    if stem[-1] in VOWELS:
        bound = LENGTHENED.get(stem[-1], stem[-1])
        yield from (f"{stem[:-1]}{bound}v{ending}" for ending in together)
    else:
        yield from (_doubled(stem) + ending for ending in together)


def _joined(stem, ending):
    if ending and stem[-1:] in LENGTHENED:
        return stem[:-1] + LENGTHENED[stem[-1]] + ending
    return stem + ending


def _doubled(stem):
    if stem.endswith(DIGRAPHS):
        return stem[:-1] + stem[-2:]
    return stem + stem[-1]
