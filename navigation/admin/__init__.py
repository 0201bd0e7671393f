"""How editors change what stands around every page."""
