"""What editors may do in running text.

Headings are blocks with fixed levels, and tags that split sentences for translators (sub, sup, mark) are left out.
"""

import re

# A word that the glossary explains: stored as <a linktype="term" key="…">, the key being that of its translations.
TERM = "term"
TERM_KEY = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")

FEATURES = ["bold", "italic", "link", TERM, "document-link", "ul", "ol"]
SHORT_FEATURES = ["bold", "italic", "link", TERM]
# What somebody said is written down as it was said: the glossary does not speak into it.
SPOKEN_FEATURES = ["bold", "italic", "link"]
