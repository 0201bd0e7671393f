"""The screens of the translators' files."""
