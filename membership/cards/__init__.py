"""The picture that stands beside a shared profile: the name of the place, its state, and where it lies on the map."""
