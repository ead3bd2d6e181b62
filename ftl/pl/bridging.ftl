### LAN Sync in Polish. Machine-translated; corrections are welcome.

bridging-reviews-from = Powtórki z { $device }: { NUMBER($count) }
bridging-changes-from = Zmiany z { $device }: { NUMBER($count) }
bridging-collection-from = Kolekcja z { $device } jest już w Anki
bridging-taking-over = Przejmowanie danych z telefonów…
bridging-waiting-review = czeka, aż skończysz powtórki
bridging-waiting-dialog = czeka, aż zamkniesz otwarte okno
bridging-waiting-answer = czeka, aż odpowiesz na pytanie Anki
bridging-waiting-phone = czeka, aż telefon skończy
bridging-waiting-anki = czeka, aż Anki skończy
bridging-pairing = Kopia dla telefonów na tym komputerze ma już karty i ten profil też. Nigdy jeszcze ich nie połączono. Z czym mają synchronizować się telefony?
bridging-pairing-from-anki = Utwórz kopię od nowa z tego profilu
bridging-both-schemas = Typy notatek lub pola zmieniono zarówno w Anki, jak i na telefonie, więc nie da się ich scalić. Którą stronę chcesz zachować?
bridging-store-replaced = Telefon zastąpił kopię dla telefonów własną kolekcją. Karty, które są w Anki, a tam ich brakuje: { NUMBER($count) }. Co zrobić?
bridging-take-over = Przenieś ją do Anki
bridging-put-back = Przywróć to, co jest w Anki
bridging-collection-replaced = Kolekcję w Anki zastąpiła synchronizacja jednokierunkowa albo kopia zapasowa. Wcześniejsze zmiany, które są jeszcze w kopii dla telefonów: { NUMBER($count) }. Czy mają trafić do Anki?
bridging-keep-waiting = Zachowaj zmiany
bridging-drop = Odrzuć zmiany
bridging-keep-phones = Zachowaj kopię dla telefonów
bridging-keep-anki = Zachowaj to, co jest w Anki
bridging-keep-both = Połącz obie
bridging-backed-up = Najpierw powstaje kopia zapasowa zastępowanej strony, z dzisiejszą datą. Potem telefon może raz zapytać, którą stronę zachować; wybierz tam „Pobierz”.
bridging-media-gone = W folderze multimediów tego profilu brakuje plików: { NUMBER($count) } z { NUMBER($total) }. Jeśli nie mają zostać usunięte, sprawdź, czy folder i jego dysk są na miejscu; do tego czasu telefony zachowają swoje pliki. Usunąć je także na telefonach?
bridging-media-delete = Usuń je
bridging-moved = LAN Sync nie zmienia już synchronizacji tego profilu: Anki znów synchronizuje się z { $server } jako { $user }, a telefony nadal synchronizują się z tym komputerem. Obie kopie połączono i zapisano w kopiach zapasowych. Przy następnej synchronizacji { $server } może raz zapytać, którą stronę zachować: wybierz przesłanie.
bridging-moved-without-login = LAN Sync nie zmienia już synchronizacji tego profilu, a telefony nadal synchronizują się z tym komputerem. Obie kopie połączono i zapisano w kopiach zapasowych.
