"""What speaks against an application: it is held back then, never thrown away in silence."""

import re
import time

from applications.sealing import Carried

TRAP = "fax_number"
QUICK = 3
HELD_BACK = 2
LINK = re.compile(r"https?://|www\.", re.IGNORECASE)
MARKUP = re.compile(r"<a\s|\[url|\[link|</?script", re.IGNORECASE)
MANY_LINKS = 4
FREE_TEXT = ("message", "done", "planned", "proposal", "references")


def signs(carried: Carried, answers: dict) -> list[str]:
    """Return what looks like a machine.

    Args:
        carried: what the form carried.
        answers: the cleaned answers by field.

    Returns:
        Names: “trap” (the unseen field was filled), “quick”, “markup”, “links”.
    """
    words = " ".join(str(answers.get(name) or "") for name in FREE_TEXT)
    found = {
        "trap": carried.trapped,
        "quick": time.time() - carried.started < QUICK,
        "markup": bool(MARKUP.search(words)),
        "links": len(LINK.findall(words)) >= MANY_LINKS,
    }
    return [name for name, there in found.items() if there]


def weight(found: list[str]) -> int:
    """Return how much some signs weigh together; from `HELD_BACK` on an application is held back.

    Args:
        found: names of signs.
    """
    return sum(HELD_BACK if name in {"trap", "markup"} else 1 for name in found)
