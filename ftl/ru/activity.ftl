### LAN Sync in Russian. Machine-translated; corrections are welcome.

activity-tab = Активность
activity-when = Когда
activity-device = Устройство
activity-what = Что произошло
activity-signed-in = Вход под именем { $user }
activity-refused = Неверный пароль пользователя { $user }: отклонено
activity-refused-name = Неизвестное имя пользователя: отклонено
activity-slowed = Слишком много неверных паролей: нужно подождать
activity-refused-from = { $what } ({ $address })
activity-changes-from-here = Изменения с этого компьютера: { NUMBER($count) }
activity-nothing-new = Ничего нового
activity-both-ways = { $from-device }; { $from-here }
activity-uploaded = Вся коллекция отправлена сюда ({ $size }, за { $duration })
activity-downloaded = Вся коллекция скачана отсюда ({ $size }, за { $duration })
activity-put-back = На этом компьютере возвращена прежняя копия пользователя { $user }
activity-media-from = Медиафайлы с { $device }: { NUMBER($count) } ({ $size })
activity-media-from-here = Медиафайлы с этого компьютера: { NUMBER($count) } ({ $size })
activity-reviews-in-anki = Повторения теперь в Anki: { NUMBER($count) }
activity-changes-in-anki = Изменения теперь в Anki: { NUMBER($count) }
activity-collection-in-anki = Его коллекция теперь в Anki
activity-failed = Ошибка: { $reason }
activity-repeated = { $what } ({ $count }×)
activity-log-hint = Технический журнал нужен для отчёта об ошибке. В нём нет ни паролей, ни карточек.
activity-copy-log = Копировать технический журнал
