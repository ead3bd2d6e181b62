### LAN Sync in Polish. Machine-translated; corrections are welcome.

status-on = LAN Sync: telefony mogą synchronizować się z tym komputerem.
status-syncing = LAN Sync: { $device } synchronizuje się.
status-waiting = LAN Sync: to, co przyniosły telefony, { $what }.
status-question = LAN Sync ma pytanie, zanim telefony i Anki znów będą zgodne. Kliknij tutaj, aby odpowiedzieć.
status-replaced = { $device }: kopia użytkownika { $user } zastąpiona; kart przedtem: { NUMBER($before) }, teraz: { NUMBER($now) }. Kliknij, aby wybrać.
status-apart = Nie udało się połączyć Anki i kopii dla telefonów; obie strony są bez zmian. { $reason }
status-media-missing = Brakuje folderu multimediów tego profilu albo nie można go odczytać, więc telefony nie mogą synchronizować dźwięków i obrazów. Sprawdź, czy folder i jego dysk są na miejscu.
status-address-changed = LAN Sync: adres tego komputera zmienił się z { $former } na { $address }. Wpisz nowy adres na telefonach.
status-problem = Telefony nie mogą synchronizować się z tym komputerem. { $reason }
status-no-backup = Telefony mogą się synchronizować, ale ich kopii nie można zabezpieczyć ({ $reason }). Sprawdź, czy dysk nie jest pełny.
