"""Users, their groups and rights."""
