"""The small shapes that every room draws with: each is what several rooms would else write for themselves.

Doors: columns, rows and handling (for tables), fields and told (for forms), trying and refusing (a change, and
why not), days, square, calendar and files (what is shown or leaves). It knows no room, and has no table.
"""
