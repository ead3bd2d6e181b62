### LAN Sync in Polish. Machine-translated; corrections are welcome.

page-title = LAN Sync
page-heading = Połącz to urządzenie
page-intro = Anki na komputerze jest gotowe. Skopiuj poniższe dane, od góry do dołu, do Anki na tym urządzeniu.
page-copy = Kopiuj
page-copied = Skopiowano
page-password = Ta strona pokazuje nazwę użytkownika i hasło tylko wtedy, gdy otworzysz ją kodem, który Anki na komputerze wyświetla w menu Narzędzia > LAN Sync > Połącz telefon.
page-expired = Ten kod został już użyty albo ma więcej niż dziesięć minut. Wyświetl nowy w oknie „Połącz telefon” na komputerze i zeskanuj go.
page-ankidroid = Android (AnkiDroid)
page-ankimobile = iPhone, iPad (AnkiMobile)
page-computer = Inny komputer (Anki)
page-ankidroid-server = W AnkiDroid 2.16 lub nowszym otwórz Ustawienia > Synchronizacja > Własny serwer synchronizacji i dotknij adresu URL synchronizacji. Wklej adres i potwierdź.
page-ankidroid-login = Wróć o jedną stronę, dotknij „Konto AnkiWeb” i zaloguj się, podając nazwę użytkownika i hasło z komputera. Jeśli jest tam zalogowane konto AnkiWeb, najpierw się wyloguj.
page-ankidroid-sync = Dotknij przycisku synchronizacji. Jeśli AnkiDroid zapyta, którą kolekcję zachować, „AnkiWeb” oznacza kolekcję na komputerze.
page-ankimobile-server = W ustawieniach AnkiMobile znajdź ustawienia synchronizacji, a w nich własny serwer synchronizacji. Wklej adres.
page-ankimobile-login = Dotknij przycisku synchronizacji i zaloguj się, podając nazwę użytkownika i hasło z komputera. Jeśli jest tam zalogowane konto AnkiWeb, najpierw się wyloguj.
page-ankimobile-network = Jeśli iPhone zapyta, czy Anki może wyszukiwać urządzenia w sieci lokalnej, zezwól na to. Możesz to później zmienić w ustawieniach iPhone’a, w sekcji Anki.
page-computer-server = W Anki otwórz Narzędzia > Ustawienia > Synchronizacja i wklej adres w polu „Serwer synchronizacji na własnym hostingu”.
page-computer-login = Jeśli jakieś konto jest tam zalogowane, wyloguj się; potem zaloguj się, podając nazwę użytkownika i hasło z pierwszego komputera.
page-computer-sync = Zamknij ustawienia i kliknij „Synchronizuj”.
page-note = To działa, gdy Anki jest otwarte na komputerze i oba urządzenia są w tej samej sieci, na przykład w tym samym Wi-Fi.
