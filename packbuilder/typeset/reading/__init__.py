"""Finished PDFs, read back with code that did not write them.

- `readback` is the whole of it: `tree` reads the structure, `marked_content` the text of pages (`fonts` its characters), `pictures` and `xmp` what else says something; `twins` reads files that differ little.
- What contradicts itself: `consistency`; what packbuilder never writes: `additions`, `stray_bytes`; `seals` takes a file's seal.
- For eyes: `canvas` and `pen` (what is painted where), `appearance`, `outlines`; for `a11y`: `font_words`; for searches: `words`.
"""
