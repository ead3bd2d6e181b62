"""What to say about another server that was asked: the thing, the cause, and the next step."""

from __future__ import annotations

from ...i18n import tr
from ...net.outcome import Outcome, Probe


def sentence(found: Probe) -> str:
    """A sentence for each outcome."""
    address, reason = found.url, found.detail
    if found.outcome is Outcome.OK:
        return tr.settings_test_well() if found.host_key else tr.settings_test_answers()
    if found.outcome is Outcome.NO_SUCH_HOST:
        return tr.settings_test_no_such_host(address=address)
    if found.outcome is Outcome.REFUSED:
        return tr.settings_test_refused(address=address)
    if found.outcome is Outcome.TIMED_OUT:
        return tr.settings_test_timed_out(address=address)
    if found.outcome is Outcome.UNREACHABLE:
        return tr.settings_test_unreachable(address=address, reason=reason)
    if found.outcome is Outcome.CERTIFICATE:
        return tr.settings_test_certificate(address=address, reason=reason)
    if found.outcome is Outcome.NO_TLS:
        return tr.settings_test_no_tls(address=address)
    if found.outcome is Outcome.NOT_ANKI:
        return tr.settings_test_not_anki(address=address)
    if found.outcome is Outcome.WRONG_LOGIN:
        return tr.settings_test_wrong_login(address=address)
    if found.outcome is Outcome.TOO_OLD:
        return tr.settings_test_too_old(address=address)
    return tr.settings_test_not_now(address=address, reason=reason)


def is_well(found: Probe) -> bool:
    """Whether the server can be synced with, as far as was asked."""
    return found.outcome is Outcome.OK


def may_be_saved(found: Probe) -> bool:
    """Whether the trouble may pass without a change to what was typed."""
    return found.outcome not in (Outcome.WRONG_LOGIN, Outcome.NO_TLS)
