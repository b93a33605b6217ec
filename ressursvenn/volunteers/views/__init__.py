"""Requests in, pages out, for the staff desk.

everyone: the list · standing: the page of one · acts: each act's address · cards: new, corrected.
"""
