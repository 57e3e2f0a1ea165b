"""The press: finished pages as copies for named candidates, in packets and in single files; encryption.

Everything here is bytes and numbers. What decides a copy's content lies below (`products`, `typeset`); files are opened above (`app`).
"""
