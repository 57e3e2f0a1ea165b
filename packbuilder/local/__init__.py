"""The local page: packbuilder in a browser on this machine, for those who do not live in a terminal.

The only package that knows starlette, uvicorn and watchfiles. It holds HTTP and what a page shows; what is made, and of what, is `packbuilder.app`'s.
"""
