### LAN Sync in Spanish. Machine-translated; corrections are welcome.
replaced-question = { $device } ha reemplazado la copia de { $user } en este equipo por su propia colección. De la anterior se hizo una copia de seguridad. ¿Cuál quieres aquí?
replaced-before = Copia anterior
replaced-now = Copia actual
replaced-keep = Mantener la actual
replaced-bring-back = Recuperar la anterior
replaced-done = Se ha recuperado la copia anterior. En la próxima sincronización, cada dispositivo de { $user } preguntará qué lado mantener: elige «Descargar desde AnkiWeb» (en AnkiDroid, «AnkiWeb»).
replaced-undo = Deshacer
