### LAN Sync in German. Machine-translated; corrections are welcome.

check-title = Warum bekommt das Handy keine Verbindung?
check-intro = LAN Sync prüft, ob dieser Computer unter seinen Adressen erreichbar ist und was im Weg sein könnte.
check-again = Erneut prüfen
check-stop = Stopp
check-stopped = Gestoppt, bevor alles geprüft war.
check-phone-side = Auf dem Handy: Es muss im selben Netzwerk sein wie dieser Computer; ein Gäste-WLAN trennt Geräte oft voneinander. Schalten Sie VPN und mobile Daten kurz aus und öffnen Sie die Adresse im Browser des Handys: Wenn eine Seite erscheint, ist die Verbindung in Ordnung.
check-no-network = Dieser Computer ist in keinem Netzwerk. Verbinden Sie ihn mit dem Netzwerk, in dem das Handy ist.
check-answers = { $address } führt zu Anki auf diesem Computer.
check-no-answer = { $address } antwortet nicht ({ $reason }).
check-other-program = Unter { $address } antwortet ein anderes Programm. Wählen Sie in den Einstellungen einen anderen Port.
check-no-firewall = Auf diesem Computer wurde keine Firewall gefunden, die im Weg sein könnte.
check-firewall-on = Die Firewall { $firewall } ist eingeschaltet und hält Handys vielleicht fern. Um sie durchzulassen, kopieren Sie diese Zeile in ein Terminal mit Administratorrechten:
check-firewall-blocks = Die Firewall { $firewall } blockiert Anki. Um Handys durchzulassen, erlauben Sie Anki dort oder kopieren Sie diese Zeile in ein Terminal mit Administratorrechten:
check-firewall-public = Die Firewall { $firewall } hält dieses Netzwerk für öffentlich und hält Handys vielleicht fern. Stellen Sie das Netzwerk in den Systemeinstellungen auf „privat“ oder kopieren Sie diese Zeile in ein Terminal mit Administratorrechten:
check-firewall-blocks-all = Die Firewall von { $firewall } blockiert alle eingehenden Verbindungen. Schalten Sie das in den Systemeinstellungen aus.
check-firewall-allows = Die Firewall { $firewall } lässt Handys zu Anki durch.
check-firewall-other = Die Firewall { $firewall } ist eingeschaltet und hält Handys vielleicht fern. Erlauben Sie Anki in ihren Einstellungen.
