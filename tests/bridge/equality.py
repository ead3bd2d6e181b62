"""Whether all devices, and newcomers to both servers, hold the same in the end."""

from __future__ import annotations

from collections.abc import Sequence

from .contents import contents, differences, pending
from .household import Household

SHOWN = 12  # differences


def unequal(household: Household, left_out: Sequence[str], *, old: bool) -> str:
    """Describe what differs; empty if all is equal. For `left_out` and `old` see
    `contents.differences`."""
    accounts = [household.store, *([household.upstream] if household.upstream else [])]
    newcomers = [household.newcomer(account) for account in accounts]
    everybody = [*household.devices, *newcomers]
    try:
        for device in everybody:
            device.show_decks()
        wanted = contents(household.desktop)
        for device in everybody[1:]:
            found = differences(wanted, contents(device), left_out, old=old)
            if found:
                return f"desktop | {device.name} differ:\n  " + "\n  ".join(found[:SHOWN])
        for device in everybody:
            # without a server, changes stay pending forever
            if (device is not household.desktop or household.upstream) and pending(device):
                return f"{device.name} has yet to send: {pending(device)}"
        return ""
    finally:
        for device in newcomers:
            device.close()
