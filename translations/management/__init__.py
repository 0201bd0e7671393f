"""Commands of the translators' room."""
