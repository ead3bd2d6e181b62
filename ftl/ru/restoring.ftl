### LAN Sync in Russian. Machine-translated; corrections are welcome.
restoring-question = Вернуться к этой резервной копии? Нынешнее состояние сначала сохраняется, поэтому это можно отменить.
restoring-backup = Копия от { $date }
restoring-anki = Коллекция в Anki станет такой же. При следующей синхронизации Anki его сервер получит изменения; если он спросит, какую сторону оставить, выберите отправку.
restoring-devices = При следующей синхронизации каждое устройство пользователя { $user } спросит, какую сторону оставить: выберите «Скачать с AnkiWeb» (в AnkiDroid — «AnkiWeb»).
restoring-restore = Восстановить
restoring-done = Резервная копия восстановлена.
