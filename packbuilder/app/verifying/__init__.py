"""`verify`: finished files read back and compared, with each other, with the seals of their making, and with what a manifest lists.

`verify` is the whole of it: `seen` reads once all that lies where `places` says; each check is a function of that value and yields findings (`report`).

- What a file is once it is read: `files`. A file by itself: `alone`, `names` (what its name says), `seals` (what was changed since it was made), `changed_places` (on
  which pages, and in which questions).
- Files beside each other: `beside`, which asks `pairs` (papers and schemes), `leaks` (what a paper must not say), `worksheets`, `editions`, `packs`, `sets`
  (class sets), `self_marking`. What is there twice, or lacks its company: `copies`, `company`. The reader edition: `readers`.
- A folder: `manifest` (its files, and strangers among them); a `site`.
- A print run: `runs`, `pages` (every page's code and strip, judged where they are read), `layered` (what
  copies share, drawn once), `tallies` (whose copy is missing), `scans` (opening files, work on all
  cores), `bodies` (what stands below the strip), `tags` and `details` (what files say beside their pages), `rooms` (registers, plans, labels), `documents`
  and `leaves` (set anew), `strangers`,
  `lists` (whether a centre's list says what it was printed from).
"""
