"""Papers and pictures that leave the house, set by Typst: what a room says, as PDF/UA-1 or PNG.

Doors: `setting.pdf`, `setting.png`, `setting.language_of`, `setting.print_of`. A paper is a file
`<room>/papers/<name>.typ` that begins with `#import "/paper/papers/sheet.typ": *`. It knows no room, and
reads no table.
"""
