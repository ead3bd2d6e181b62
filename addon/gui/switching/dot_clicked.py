"""What a click on the dot does: show or fix what it reports."""

from __future__ import annotations

from ...phones.phones import Phones
from ..bridge.setting_up import BridgeInAnki
from ..windows import Windows
from .phones_switch import PhonesSwitch


class DotClicked:
    """The click's handler. Runs on the main thread."""

    def __init__(
        self, bridge: BridgeInAnki, phones: Phones, phones_switch: PhonesSwitch, windows: Windows
    ) -> None:
        self._bridge = bridge
        self._phones = phones
        self._phones_switch = phones_switch
        self._windows = windows

    def clicked(self) -> None:
        """Ask what must be decided, retry what failed, or show what is going on."""
        if self._phones.status.problem is not None:
            self._phones_switch.turn_on()
        elif self._bridge.merger.question is not None:
            self._bridge.ask()
        elif self._windows.replacements.last is not None:
            self._windows.replacements.ask()
        elif self._bridge.merger.problem is not None:
            self._bridge.merger.merge_when_ready()
            self._windows.devices()
        elif self._bridge.media.trouble is not None:
            self._bridge.media.look_again()
            self._windows.devices()
        elif self._windows.address_moved() is not None:
            self._windows.connect_phone()
        else:
            self._windows.devices()
