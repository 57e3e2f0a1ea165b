"""`verify`: finished files read back and compared, with each other, with the seals of their making, and with what a manifest lists.

- `verify` is the whole of it: `places` says where it looks, `files` what a file is once it is read, `company` what lacks its company, `copies` what is there twice.
- A file by itself: `seals` (what was changed since it was made), `names`, `worksheets`.
- Files beside each other: `pairs` (papers and schemes), `editions`, `packs`, `sets`, `self_marking`, `readers` (HTML, Word, text).
- A folder: `manifest` (its files, and strangers among them), `site`.
- A print run: `runs` (codes decoded and counted), which asks `scans` to read its files, and then `bodies`, `details`, `documents`, `leaves`, `rooms`, `strangers`, `tags`.
"""
