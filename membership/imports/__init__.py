"""Lists of authorities that come from outside: read, checked, matched, written and taken back."""
