### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

page-title = LAN Sync
page-heading = Conectar este dispositivo
page-intro = O Anki no computador está pronto. Copie o que segue, de cima para baixo, para o Anki neste dispositivo.
page-copy = Copiar
page-copied = Copiado
page-password = Esta página só mostra o nome de usuário e a senha se você a abrir com o código que o Anki mostra no computador, em Ferramentas > LAN Sync > Conectar um celular.
page-expired = Este código já foi usado ou tem mais de dez minutos. Mostre um novo na janela “Conectar um celular” no computador e escaneie-o.
page-ankidroid = Android (AnkiDroid)
page-ankimobile = iPhone, iPad (AnkiMobile)
page-computer = Outro computador (Anki)
page-ankidroid-server = No AnkiDroid 2.16 ou posterior, abra Configurações > Sincronização > Servidor de sincronização personalizado e toque na URL de sincronização. Cole o endereço e confirme.
page-ankidroid-login = Volte uma página, toque em “Conta AnkiWeb” e entre com o nome de usuário e a senha do computador. Se você já entrou no AnkiWeb ali, saia primeiro.
page-ankidroid-sync = Toque no botão de sincronização. Se o AnkiDroid perguntar qual coleção manter, “AnkiWeb” é a que está no computador.
page-ankimobile-server = Nas configurações do AnkiMobile, procure as de sincronização e, nelas, o servidor de sincronização personalizado. Cole o endereço.
page-ankimobile-login = Toque no botão de sincronização e entre com o nome de usuário e a senha do computador. Se você já entrou no AnkiWeb, saia primeiro.
page-ankimobile-network = Se o iPhone perguntar se o Anki pode encontrar dispositivos na sua rede local, permita. Você pode mudar isso depois nos ajustes do iPhone, em Anki.
page-computer-server = No Anki, abra Ferramentas > Preferências > Rede e cole o endereço em “Servidor de sincronização auto-hospedado”.
page-computer-login = Se houver uma conta conectada ali, saia dela; depois entre com o nome de usuário e a senha do primeiro computador.
page-computer-sync = Feche as preferências e clique em “Sincronizar”.
page-note = Isto funciona enquanto o Anki estiver aberto no computador e os dois dispositivos estiverem na mesma rede, por exemplo, no mesmo Wi-Fi.
