### LAN Sync in Spanish. Machine-translated; corrections are welcome.
restoring-question = ¿Quiere volver a esta copia de seguridad? Antes se guarda lo que hay ahora, así que podrá deshacerlo.
restoring-backup = Copia del { $date }
restoring-anki = La colección en Anki pasa a ser la misma. En la próxima sincronización de Anki, su servidor recibe los cambios; si pregunta qué lado conservar, elija subir.
restoring-devices = En la próxima sincronización, cada dispositivo de { $user } preguntará qué lado mantener: elige «Descargar desde AnkiWeb» (en AnkiDroid, «AnkiWeb»).
restoring-restore = Restaurar
restoring-done = La copia de seguridad se ha restaurado.
