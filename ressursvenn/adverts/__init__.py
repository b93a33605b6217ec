"""What is missing, said as an advert that gives nobody away: built of blocks, frozen, counted.

Doors: `/a/annonser/` for whoever screens volunteers, `/bli-ressursvenn/` for everybody. Rooms above ask
`queries.published(reference)`.
"""
