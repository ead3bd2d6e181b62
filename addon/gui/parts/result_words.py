"""What to say about a connection test: what is wrong, why, and what to do next."""

from __future__ import annotations

from ...errors import Problem, Unforeseen
from ...i18n import tr
from ...net.probe_result import ProbeOutcome
from .connection_tester import TestResult
from .problems import explain


def describe_result(found: TestResult) -> str:
    """Return a sentence for the result."""
    if isinstance(found, Unforeseen):
        return explain(found)
    if isinstance(found, Problem):
        return tr.settings_test_cannot()
    address, reason = found.url, found.detail
    if found.outcome is ProbeOutcome.OK:
        return tr.settings_test_well() if found.signed_in else tr.settings_test_answers()
    if found.outcome is ProbeOutcome.NO_SUCH_HOST:
        return tr.settings_test_no_such_host(address=address)
    if found.outcome is ProbeOutcome.REFUSED:
        return tr.settings_test_refused(address=address)
    if found.outcome is ProbeOutcome.TIMED_OUT:
        return tr.settings_test_timed_out(address=address)
    if found.outcome is ProbeOutcome.UNREACHABLE:
        return tr.settings_test_unreachable(address=address, reason=reason)
    if found.outcome is ProbeOutcome.CERTIFICATE:
        return tr.settings_test_certificate(address=address, reason=reason)
    if found.outcome is ProbeOutcome.NO_TLS:
        return tr.settings_test_no_tls(address=address)
    if found.outcome is ProbeOutcome.NOT_ANKI:
        return tr.settings_test_not_anki(address=address)
    if found.outcome is ProbeOutcome.WRONG_LOGIN:
        return tr.settings_test_wrong_login(address=address)
    if found.outcome is ProbeOutcome.TOO_OLD:
        return tr.settings_test_too_old(address=address)
    return tr.settings_test_not_now(address=address, reason=reason)


def is_ok(found: TestResult) -> bool:
    """Return whether Anki can sync with the server, as far as was tested.

    If this computer cannot test it, Anki's first sync will show that.
    """
    if isinstance(found, Problem):
        return not isinstance(found, Unforeseen)
    return found.outcome is ProbeOutcome.OK


def may_be_saved(found: TestResult) -> bool:
    """Return whether the problem may go away without changing what was typed."""
    return isinstance(found, Problem) or found.outcome not in (
        ProbeOutcome.WRONG_LOGIN,
        ProbeOutcome.NO_TLS,
    )
