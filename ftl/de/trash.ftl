### LAN Sync in German. Machine-translated; corrections are welcome.
trash-title = Gelöschte Medien
trash-explained = Töne und Bilder, die Geräte gelöscht oder ersetzt haben, bleiben hier 30 Tage lang, bis zu 1 GiB. Was Sie zurücklegen, bekommen alle Geräte beim nächsten Synchronisieren.
trash-file = Datei
trash-since = Gelöscht oder ersetzt
trash-put-back = Zurücklegen
trash-done = Zurückgelegte Dateien: { NUMBER($count) }.
trash-empty = Es wurden keine Medien gelöscht oder ersetzt.
