"""Pairs: from a suggestion through two yeses, introduction and meet-ups to a good ending.

The only room that opens matching, and the only one that sees both people. Doors: changes (every
step), queries (whose pairs one sees, suggestions, Min dag), facts (what stands between two).
"""
