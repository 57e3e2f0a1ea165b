"""Worksheets: material to sheets and their answers. One file a kind; `registry` lists them."""
