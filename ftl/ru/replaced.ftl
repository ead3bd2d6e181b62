### LAN Sync in Russian. Machine-translated; corrections are welcome.
replaced-question = { $device }: копия пользователя { $user } на этом компьютере заменена коллекцией устройства. Прежняя сохранена в резервной копии. Какую оставить здесь?
replaced-before = Прежняя копия
replaced-now = Нынешняя копия
replaced-keep = Оставить нынешнюю
replaced-bring-back = Вернуть прежнюю
replaced-done = Прежняя копия возвращена. При следующей синхронизации каждое устройство пользователя { $user } спросит, какую сторону оставить: выберите «Скачать с AnkiWeb» (в AnkiDroid — «AnkiWeb»).
replaced-undo = Отменить это
