"""The terminology guard: finds forms that the glossary advises against, in any text, and says what to write."""
