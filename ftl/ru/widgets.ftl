### LAN Sync in Russian. Machine-translated; corrections are welcome.

widgets-copy = Копировать
widgets-copied = Скопировано
widgets-moment = Минуту…
