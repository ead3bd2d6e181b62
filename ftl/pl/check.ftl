### LAN Sync in Polish. Machine-translated; corrections are welcome.

check-title = Dlaczego telefon nie może się połączyć?
check-intro = LAN Sync sprawdza, czy ten komputer jest osiągalny pod swoimi adresami i co może w tym przeszkadzać.
check-again = Sprawdź ponownie
check-stop = Zatrzymaj
check-stopped = Zatrzymano, zanim wszystko sprawdzono.
check-phone-side = Telefon musi być w tej samej sieci co ten komputer; Wi-Fi dla gości często izoluje urządzenia od siebie. Wyłącz na chwilę na telefonie VPN i dane komórkowe i otwórz adres w jego przeglądarce: jeśli pojawi się strona, połączenie działa.
check-no-network = Ten komputer nie jest w żadnej sieci. Połącz go z siecią, w której jest telefon.
check-answers = Pod adresem { $address } odpowiada Anki na tym komputerze.
check-no-answer = Adres { $address } nie odpowiada ({ $reason }).
check-other-program = Pod adresem { $address } odpowiada inny program. Wybierz inny port w ustawieniach.
check-no-firewall = Na tym komputerze nie znaleziono zapory, która mogłaby przeszkadzać.
check-firewall-on = Zapora { $firewall } jest włączona i może blokować telefony. Aby je przepuścić, skopiuj ten wiersz do terminala jako administrator:
check-firewall-blocks = Zapora { $firewall } blokuje Anki. Aby przepuścić telefony, zezwól w niej na Anki albo skopiuj ten wiersz do terminala jako administrator:
check-firewall-public = Zapora { $firewall } uznaje tę sieć za publiczną i może blokować telefony. Oznacz sieć jako prywatną w ustawieniach systemu albo skopiuj ten wiersz do terminala jako administrator:
check-firewall-blocks-all = Zapora systemu { $firewall } blokuje wszystkie połączenia przychodzące. Wyłącz to w ustawieniach systemu.
check-firewall-allows = Zapora { $firewall } przepuszcza telefony do Anki.
check-firewall-other = Zapora { $firewall } jest włączona i może blokować telefony. Zezwól na Anki w jej ustawieniach.
