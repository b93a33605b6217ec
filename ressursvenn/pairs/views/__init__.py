"""Requests in, pages out: suggestions, the desk's pages of one pair, and the volunteer's phone."""
