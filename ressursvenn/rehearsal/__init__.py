"""The made-up world: invented people, a year of pairs, all alive around today. Never beside real data.

Doors: `manage make_world` makes it, `manage cast` tells who is who, `/prove/inn/` signs in with one click.
Production settings refuse to start with this room installed.
"""
