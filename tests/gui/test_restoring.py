"""Going back to a backup, from the settings and from the activity list, in real Anki."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from anki.notes import NoteId
from aqt.qt import QLabel, QTabWidget, QTreeWidgetItem

from addon.i18n import without_unicode_isolation

from . import running
from .phone import Phone
from .settings.window import button, open_settings, press
from .tables import rows, tree

pytestmark = pytest.mark.usefixtures("anki")


def is_in_anki(front: str) -> bool:
    return bool(running.anki().col.find_notes(f'front:"{front}"'))


def asked() -> str:
    """Return what the question says, and what it compares."""
    box = running.question()
    assert box is not None
    return without_unicode_isolation(" | ".join(each.text() for each in box.findChildren(QLabel)))


def undo() -> None:
    box = running.message()
    assert box is not None
    next(each for each in box.buttons() if each.text().replace("&", "") == "Undo").click()
    running.spin(lambda: running.message() is None)
    running.settle()


def test_a_backup_is_restored_from_the_settings_and_that_is_undone() -> None:
    note = running.add_note("worth keeping")
    running.switch_on()
    dialog = open_settings()
    backups = tree(dialog, "backups")
    assert not button(dialog, "restore").isEnabled()
    before = len(rows(backups))
    press(dialog, "back_up_now")
    running.spin(lambda: len(rows(backups)) > before)
    running.anki().col.remove_notes([NoteId(note)])
    assert not is_in_anki("worth keeping")
    backups.setCurrentItem(rows(backups)[0])
    press(dialog, "restore")
    running.spin(lambda: running.question() is not None)
    question = asked()
    assert "Backup of " in question
    assert "Current copy" in question
    assert "The collection in Anki is restored, too." in question
    running.answer("restore")
    running.spin(lambda: running.message() is not None)
    assert len(rows(backups)) > before + 1  # what was there before
    running.dismiss()
    running.spin(lambda: is_in_anki("worth keeping"))


def test_what_a_phone_deleted_is_restored_from_the_activity_list(
    new_phone: Callable[[], Phone],
) -> None:
    for number in range(60):
        running.add_note(f"word {number}")
    phone = new_phone()
    phone.col.remove_notes(list(phone.col.find_notes("front:word*")))
    phone.sync()
    running.spin(lambda: not is_in_anki("word*"))
    running.click("devices")
    shown = running.window("devices_window")
    assert shown is not None
    shown.findChildren(QTabWidget)[0].setCurrentIndex(1)
    activity = tree(shown, "activity")

    def deletion() -> QTreeWidgetItem | None:
        found = (row for row in rows(activity) if "60 notes deleted: " in plain(row))
        return next(found, None)

    running.spin(lambda: deletion() is not None)
    row = deletion()
    assert row is not None
    assert "a backup was made first" in plain(row)
    assert not button(shown, "restore_before").isEnabled()
    activity.setCurrentItem(row)
    button(shown, "restore_before").click()
    running.spin(lambda: running.question() is not None)
    running.answer("restore")
    running.spin(lambda: running.message() is not None)
    running.dismiss()
    running.spin(lambda: is_in_anki("word 7"))
    assert len(running.anki().col.find_notes("front:word*")) == 60


def plain(row: QTreeWidgetItem) -> str:
    return without_unicode_isolation(row.text(2))


def test_restoring_is_undone_with_a_click(new_phone: Callable[[], Phone]) -> None:
    running.add_note("is here")
    phone = new_phone()
    dialog = open_settings()
    press(dialog, "back_up_now")
    backups = tree(dialog, "backups")
    running.spin(lambda: rows(backups))
    phone.add("came later")
    phone.sync()
    running.spin(lambda: is_in_anki("came later"))
    backups.setCurrentItem(rows(backups)[0])
    press(dialog, "restore")
    running.spin(lambda: running.question() is not None)
    running.answer("restore")
    running.spin(lambda: running.message() is not None)
    undo()
    running.spin(lambda: running.message() is not None)
    running.dismiss()
    running.settle()
    running.spin(lambda: is_in_anki("came later"))
    assert is_in_anki("is here")


def test_deleted_media_is_put_back_and_the_data_checked(new_phone: Callable[[], Phone]) -> None:
    phone = new_phone()
    folder = Path(running.anki().col.media.dir())
    (Path(phone.col.media.dir()) / "hund.jpg").write_bytes(b"a dog")
    phone.sync()
    running.spin((folder / "hund.jpg").exists)
    phone.col.media.trash_files(["hund.jpg"])
    phone.sync()
    running.spin(lambda: not (folder / "hund.jpg").exists())
    dialog = open_settings()
    press(dialog, "deleted_media")
    shown = running.window("trash_window")
    assert shown is not None
    files = tree(shown, "trash")
    running.spin(lambda: rows(files))
    assert rows(files)[0].text(0) == "hund.jpg"
    files.setCurrentItem(rows(files)[0])
    press(shown, "put_back")
    running.spin((folder / "hund.jpg").exists)
    shown.close()
    press(dialog, "check_data")
    running.spin(lambda: running.message() is not None)
    assert running.dismiss() == "Nothing is wrong with your phones' copy."
    (folder / "hund.jpg").unlink()
