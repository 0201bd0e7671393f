"""The editors' side of the guard."""
