"""Translators' files: XLIFF 1.2 and 2.0, PO and TMX, out of the site and back into it."""
