"""Two faces: whoever writes a report, and whoever reads it."""
