"""A centre's list of candidates, as spreadsheets and schools' systems export it. `reading` is the whole of it.

- The sheet: `shapes` (rows that end early or are shifted), `long_cells` (which are read to a limit), `titles` (what stands above the header, sections), `merged` (two lists side by side), `headings` and `columns` (which column holds which
  field), `headings_abroad` (in other languages than English and Welsh), `headless` (what is said of a list without a header), `footers` (rows below it),
  `nobody` (rows that are no candidate's).
- A row: `identifiers` (a UCI beside the number), `rows` (what a candidate needs, from all columns that say so), `cells`, `letters` (those that were misread), `places` (who has no room or seat).
- Access arrangements: `needs` (an edition and extra time) and `arrangements` (texts and columns of others), `codes`, `pieces` (several in a cell), `remarks` (beside
  names, under others' headings), `nothing` (that there is none) and `denied`.
- Words that several of these need: `blanks` (for nothing, later and nobody), `words` (colours, minutes).
- The list as a whole: `whole_list` warns of what no row shows by itself; `spellings` tells which rooms and centres may be one; `repeats` tells a mistake of many rows once.
"""
