"""The officers’ screens: the list of members, imports, changes of state, and the picker of a point."""
