"""The table of devices in all languages: it fits the window, however much there is to say."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from aqt.qt import QTreeWidgetItem

from addon.gui.devices.table import DeviceRow, DevicesTable, RefusedSignIns
from addon.i18n import set_language, tr
from addon.strings import LANGUAGES

from ..looks import clipped_headings

pytestmark = pytest.mark.usefixtures("anki")

NARROW = 820  # pixels: as much as a screen of 1366 pixels leaves the table, at 150 %
SYNC = 4


@pytest.fixture(params=LANGUAGES)
def table(request: pytest.FixtureRequest) -> Iterator[DevicesTable]:
    """Yield the table in one language, with devices of two people and long sentences."""
    set_language(request.param)
    table = DevicesTable(lambda _device, _name: None)
    table.resize(NARROW, 300)
    table.show()
    now = time.time()
    synced = tr.devices_synced(ago="", what=tr.devices_changes(count=1000)) * 2
    refused = RefusedSignIns(12, "192.168.178.166", now, slowed=True, is_news=True)
    table.show_rows(
        [
            row(1, "Ada's new phone in the living room", "ada", synced, now),
            row(2, "SM-T510", "somebody with a long name", tr.devices_asked(), now),
            row(-3, "AnkiDroid", "", tr.devices_never_synced(), now, refused),
        ]
    )
    yield table
    table.close()
    set_language("en")


def row(
    number: int, name: str, user: str, sync: str, now: float, refused: RefusedSignIns | None = None
) -> DeviceRow:
    """Return a device that was last seen some minutes ago."""
    address, seen = "192.168.178.123", now - 59 * 60
    app = "Anki 26.09.3 (Windows)"
    return DeviceRow(number, name, app, user, address, seen, seen, sync, "", refused)


def test_it_does_not_scroll_sideways_and_headings_are_whole(table: DevicesTable) -> None:
    bar, header = table.horizontalScrollBar(), table.header()
    assert bar is not None
    assert header is not None
    assert bar.maximum() == 0
    assert not clipped_headings(header)


def test_what_may_be_cut_off_is_shown_in_full_as_a_tooltip(table: DevicesTable) -> None:
    for number in range(table.topLevelItemCount()):
        item = table.topLevelItem(number)
        assert isinstance(item, QTreeWidgetItem)
        assert item.text(SYNC) in item.toolTip(SYNC)
