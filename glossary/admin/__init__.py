"""The editors’ side of the glossary."""
