"""The graph for other tools: one form of file each."""
