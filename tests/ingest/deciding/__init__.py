"""Decisions and proposals in many styles of writing."""
