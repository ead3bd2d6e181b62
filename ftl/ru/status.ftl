### LAN Sync in Russian. Machine-translated; corrections are welcome.

status-on = LAN Sync: телефоны могут синхронизироваться с этим компьютером.
status-syncing = LAN Sync: «{ $device }» синхронизируется.
status-waiting = LAN Sync: то, что пришло с телефонов, { $what }.
status-question = У LAN Sync есть вопрос, прежде чем телефоны и Anki снова станут одинаковыми. Щёлкните здесь, чтобы ответить.
status-replaced = { $device }: копия пользователя { $user } заменена; карточек было: { NUMBER($before) }, теперь: { NUMBER($now) }. Нажмите, чтобы выбрать.
status-apart = Не удалось объединить Anki и копию для телефонов; обе остались без изменений. { $reason }
status-media-missing = Папка медиафайлов этого профиля отсутствует или не читается, поэтому телефоны не могут синхронизировать звуки и изображения. Проверьте, на месте ли папка и её диск.
status-address-changed = LAN Sync: адрес этого компьютера был { $former }, теперь он { $address }. Введите новый адрес на телефонах.
status-problem = Телефоны не могут синхронизироваться с этим компьютером. { $reason }
