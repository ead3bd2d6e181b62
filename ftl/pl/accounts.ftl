### LAN Sync in Polish. Machine-translated; corrections are welcome.

accounts-title = Konta na tym komputerze
accounts-explained = Każde konto ma własną kolekcję. Profil otrzymuje konto, gdy włączysz w nim synchronizację; dodaj kolejne konta dla innych osób lub dla komputerów, które tylko synchronizują się z tym komputerem. Zmiany kont działają od razu.
accounts-add = Dodaj…
accounts-change = Zmień hasło…
accounts-remove = Usuń…
accounts-add-title = Dodaj konto
accounts-change-title = Zmień hasło konta { $name }
accounts-name = Nazwa użytkownika
accounts-name-explained = Do 64 liter i cyfr; tę nazwę wpisuje się na telefonie.
accounts-password = Hasło
accounts-password-explained = To hasło utworzono automatycznie; możesz wpisać inne. Jest tu pokazywane tylko raz: zapisz je lub wpisz teraz na telefonie.
accounts-change-explained = Telefony zalogowane jako { $name } będą się nadal synchronizować. Nowe hasło będzie potrzebne przy następnym logowaniu telefonu.
accounts-name-taken = Konto o tej nazwie już istnieje. Wybierz inną nazwę.
accounts-bad-name = Nazwa użytkownika ma od 1 do 64 liter i cyfr; w środku dozwolone są spacje oraz - _ . @ +
accounts-bad-character = Znak „{ $character }” nie jest tam dozwolony. { accounts-bad-name }
accounts-bad-invisible = Nazwa zawiera niewidoczny znak ({ $code }). { accounts-bad-name }
accounts-name-reserved = Nazwę { $name } system Windows rezerwuje dla urządzenia. Wybierz inną.
accounts-bad-password = Hasło ma od 8 do 256 znaków i nie składa się z samych spacji.
accounts-gone = Tego konta już nie ma.
accounts-data-there = Dawne konto { $name } pozostawiło swoją kolekcję w folderze { $path }. Nowe konto będzie się z nią synchronizować. Zapisz ponownie, jeśli tego chcesz, albo wybierz inną nazwę.
accounts-in-use = Profil { $profile } synchronizuje się z kontem { $name }. Najpierw wyłącz synchronizację w tym profilu; potem będzie można usunąć konto.
accounts-remove-with-data = Telefony używające konta { $name } nie będą już mogły synchronizować się z tym komputerem. Jego kolekcja, pliki i kopie zapasowe pozostaną w folderze { $path }; usuń ten folder ręcznie, jeśli nikt go nie potrzebuje.
accounts-remove-without-data = Telefony używające konta { $name } nie będą już mogły synchronizować się z tym komputerem. Konto nie ma tu żadnych danych.
accounts-remove-ok = Usuń konto
