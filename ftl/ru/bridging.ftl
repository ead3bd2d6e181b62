### LAN Sync in Russian. Machine-translated; corrections are welcome.

bridging-reviews-from = Повторения с { $device }: { NUMBER($count) }
bridging-changes-from = Изменения с { $device }: { NUMBER($count) }
bridging-collection-from = Коллекция с { $device } теперь в Anki
bridging-taking-over = Перенос данных с телефонов…
bridging-waiting-review = ждёт, пока вы закончите повторение
bridging-waiting-dialog = ждёт, пока вы закроете открытое окно
bridging-waiting-answer = ожидается ваш ответ на вопрос Anki
bridging-waiting-phone = ждёт, пока телефон закончит
bridging-waiting-anki = ждёт, пока Anki закончит
bridging-pairing = В копии для телефонов на этом компьютере уже есть карточки, и в этом профиле тоже. Их ещё ни разу не объединяли. С чем должны синхронизироваться телефоны?
bridging-pairing-from-anki = Создать копию заново из этого профиля
bridging-both-schemas = Типы записей или поля изменились и в Anki, и на телефоне, поэтому объединить их нельзя. Какую сторону оставить?
bridging-store-replaced = Телефон заменил копию для телефонов своей коллекцией. Карточек, которые есть в Anki и которых там нет: { NUMBER($count) }. Что сделать?
bridging-take-over = Перенести её в Anki
bridging-put-back = Вернуть то, что в Anki
bridging-collection-replaced = Коллекция в Anki была заменена односторонней синхронизацией или резервной копией. Более ранних изменений, которые ещё есть в копии для телефонов: { NUMBER($count) }. Перенести их в Anki?
bridging-keep-waiting = Сохранить изменения
bridging-drop = Отбросить изменения
bridging-keep-phones = Оставить копию для телефонов
bridging-keep-anki = Оставить то, что в Anki
bridging-keep-both = Объединить обе
bridging-backed-up = Сначала создаётся резервная копия заменяемой стороны с сегодняшней датой. После этого телефон может один раз спросить, какую сторону оставить; выберите там «Скачать».
bridging-media-gone = В папке медиафайлов этого профиля не хватает файлов: { NUMBER($count) } из { NUMBER($total) }. Если их не нужно удалять, проверьте, на месте ли папка и её диск; пока что телефоны сохраняют свои файлы. Удалить их и на телефонах?
bridging-media-delete = Удалить
bridging-moved = LAN Sync больше не вмешивается в синхронизацию этого профиля: Anki снова синхронизируется с { $server } как { $user }, а телефоны по-прежнему синхронизируются с этим компьютером. Обе копии объединены, их резервные копии сохранены. При следующей синхронизации { $server } может один раз спросить, какую сторону оставить: выберите выгрузку.
bridging-moved-without-login = LAN Sync больше не вмешивается в синхронизацию этого профиля, а телефоны по-прежнему синхронизируются с этим компьютером. Обе копии объединены, их резервные копии сохранены.
