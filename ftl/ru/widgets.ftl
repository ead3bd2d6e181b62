### LAN Sync in Russian. Machine-translated; corrections are welcome.

widgets-copy = Копировать
widgets-copied = Скопировано
widgets-moment = Минуту…
widgets-close = Закрыть
widgets-unsaved = Введённое здесь ещё не сохранено. Закрыть окно без сохранения?
widgets-discard = Закрыть без сохранения
