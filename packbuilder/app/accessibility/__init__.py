"""`a11y`: what a PDF offers to somebody who cannot see it, told in words. `report` is the whole of it.

`order` holds the order of the tags against places on pages, `language` the named language against words, `instead` what is read against what is printed,
`rows` whether a table's rows are even;
`faults` says contradictions between pages and tags in plain words.
"""
