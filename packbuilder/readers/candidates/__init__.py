"""A centre's list of candidates, as spreadsheets and schools' systems export it. `reading` is the whole of it.

- The sheet: `shapes` (rows that end early or are shifted), `titles` (what stands above the header), `headings` and `columns` (which column holds which field), `nobody` (rows that are no candidate's).
- A row: `rows`, `cells`, `letters` (damaged ones), `places` (rooms and seats), `blanks` (words for nothing, later and nobody), `words`.
- Access arrangements: `needs` and `arrangements` (under their own headings), `codes`, `pieces` (several in a cell), `remarks` (under others' headings), `nothing` and `denied`.
- The list as a whole: `whole_list` warns of what each row by itself cannot show.
"""
