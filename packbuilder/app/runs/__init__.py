"""Print runs: a paper for every candidate of a centre's list, packed by room.

- Before the press: `room` reads and plans: `source` (which paper), `plan` (packets, and documents that go with them), `names` (what has no room on a page),
  `dates` (whether times agree), `passwords`.
- The press: `run` writes the folder (`folder`: what lay there before) from a bank that `masters` makes, by `jobs`, which `executors` do (`cluster`: the workers of Dask); `journal` remembers
  what is finished; `builds` which build has printed it, `owners` tells whose files lie there, `differences` what parts two runs.
- What goes with it: `marking` (clean papers and schemes), `manifest`; `again` composes the sheets for rooms from that manifest once more, for `verify`.
"""
