"""Demands on the political agenda, and figures with a source."""
