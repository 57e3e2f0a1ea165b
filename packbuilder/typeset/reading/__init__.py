"""Finished PDFs, read back with code that did not write them.

- `readback` is the whole of it: `tree` reads the structure, `marked_content` the text of pages, by `fonts`, from `operations`; `pictures` and `xmp` what else says something; `values`
  takes what a file says of itself for what it should be. `twins` reads files that differ little.
- What contradicts itself: `consistency`, `link_places`; what packbuilder never writes: `additions`, with `both_ways` for what is told twice, and `stray_bytes`. `seals` takes a file's seal.
- For eyes: `canvas` and `pen` (what is painted where), `appearance` (sizes, contrast), `outlines` (glyphs). For `a11y`: `font_words`. For searches: `words`.
"""
