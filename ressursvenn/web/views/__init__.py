"""Requests in, pages out: one file per face, and one for what goes wrong."""
