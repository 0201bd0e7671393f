"""Settings by situation: production (the default), dev and test; the other modules are their parts."""
