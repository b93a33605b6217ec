"""What the alliance did in a period: compiled from what was recorded, issued by two, and frozen.

Doors: `/a/rapporter/` for whoever edits, `/rapporter/` for everybody. Rooms above ask
`queries.open_addresses()` and `queries.news()`. It reads figures of alliance, stands and agenda, and knows
nobody in the programme.
"""
