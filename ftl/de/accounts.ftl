### LAN Sync in German. Machine-translated; corrections are welcome.

accounts-title = Accounts auf diesem Computer
accounts-explained = Jeder Account hat seine eigene Sammlung. Ein Benutzerprofil bekommt einen, wenn LAN Sync dort eingeschaltet wird; fügen Sie weitere für andere Personen hinzu oder für Computer, die hier nur synchronisieren. Änderungen an Accounts gelten sofort.
accounts-add = Hinzufügen …
accounts-change = Passwort ändern …
accounts-remove = Entfernen …
accounts-add-title = Account hinzufügen
accounts-change-title = Passwort von { $name } ändern
accounts-name = Benutzername
accounts-name-explained = Bis zu 64 Buchstaben und Ziffern; diesen Namen gibt man auf dem Handy ein.
accounts-password = Passwort
accounts-password-explained = Dieses wurde für Sie erzeugt; Sie können auch ein anderes eingeben. Es wird hier nur einmal angezeigt: Notieren Sie es oder geben Sie es jetzt auf dem Handy ein.
accounts-change-explained = Handys, die als { $name } angemeldet sind, synchronisieren weiter. Das neue Passwort wird gebraucht, wenn sich ein Handy das nächste Mal anmeldet.
accounts-name-taken = Einen Account mit diesem Namen gibt es schon. Wählen Sie einen anderen Namen.
accounts-bad-name = Ein Benutzername hat 1 bis 64 Buchstaben und Ziffern; dazwischen sind auch Leerzeichen und - _ . @ + erlaubt.
accounts-bad-character = „{ $character }“ ist an dieser Stelle nicht erlaubt. { accounts-bad-name }
accounts-bad-invisible = Der Name enthält ein unsichtbares Zeichen ({ $code }). { accounts-bad-name }
accounts-name-reserved = Den Namen { $name } hält Windows für ein Gerät frei. Bitte einen anderen wählen.
accounts-bad-password = Ein Passwort hat 8 bis 256 Zeichen und besteht nicht nur aus Leerzeichen.
accounts-gone = Diesen Account gibt es nicht mehr.
accounts-data-there = Ein früherer Account { $name } hat seine Sammlung in { $path } hinterlassen. Der neue Account wird mit dieser Sammlung synchronisieren. Wenn Sie das möchten, speichern Sie noch einmal; sonst wählen Sie einen anderen Namen.
accounts-in-use = Das Benutzerprofil { $profile } synchronisiert mit dem Account { $name }. Schalten Sie die Synchronisierung zuerst in diesem Benutzerprofil aus; dann lässt sich der Account entfernen.
accounts-remove-with-data = Handys mit dem Account { $name } können dann nicht mehr mit diesem Computer synchronisieren. Seine Sammlung, Medien und Sicherungskopien bleiben in { $path }; löschen Sie diesen Ordner von Hand, wenn ihn niemand mehr braucht.
accounts-remove-without-data = Handys mit dem Account { $name } können dann nicht mehr mit diesem Computer synchronisieren. Er hat hier keine Daten.
accounts-remove-ok = Account entfernen
