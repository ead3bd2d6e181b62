### LAN Sync in Russian. Machine-translated; corrections are welcome.

menu-title = LAN Sync
menu-toggle = Синхронизировать телефоны с этим компьютером
menu-elsewhere = Синхронизировать этот профиль с { $address }
menu-toggle-too-old = Синхронизировать телефоны с этим компьютером (нужна Anki { $version } или новее)
menu-connect = Подключить телефон…
menu-devices = Устройства и активность…
menu-settings = Настройки…
menu-try-again = Попробовать запустить снова
