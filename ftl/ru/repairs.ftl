### LAN Sync in Russian. Machine-translated; corrections are welcome.
repairs-nothing = С копией ваших телефонов всё в порядке.
repairs-done = Найдено и исправлено:
repairs-cards-without-note = Удалено карточек без записи: { NUMBER($count) }
repairs-notes-without-cards = Удалено записей без карточек: { NUMBER($count) }
repairs-graves = Удалено ошибочных отметок об удалении: { NUMBER($count) }
repairs-media-added = Добавлено в список недостававших медиафайлов: { NUMBER($count) } ({ $names })
repairs-media-lost = Отсутствует медиафайлов (их снова пришлёт устройство, на котором они есть): { NUMBER($count) } ({ $names })
repairs-media-damaged = Повреждено медиафайлов (их снова пришлёт устройство, на котором они есть): { NUMBER($count) } ({ $names })
repairs-miscounted = Исправлено число медиафайлов.
repairs-backed-up = Перед этим создана резервная копия.
