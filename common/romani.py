"""The Romani language, which Django does not know: its registration and its words for dates and names.

Settings import this module before Django is set up, so it may import nothing that needs the app registry.
Words follow the spelling of the Council of Europe's Romani material; they await a native reader.
"""

from django.conf.locale import LANG_INFO

CODE = "rom"
LANGUAGE = {"bidi": False, "code": CODE, "name": "Romani", "name_local": "Romani ćhib"}

MONTHS = (
    "januari",
    "februari",
    "marto",
    "aprili",
    "maji",
    "juni",
    "juli",
    "augusti",
    "septembri",
    "oktobri",
    "novembri",
    "decembri",
)


def register() -> None:
    """Tell Django that Romani exists, so that `get_language_info("rom")` answers."""
    LANG_INFO[CODE] = dict(LANGUAGE)


register()
