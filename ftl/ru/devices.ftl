### LAN Sync in Russian. Machine-translated; corrections are welcome.

devices-title = Устройства и активность
devices-tab = Устройства
devices-name = Устройство
devices-app = Приложение
devices-user = Пользователь
devices-last-seen = Последнее подключение
devices-last-sync = Последняя синхронизация
devices-first-seen = Первое подключение
devices-never-synced = Ещё не было
devices-failed = Последняя попытка не удалась
devices-synced = { $ago }: получено { NUMBER($received-count) }, отправлено { NUMBER($sent-count) }, за { $duration }
devices-uploaded = { $ago }: вся коллекция отправлена сюда ({ $size }, за { $duration })
devices-downloaded = { $ago }: вся коллекция скачана отсюда ({ $size }, за { $duration })
devices-in-anki = { $sync }; в Anki с { $time }
devices-not-in-anki = { $sync }; { $what }
devices-hint = Дважды щёлкните по устройству, чтобы дать ему другое имя.
devices-rename = Переименовать
devices-remove = Удалить это устройство…
devices-remove-question = Удалить устройство «{ $device }»? Оно не сможет синхронизироваться с этим компьютером, пока на нём снова не войдут в учётную запись. Карточки на нём останутся, на других устройствах ничего не изменится, и всё, что уже синхронизировано, сохранится здесь.
devices-remove-now = Удалить это устройство
devices-counting-storage = Подсчёт места, занятого данными…
devices-storage = { $total } на диске: коллекции { $collection }, медиафайлы { $media }, резервные копии и удалённые медиафайлы { $backups }
devices-no-storage = Не удаётся прочитать папку с данными ({ $reason }).
devices-open-folder = Открыть папку
