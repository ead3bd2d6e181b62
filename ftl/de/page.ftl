### LAN Sync in German. Machine-translated; corrections are welcome.

page-title = LAN Sync
page-heading = Dieses Gerät verbinden
page-intro = Anki auf dem Computer ist bereit. Kopieren Sie das Folgende von oben nach unten in Anki auf diesem Gerät.
page-copy = Kopieren
page-copied = Kopiert
page-password = Benutzername und Passwort zeigt diese Seite erst, wenn Sie sie mit dem Code öffnen, den Anki auf dem Computer unter Extras > LAN Sync > Handy verbinden zeigt.
page-expired = Dieser Code wurde schon verwendet oder ist älter als zehn Minuten. Lassen Sie sich im Fenster „Handy verbinden“ auf dem Computer einen neuen zeigen und scannen Sie ihn.
page-ankidroid = Android (AnkiDroid)
page-ankimobile = iPhone, iPad (AnkiMobile)
page-computer = Anderer Computer (Anki)
page-ankidroid-server = Öffnen Sie in AnkiDroid 2.16 oder neuer Einstellungen > Synchronisieren > Eigener Synchronisationsserver und tippen Sie auf die Synchronisierungs-URL. Fügen Sie die Adresse ein und bestätigen Sie.
page-ankidroid-login = Gehen Sie eine Seite zurück, tippen Sie auf „AnkiWeb-Account“ und melden Sie sich mit dem Benutzernamen und dem Passwort vom Computer an. Falls Sie dort bei AnkiWeb angemeldet sind, melden Sie sich zuerst ab.
page-ankidroid-sync = Tippen Sie auf die Sync-Schaltfläche. Wenn AnkiDroid fragt, welche Sammlung Sie behalten möchten, steht „AnkiWeb“ für die auf dem Computer.
page-ankimobile-server = Suchen Sie in den Einstellungen von AnkiMobile die Einstellungen für die Synchronisierung und dort den eigenen Synchronisierungsserver. Fügen Sie die Adresse ein.
page-ankimobile-login = Tippen Sie auf die Sync-Schaltfläche und melden Sie sich mit dem Benutzernamen und dem Passwort vom Computer an. Falls Sie bei AnkiWeb angemeldet sind, melden Sie sich zuerst ab.
page-ankimobile-network = Wenn das iPhone fragt, ob Anki Geräte in Ihrem lokalen Netzwerk finden darf, erlauben Sie es. Ändern können Sie das später in den Einstellungen des iPhones unter Anki.
page-computer-server = Öffnen Sie in Anki Extras > Einstellungen > Synchronisierung und fügen Sie die Adresse bei „Selbstgehosteter Synchronisierungsserver“ ein.
page-computer-login = Falls Sie dort angemeldet sind, melden Sie sich ab; melden Sie sich dann mit dem Benutzernamen und dem Passwort vom ersten Computer an.
page-computer-sync = Schließen Sie die Einstellungen und klicken Sie auf „Synchronisieren“.
page-note = Das geht, solange Anki auf dem Computer geöffnet ist und beide Geräte im selben Netzwerk sind, zum Beispiel im selben WLAN.
