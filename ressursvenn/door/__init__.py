"""The public pages: written by editors, seen by two, published; and the way to help in nine languages.

Doors: `/a/sider/` for whoever edits, the open pages for everybody. Rooms above ask `queries.shown(place)` and
`queries.open_addresses()`. It knows nobody in the programme.
"""
