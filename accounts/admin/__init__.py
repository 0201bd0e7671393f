"""The editors' side of accounts."""
