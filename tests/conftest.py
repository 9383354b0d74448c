"""How properties are tested: a busy machine fails none, for pytest's own time limit holds for each test."""

from hypothesis import HealthCheck, settings

settings.register_profile("rashomon", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("rashomon")
