### LAN Sync in Spanish. Machine-translated; corrections are welcome.

widgets-copy = Copiar
widgets-copied = Copiado
widgets-moment = Un momento…
widgets-close = Cerrar
widgets-unsaved = Lo que has escrito aquí aún no está guardado. ¿Cerrar la ventana sin guardarlo?
widgets-discard = Cerrar sin guardar
