### LAN Sync in Spanish. Machine-translated; corrections are welcome.

check-title = ¿Por qué no se conecta el teléfono?
check-intro = LAN Sync comprueba si se puede acceder a este equipo en sus direcciones y qué puede estar impidiéndolo.
check-again = Comprobar de nuevo
check-stop = Detener
check-stopped = Se ha detenido antes de comprobarlo todo.
check-phone-side = En el teléfono: tiene que estar en la misma red que este equipo; una wifi de invitados suele aislar los dispositivos. Desactiva un momento la VPN y los datos móviles, y abre la dirección en el navegador del teléfono: si aparece una página, la conexión funciona.
check-no-network = Este equipo no está conectado a ninguna red. Conéctalo a la misma red que el teléfono.
check-answers = { $address } lleva a Anki en este equipo.
check-no-answer = { $address } no responde ({ $reason }).
check-other-program = Otro programa responde en { $address }. Elige otro puerto en los ajustes.
check-no-firewall = No se ha encontrado en este equipo ningún cortafuegos que pueda impedirlo.
check-firewall-on = El cortafuegos { $firewall } está activado y puede bloquear los teléfonos. Para dejarlos pasar, copia esta línea en un terminal como administrador:
check-firewall-blocks = El cortafuegos { $firewall } bloquea Anki. Para dejar pasar los teléfonos, permite Anki en él o copia esta línea en un terminal como administrador:
check-firewall-public = El cortafuegos { $firewall } considera pública esta red y puede bloquear los teléfonos. Marca la red como privada en los ajustes del sistema o copia esta línea en un terminal como administrador:
check-firewall-blocks-all = El cortafuegos de { $firewall } bloquea todas las conexiones entrantes. Desactiva esa opción en los ajustes del sistema.
check-firewall-allows = El cortafuegos { $firewall } deja que los teléfonos lleguen a Anki.
check-firewall-other = El cortafuegos { $firewall } está activado y puede bloquear los teléfonos. Permite Anki en sus ajustes.
