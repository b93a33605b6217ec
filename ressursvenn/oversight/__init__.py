"""Who watches those who may look: what is odd in the log, and the openings that take two people.

Reads the log and what the rooms below tell; the privacy officer meets no name and no content here.
"""
