# LAN Sync for Anki 2.0 and 2.1.0 to 2.1.26: lets Anki sync with the server at this address.
# Delete this file and restart Anki to undo it.
import anki.consts
import anki.sync

ADDRESS = ""

modules = [anki.consts, anki.sync]
try:
    import aqt.mediasync

    modules.append(aqt.mediasync)
except ImportError:
    pass  # it came with 2.1.22

if ADDRESS:
    for module in modules:
        if "%s" in getattr(module, "SYNC_BASE", ""):
            module.SYNC_BASE = ADDRESS.replace("%", "%%") + "%.0s"
        elif hasattr(module, "SYNC_BASE"):
            module.SYNC_BASE = ADDRESS
        if hasattr(module, "SYNC_MEDIA_BASE"):
            module.SYNC_MEDIA_BASE = ADDRESS + "msync/"
