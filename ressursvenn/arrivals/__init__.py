"""Somebody wants to be a volunteer: one page, a draft that follows a link, the same answer to all.

Doors: `/sok/` for whoever applies, `/a/soknader/` for who answers. Nothing here compares an applicant with
anybody: who must never meet is asked of `apart`, later, by others.
"""
