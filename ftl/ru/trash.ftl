### LAN Sync in Russian. Machine-translated; corrections are welcome.
trash-title = Удалённые медиафайлы
trash-explained = Звуки и изображения, которые устройства удалили или заменили, хранятся здесь 30 дней, до 1 ГиБ. То, что вы вернёте, попадёт на все устройства при их следующей синхронизации.
trash-file = Файл
trash-since = Удалён или заменён
trash-put-back = Вернуть
trash-done = Возвращено файлов: { NUMBER($count) }.
trash-empty = Медиафайлы не удалялись и не заменялись.
