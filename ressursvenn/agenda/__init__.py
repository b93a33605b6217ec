"""Demands on the political agenda, and figures with a source. Political, and never personal.

Doors: `/krav/` for everybody, `/a/krav/` for the editors of the alliance. Rooms above ask `queries.all_told()`,
`queries.changes_between(first, last)`, `queries.public_figures()` and `figures` for counts. What one editor
has written is read by everybody when another has confirmed it; a state is read off dated facts, never set.
"""
