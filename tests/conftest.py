"""Tests work everything out: none finds in a cache what another, or the program on this machine, has left there."""

from __future__ import annotations

import os

os.environ["PACKBUILDER_CACHE"] = "off"
