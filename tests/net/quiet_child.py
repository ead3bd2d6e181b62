"""`python -m tests.net.quiet_child DATA`: a server as Anki runs it, with short timeouts.

Prints its port, serves until a line comes in, and then prints which loggers have got handlers.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from addon.hosting import LanServer
from addon.logfile import log_to
from addon.net import connection


def main(data: Path) -> None:
    connection.IO_TIMEOUT = connection.IDLE_TIMEOUT = 0.5
    data.mkdir()
    log_to("addon", data / "lan_sync.log")
    server = LanServer(data, "127.0.0.1", 0)
    server.start()
    print(server.port, flush=True)
    sys.stdin.readline()
    server.stop()
    handled = [name for name, each in logging.root.manager.loggerDict.items() if _has_handler(each)]
    print(*handled, "root" if logging.root.handlers else "", flush=True)


def _has_handler(logger: object) -> bool:
    return isinstance(logger, logging.Logger) and bool(logger.handlers)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
