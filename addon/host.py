"""Differences between Anki versions, one function for each, and other access to Anki's window."""

from __future__ import annotations

import atexit
import logging
import os
import re
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, Callable, Iterable, Optional, Sequence, Tuple

import anki.lang
from anki.buildinfo import buildhash as _buildhash
from anki.buildinfo import version as _version
from aqt import gui_hooks
from aqt.qt import QEventLoop, QTimer, qconnect

from .errors import PreferencesOpen, Problem, SyncRunning

if TYPE_CHECKING:
    from anki.collection import Collection
    from aqt.main import AnkiQt
    from aqt.webview import WebContent

logger = logging.getLogger(__name__)


def anki_version() -> Tuple[int, ...]:
    """Return Anki's version: (2, 1, 66), or (26, 9, 3) since the year became the first."""
    return tuple(int(number) for number in re.findall(r"\d+", _version)[:3])


SERVES_SINCE = "2.1.50"
"""The first Anki that our server runs in: the first one published with Python 3.9."""

# before 23.10, Anki kept a transaction open and committed it now and then
_COMMITS_AT_ONCE = anki_version() >= (23, 10)


def can_serve() -> bool:
    """Return whether our server runs in this Anki: those before SERVES_SINCE have Python 3.8."""
    # both: people also run old Ankis on newer Pythons, which was never tried
    return sys.version_info >= (3, 9) and anki_version() >= (2, 1, 50)


def client_name() -> str:
    """Return how this Anki identifies itself to servers (sync_client_version in rslib)."""
    system = os.environ.get("PLATFORM", sys.platform)  # set by aqt.sync
    return f"anki,{_version} ({_buildhash}),{system}"


def language() -> str:
    """Return the code of Anki's interface language.

    `current_lang` since 2.1.45; before that `currentLang`.
    """
    code: object = getattr(anki.lang, "current_lang", None) or getattr(
        anki.lang, "currentLang", "en"
    )
    return str(code)


def on_profile_open(redirect: Callable[[], None], show: Callable[[], None]) -> None:
    """Call `redirect` as soon as a profile is open, and `show` once its window is.

    Only collection_did_load comes before everything that uses the login: in 24.06 the automatic
    sync starts before profile_did_open; in all versions the deck list, shown in between, asks
    the server for the colour of the sync button. Other add-ons may sync in profile_did_open too.
    """

    def on_collection(_col: Collection) -> None:
        redirect()

    def on_profile() -> None:
        redirect()
        show()

    gui_hooks.collection_did_load.append(on_collection)
    gui_hooks.profile_did_open.append(on_profile)


def on_sync_starts(mw: AnkiQt, starts: Callable[[], None]) -> None:
    """Call `starts` before each of Anki's own collection syncs. The hook exists since 2.1.34."""
    hook = getattr(gui_hooks, "sync_will_start", None)
    if hook is not None:
        hook.append(starts)
        return
    sync = mw._sync_collection_and_media

    def starting(after_sync: Callable[[], None]) -> None:
        starts()
        sync(after_sync)

    window: Any = mw
    window._sync_collection_and_media = starting


def on_sync_finished(done: Callable[[], None]) -> None:
    """Call `done` after each of Anki's own syncs. The hook exists since 2.1.34."""
    hook = getattr(gui_hooks, "sync_did_finish", None)
    if hook is not None:
        hook.append(done)


def on_login(mw: AnkiQt, issued: Callable[[str, Optional[str]], None]) -> None:
    """Call `issued` with the host key of each login and the server's address, in any thread.

    Anki has no hook for it, but all versions log in through this function of the backend. Before
    2.1.57 the address is in the environment, and None here.
    """
    backend: Any = mw.backend
    log_in = backend.sync_login

    def logging_in(*args: Any, **named: Any) -> Any:
        auth = log_in(*args, **named)
        # one message since 2.1.57; name and password before
        address = getattr(args[0], "endpoint", None) if args else None
        issued(auth.hkey, address)
        return auth

    backend.sync_login = logging_in


