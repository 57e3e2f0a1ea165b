"""Puzzles: grids of letters, made by the seed and checked by solvers that share nothing with their makers."""
