"""Tests work everything out: none finds in a cache what another, or the program on this machine, has left there.

How busy the machine is decides nothing: properties have no time limit, as Hypothesis does by itself where `CI` is set.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

os.environ["PACKBUILDER_CACHE"] = "off"

if "CI" not in os.environ:
    settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.load_profile("unhurried")