def on_profile_closed(
    mw: AnkiQt, closing: Callable[[], None], closed: Callable[[], None], ended: Callable[[], None]
) -> None:
    """Call `closing` before Anki closes a profile and `closed` after, perhaps more than once;
    `ended` when Anki's windows are gone.

    No hook comes after the last sync. The most reliable sign is `pm.save`, which the caller has to
    watch, but other add-ons replace it. So this watches the collection and the program's end too.
    """
    timer = QTimer(mw)
    timer.setInterval(100)

    def look() -> None:
        if mw.col is None:
            timer.stop()
            closed()

    def will_close() -> None:
        closing()
        timer.start()

    qconnect(timer.timeout, look)
    gui_hooks.profile_will_close.append(will_close)
    qconnect(mw.app.aboutToQuit, closed)
    atexit.register(ended)


def on_deleted_in_dialog(package: str, deleted: Callable[[], None]) -> None:
    """Call `deleted` when the person deletes this add-on in Anki. The hook exists since 2.1.45."""

    def on_delete(_dialog: object, packages: Sequence[str]) -> None:
        if package in packages:
            deleted()

    hook = getattr(gui_hooks, "addons_dialog_will_delete_addons", None)
    if hook is not None:
        hook.append(on_delete)


def on_deck_list_bar(markup: Callable[[], str], command: str, clicked: Callable[[], None]) -> None:
    """Add markup to the bar below the deck list; its `pycmd(command)` calls `clicked`.

    Both hooks exist since 2.1.22. There is none for this bar in particular.
    """

    def on_content(content: WebContent, context: Optional[object]) -> None:
        if type(context).__name__ == "DeckBrowserBottomBar":
            content.body += markup()

    def on_message(handled: Tuple[bool, Any], message: str, _context: object) -> Tuple[bool, Any]:
        if message != command:
            return handled
        clicked()
        return (True, None)

    gui_hooks.webview_will_set_content.append(on_content)
    gui_hooks.webview_did_receive_js_message.append(on_message)


def run_in_deck_list_bar(mw: AnkiQt, script: str) -> None:
    """Run JavaScript in the bar below the deck list, if the window shows that."""
    if mw.state == "deckBrowser":
        mw.bottomWeb.eval(script)


def show_progress(mw: AnkiQt, label: str) -> None:
    """Show Anki's progress window at once, before the main thread is busy for a while.

    The caller must call `mw.progress.finish()`.
    """
    mw.progress.start(label=label, immediate=True)
    mw.app.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def background_operations(mw: AnkiQt) -> int:
    """Return how many of Anki's operations use the collection. Counted since 2.1.45."""
    return int(getattr(mw, "_background_op_count", 0))


def commit_changes(mw: AnkiQt, seconds: float) -> bool:
    """Commit what Anki has written; return False if that takes longer than `seconds`.

    Call it in a thread. Since 23.10 everything is committed at once. Before that, a commit in
    another thread would end a transaction that Anki is in the middle of.
    """
    if _COMMITS_AT_ONCE:
        return True
    done = threading.Event()

    def save() -> None:
        if mw.col is not None and mw.col.db is not None:
            mw.col.save()
            done.set()

    mw.taskman.run_on_main(save)
    return done.wait(seconds)


def reads_in_threads() -> bool:
    """Return whether the whole collection may be copied in a thread: see `commit_changes`."""
    return _COMMITS_AT_ONCE


def on_temporarily_closed(closes: Callable[[], None], is_back: Callable[[], None]) -> None:
    """Call `closes` and `is_back` when the collection is closed for a while.

    One-way syncs, exports and restored backups do so. The hooks exist since 2.1.51; in 2.1.50 only
    syncs do it, which have their own hooks.
    """
    for name, tell in (("will", closes), ("did", is_back)):
        hook = getattr(gui_hooks, f"collection_{name}_temporarily_close", None)
        if hook is not None:
            hook.append(lambda _col, tell=tell: tell())


