"""Checks of a store; each can fail."""
