### LAN Sync in Spanish. Machine-translated; corrections are welcome.

menu-title = LAN Sync
menu-toggle = Sincronizar teléfonos con este equipo
menu-elsewhere = Sincronizar este perfil con { $address }
menu-toggle-too-old = Sincronizar teléfonos con este equipo (requiere Anki { $version } o posterior)
menu-connect = Conectar un teléfono…
menu-devices = Dispositivos y actividad…
menu-settings = Ajustes…
menu-try-again = Intentar iniciar de nuevo
