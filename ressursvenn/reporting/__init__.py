"""Numbers that leave the house: definitions, and numbered releases that cannot point at anybody.

Doors: `figures.latest` for whoever tells of participants (a report, always with the year), `queries.releases`,
`changes`. The catalogue is frozen (`catalogue.py`); what protects it is `ressursvenn.disclosure`, asked in
`protecting.py` alone.
"""
