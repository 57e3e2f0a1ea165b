"""Print runs: a paper for every candidate of a centre's list, packed by room.

- Before the press: `room` reads and plans (`source`: which paper, `plan`: packets and documents, `names`: what has no room on a page, `dates`, `passwords`).
- The press: `run` writes the folder (`folder`: what lay there before), of a bank that `masters` makes, by `jobs`, which `executors` do; `journal` remembers what is finished.
- What goes with it: `marking`, `manifest`; `again` composes its sheets from that manifest, for `verify`.
"""
