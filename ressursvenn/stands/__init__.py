"""Somebody takes a stand, in public: confirmed by whoever took it, read by an editor, and then shown.

Doors: `/ta-standpunkt/` for everybody, `/a/standpunkt/` for the editors of the alliance. Rooms above ask
`figures` how many stands are shown, and `queries.shown()` for the newest. It knows no wearer of a button.
"""
