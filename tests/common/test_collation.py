"""Words stand in the order of the reader's dictionary."""

import pytest

from common.collation import by_letter, in_order, initial


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["Aalborg", "Ålesund", "Bonn", "Łódź", "Zagreb"]),
        ("fr", ["cote", "coté", "école", "étude", "zone"]),
        ("de", ["Apfel", "Äpfel", "Straße", "Zug"]),
        ("es", ["nube", "ñandú", "oro"]),
        ("ro", ["as", "ăla", "ând", "bun", "sat", "șase", "tare", "țară"]),
        ("hu", ["cukor", "csak", "dal", "gáz", "gyár", "nap", "nyár", "só", "szó"]),
        ("sk", ["cena", "čas", "dom", "hrad", "chata", "ihla"]),
        ("sq", ["deti", "dhe", "era", "gur", "gjak", "lule", "llamba"]),
        ("tr", ["ırmak", "İzmir", "jale", "orman", "ördek"]),
        ("uk", ["гора", "ґава", "дім", "ера", "єдність", "їжа", "йод"]),
        ("sr", ["дом", "ђак", "ехо", "лак", "љубав", "нос", "његош", "тим", "ћуп"]),
        ("bg", ["азбука", "щастие", "ъгъл", "юг", "яма"]),
        ("el", ["αγάπη", "Άνοιξη", "βήμα", "ώρα"]),
        ("rom", ["cidel", "čavo", "čhaj", "dad"]),
        ("it", ["città", "è", "esempio"]),
    ],
)
def test_order(language, words):
    assert in_order(reversed(words), language=language) == words


def test_index_letters():
    assert initial("Șomcuta", "ro") == "Ș"
    assert initial("Csaba", "hu") == "Cs"
    assert initial("Élysée", "fr") == "E"
    assert initial("İzmir", "tr") == "İ"
    assert initial("«Roma»", "fr") == "R"
    assert initial("2013", "en") == "#"


def test_index_groups():
    groups = by_letter(["Čhaj", "Dad", "Čavo"], language="rom")
    assert groups == [("Č", ["Čavo"]), ("Čh", ["Čhaj"]), ("D", ["Dad"])]
