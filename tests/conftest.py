"""How properties are tested: a busy machine fails none, for pytest's own time limit holds for each test.

Programs that tests start hear an interrupt, even where the tests were started in the background and told to ignore it.
"""

import signal

from hypothesis import HealthCheck, settings

settings.register_profile("rashomon", suppress_health_check=[HealthCheck.too_slow], deadline=None)
settings.load_profile("rashomon")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
