### LAN Sync in Spanish. Machine-translated; corrections are welcome.

page-title = LAN Sync
page-heading = Conectar este dispositivo
page-intro = Anki está listo en el equipo. Copia lo siguiente, de arriba abajo, en Anki en este dispositivo.
page-copy = Copiar
page-copied = Copiado
page-password = Esta página solo muestra el nombre de usuario y la contraseña si la abres con el código que Anki muestra en el equipo, en Herramientas > LAN Sync > Conectar un teléfono.
page-expired = Este código ya se ha usado o tiene más de diez minutos. Muestra uno nuevo en la ventana «Conectar un teléfono» del equipo y escanéalo.
page-ankidroid = Android (AnkiDroid)
page-ankimobile = iPhone, iPad (AnkiMobile)
page-computer = Otro equipo (Anki)
page-ankidroid-server = En AnkiDroid 2.16 o posterior, abre Configuración > Sincronización > Servidor de sincronización personalizado y toca la URL de sincronización. Pega la dirección y confirma.
page-ankidroid-login = Vuelve a la página anterior, toca «Cuenta de AnkiWeb» e inicia sesión con el nombre de usuario y la contraseña del equipo. Si allí tienes abierta una sesión de AnkiWeb, ciérrala primero.
page-ankidroid-sync = Toca el botón de sincronización. Si AnkiDroid pregunta qué colección mantener, «AnkiWeb» es la del equipo.
page-ankimobile-server = En los ajustes de AnkiMobile, busca los de sincronización y, dentro de ellos, el servidor de sincronización personalizado. Pega la dirección.
page-ankimobile-login = Toca el botón de sincronización e inicia sesión con el nombre de usuario y la contraseña del equipo. Si tienes abierta una sesión de AnkiWeb, ciérrala primero.
page-ankimobile-network = Si el iPhone pregunta si Anki puede buscar dispositivos en tu red local, permítelo. Puedes cambiarlo más tarde en los ajustes del iPhone, en Anki.
page-computer-server = En Anki, abre Herramientas > Preferencias > Red y pega la dirección en «Servidor de sincronización propio».
page-computer-login = Si allí hay una sesión abierta, ciérrala; luego inicia sesión con el nombre de usuario y la contraseña del primer equipo.
page-computer-sync = Cierra las preferencias y haz clic en «Sincronizar».
page-note = Funciona mientras Anki esté abierto en el equipo y los dos dispositivos estén en la misma red, por ejemplo, la misma wifi.
