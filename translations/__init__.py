"""Rules and reports around the translation of pages."""
