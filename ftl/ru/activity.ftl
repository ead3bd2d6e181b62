### LAN Sync in Russian. Machine-translated; corrections are welcome.

activity-tab = Активность
activity-when = Когда
activity-device = Устройство
activity-what = Что произошло
activity-signed-in = Вход под именем { $user }
activity-refused = Неверное имя пользователя или пароль («{ $user }»)
activity-synced = Синхронизировано: получено { NUMBER($received-count) }, отправлено { NUMBER($sent-count) }, за { $duration }
activity-uploaded = Вся коллекция отправлена сюда ({ $size }, за { $duration })
activity-downloaded = Вся коллекция скачана отсюда ({ $size }, за { $duration })
activity-media = Медиафайлы: получено { NUMBER($received-count) } ({ $received-size }), отправлено { NUMBER($sent-count) } ({ $sent-size })
activity-reviews-in-anki = Повторения теперь в Anki: { NUMBER($count) }
activity-changes-in-anki = Изменения теперь в Anki: { NUMBER($count) }
activity-collection-in-anki = Его коллекция теперь в Anki
activity-failed = Ошибка: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = Технический журнал нужен для отчёта об ошибке. В нём нет ни паролей, ни карточек.
activity-copy-log = Копировать технический журнал
