"""References and citations: the items of a REF list, and what running text points to."""
