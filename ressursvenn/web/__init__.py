"""What people see: the shell of the three faces, the parts pages are made of, and the pages of no room.

Doors: templates/web/ (pages to extend, parts to include), templatetags/web.py (words, days, icons),
pictures.py (rings, roads and bars as numbers), day.py (Min dag). Rooms reach it by template name only.
"""
