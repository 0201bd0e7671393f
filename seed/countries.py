"""Plants the introductions to countries in every language they are written in."""

from wagtail.models import Locale

from membership.models import CountryIntroduction
from seed.reading import SOURCE, table
from seed.translating import translate
from seed.tree import OPEN


def plant_countries() -> None:
    """Make the introductions that are not there yet."""
    locale = Locale.objects.get(language_code=SOURCE)
    for entry in table("countries")["countries"]:
        row, _made = CountryIntroduction.objects.get_or_create(
            locale=locale, country=entry["code"], defaults={"introduction": entry[SOURCE]}
        )
        for code in [code for code in OPEN[1:] if code in entry]:
            translate(row, code, {"introduction": entry[code]})
