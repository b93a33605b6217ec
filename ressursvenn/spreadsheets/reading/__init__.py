"""Reading an old workbook: bytes in, understood rows out. Pure: no Django, no disk, no clock.

Doors: `workbook.read` (bytes → Reading), `rows` (what a row is), `remarks` (what is said about it).
Nothing a cell holds ever occurs in a sentence, an exception or a `repr`.
"""
