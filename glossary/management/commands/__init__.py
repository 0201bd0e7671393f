"""Commands of the glossary."""
