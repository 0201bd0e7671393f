"""Terms with their meaning and use."""
