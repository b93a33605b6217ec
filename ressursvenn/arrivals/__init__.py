"""Somebody wants to be a volunteer: one page, a draft that follows a link, the same answer to all."""
