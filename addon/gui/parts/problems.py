"""What to say about each failure a person can meet: the one place where classes become text."""

from __future__ import annotations

from ... import host
from ...errors import (
    AnkiWebAddress,
    BackupDamaged,
    BadAddress,
    BadSetting,
    BridgeProblem,
    CannotListen,
    CertificateUnusable,
    CollectionClosed,
    CollectionUnreadable,
    CollectionUnusable,
    DataFolderInUse,
    DataFolderUnusable,
    HostTooOld,
    NoSuchBackup,
    PortTaken,
    PreferencesOpen,
    Problem,
    ServerFailed,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreInUse,
    StoreTooNew,
    StoreUnusable,
    SyncRunning,
)
from ...i18n import tr
from ...wheels import DamagedWheel, NoFittingWheel


def explain(problem: Problem) -> str:
    """Say what is wrong, why, and what to do next."""
    if isinstance(problem, PortTaken):
        if problem.next_free is None:
            return tr.problems_port_taken(port=str(problem.port))
        return tr.problems_port_taken_use_next(
            port=str(problem.port), next_free=str(problem.next_free)
        )
    if isinstance(problem, CannotListen):
        return tr.problems_cannot_listen(
            address=problem.host, port=str(problem.port), reason=problem.cause
        )
    if isinstance(problem, CertificateUnusable):
        return tr.problems_certificate(path=str(problem.path), reason=problem.cause)
    if isinstance(problem, DataFolderInUse):
        return tr.problems_data_folder_in_use(path=str(problem.path), holder=problem.holder or "?")
    if isinstance(problem, (DataFolderUnusable, StoreUnusable)):
        return tr.problems_data_folder(path=str(problem.path), reason=problem.cause)
    if isinstance(problem, HostTooOld):
        return tr.problems_host_too_old(version=host.SERVES_SINCE)
    if isinstance(problem, ServerFailed):
        return tr.problems_server_failed(reason=problem.cause)
    if isinstance(problem, NoSuchBackup):
        return tr.problems_no_such_backup()
    if isinstance(problem, BackupDamaged):
        return tr.problems_backup_damaged(name=problem.name, reason=problem.cause)
    if isinstance(problem, StoreBusy):
        return tr.problems_store_busy()
    if isinstance(problem, SyncRunning):
        return tr.problems_sync_running()
    if isinstance(problem, PreferencesOpen):
        return tr.problems_preferences_open()
    if isinstance(problem, AnkiWebAddress):
        return tr.problems_ankiweb_address()
    if isinstance(problem, BadAddress):
        return tr.problems_bad_address(address=problem.text)
    if isinstance(problem, BadSetting):
        return tr.problems_bad_setting(key=problem.key, value=str(problem.value))
    if isinstance(problem, NoFittingWheel) and problem.platform.is_32_bit:
        return tr.problems_32_bit()
    if isinstance(problem, NoFittingWheel):
        return tr.problems_no_fitting_wheel(package=problem.package)
    if isinstance(problem, DamagedWheel):
        return tr.problems_damaged_wheel(path=str(problem.path))
    if isinstance(problem, BridgeProblem):
        return _of_the_bridge(problem)
    return tr.problems_other(reason=str(problem))


def _of_the_bridge(problem: BridgeProblem) -> str:
    if isinstance(problem, CollectionClosed):
        return tr.problems_collection_closed()
    if isinstance(problem, StoreFull):
        return tr.problems_store_full(path=str(problem.path))
    if isinstance(problem, StoreInUse):
        return tr.problems_store_in_use(path=str(problem.path))
    if isinstance(problem, StoreDamaged):
        return tr.problems_store_damaged(
            path=str(problem.path), reason=problem.cause, backups=str(problem.backups)
        )
    if isinstance(problem, StoreTooNew):
        return tr.problems_store_too_new(path=str(problem.path))
    if isinstance(problem, CollectionUnreadable):
        return tr.problems_collection_unreadable(reason=problem.cause)
    if isinstance(problem, CollectionUnusable):
        return tr.problems_collection_unusable(reason=problem.cause)
    return tr.problems_other(reason=str(problem))
