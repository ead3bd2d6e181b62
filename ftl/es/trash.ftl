### LAN Sync in Spanish. Machine-translated; corrections are welcome.
trash-title = Archivos multimedia eliminados
trash-explained = Aquí se guardan durante 30 días, hasta 1 GiB, los sonidos e imágenes que los dispositivos eliminaron o reemplazaron. Lo que recupere llegará a todos los dispositivos en su próxima sincronización.
trash-file = Archivo
trash-since = Eliminado o reemplazado
trash-put-back = Recuperar
trash-done = Archivos recuperados: { NUMBER($count) }.
trash-empty = No se ha eliminado ni reemplazado ningún archivo multimedia.
