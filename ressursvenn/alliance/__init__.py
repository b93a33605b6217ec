"""Rød Knapp as it is: who is a member and since when, meetings, groups, buttons, campaign actions.

Doors: `/rod-knapp/` for everybody, `/a/allianse/` for editors. Rooms above ask `queries` and `figures`. It
knows nobody of the programme, and no wearer of a button.
"""
