### LAN Sync in German. Machine-translated; corrections are welcome.
replaced-question = { $device } hat die Kopie von { $user } auf diesem Computer durch seine eigene Sammlung ersetzt. Die frühere wurde gesichert. Welche soll hier sein?
replaced-before = Frühere Kopie
replaced-now = Jetzige Kopie
replaced-keep = Jetzige behalten
replaced-bring-back = Frühere zurückholen
replaced-done = Die frühere Kopie ist wieder da. Beim nächsten Synchronisieren fragt jedes Gerät von { $user }, welche Seite bleiben soll: Wählen Sie „Von AnkiWeb herunterladen“ (in AnkiDroid „AnkiWeb“).
replaced-undo = Rückgängig