def on_collection_closes(mw: AnkiQt, closes: Callable[[], None]) -> None:
    """Call `closes` right before Anki closes the collection, with its windows closed, unsaved text
    saved, and the last sync done.

    No hook comes between these and the end of the collection, but all versions end it here.
    """
    window: Any = mw
    close = window._unloadCollection

    def closing() -> None:
        try:
            closes()
        finally:
            close()

    window._unloadCollection = closing


def announce_changes(mw: AnkiQt, names: Iterable[str]) -> None:
    """Let Anki's windows refresh what an operation has changed; `names` are fields of OpChanges.

    Not `mw.reset()`, which says that everything has changed: the Add window would lose its note.
    Older versions have fewer fields.
    """
    from anki.collection import OpChanges

    known = OpChanges.DESCRIPTOR.fields_by_name
    changes = OpChanges(**{name: True for name in names if name in known})
    gui_hooks.operation_did_execute(changes, None)
    gui_hooks.state_did_reset()
    mw.update_undo_actions()
    # without the focus, Anki's window would keep its old numbers, greyed out, until it gets it
    if mw.state == "deckBrowser":
        mw.deckBrowser.refresh_if_needed()
    elif mw.state == "overview":
        mw.overview.refresh_if_needed()


def back_up_collection(mw: AnkiQt) -> None:
    """Back up the open collection as Anki does, and wait. Requires 2.1.50 or later."""
    col: Any = mw.col
    col.create_backup(backup_folder=mw.pm.backupFolder(), force=True, wait_for_completion=True)


def loads_next_time(mw: AnkiQt, package: str) -> bool:
    """Return whether Anki will load this add-on at its next start.

    No version tells an add-on that it was disabled, or that its folder was deleted by hand.
    """
    if not os.path.exists(os.path.join(mw.addonManager.addonsFolder(package), "__init__.py")):
        return False
    return bool(mw.addonManager.isEnabled(package))


def why_not_now(mw: AnkiQt) -> Optional[Problem]:
    """Return why the login must not change now; None if it may."""
    # Anki's progress window is open during all of a sync of the collection
    if mw.media_syncer.is_syncing() or mw.progress.busy():
        return SyncRunning()
    if _preferences_open():
        return PreferencesOpen()
    return None


def recheck_media(mw: AnkiQt) -> bool:
    """Make Anki compare all its media with the server's; return False if that is impossible now."""
    if mw.col is None or mw.media_syncer.is_syncing():
        return False
    try:
        mw.col.media.force_resync()
    except OSError:  # Windows cannot delete an open file
        return False
    return True


def read_schema(mw: AnkiQt) -> int:
    """Return the open collection's schema stamp, in ms."""
    assert mw.col is not None
    assert mw.col.db is not None
    return int(mw.col.db.scalar("select scm from col"))


def write_schema(mw: AnkiQt, stamp: int) -> None:
    """Change the schema stamp, and so whether a sync can merge.

    `col.mod_schema` would make its own stamp. `mod` changes too: if it is equal on both sides, Anki
    takes them for the same without looking at the schema.
    """
    assert mw.col is not None
    assert mw.col.db is not None
    now = int(time.time() * 1000)
    mw.col.db.execute("update col set scm = ?, mod = max(mod + 1, ?)", stamp, now)


def sync(mw: AnkiQt, done: Callable[[], None]) -> None:
    """Sync as Anki's own button does, with its questions; without a login it asks for one."""
    if not mw.pm.sync_auth():
        # Anki's login dialog has no callback for when it is dismissed
        mw.on_sync_button_clicked()
        return

    def after_sync() -> None:
        # 2.1.28 has no _refresh_after_sync; its sync redraws everything
        refresh = getattr(mw, "_refresh_after_sync", None)
        if refresh is not None:
            refresh()
        done()

    mw._sync_collection_and_media(after_sync)


def _preferences_open() -> bool:
    import aqt

    _creator, instance = aqt.dialogs._dialogs["Preferences"]
    return instance is not None
