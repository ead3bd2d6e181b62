### LAN Sync in Spanish. Machine-translated; corrections are welcome.
repairs-nothing = No hay ningún problema en la copia de tus teléfonos.
repairs-done = Esto estaba mal y se ha reparado:
repairs-cards-without-note = Tarjetas sin nota eliminadas: { NUMBER($count) }
repairs-notes-without-cards = Notas sin tarjetas eliminadas: { NUMBER($count) }
repairs-graves = Registros de eliminación erróneos quitados: { NUMBER($count) }
repairs-media-added = Archivos multimedia que faltaban en la lista, ya añadidos: { NUMBER($count) } ({ $names })
repairs-media-lost = Archivos multimedia que faltan y que enviará el próximo dispositivo que los tenga: { NUMBER($count) } ({ $names })
repairs-media-damaged = Archivos multimedia dañados que enviará el próximo dispositivo que los tenga: { NUMBER($count) } ({ $names })
repairs-miscounted = Se ha corregido el número de archivos multimedia.
repairs-backed-up = Antes se hizo una copia de seguridad.
