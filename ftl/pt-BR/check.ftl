### LAN Sync in Brazilian Portuguese. Machine-translated; corrections are welcome.

check-title = Por que o celular não consegue se conectar?
check-intro = O LAN Sync verifica se este computador pode ser acessado pelos seus endereços e o que pode estar atrapalhando.
check-again = Verificar novamente
check-stop = Parar
check-stopped = A verificação foi interrompida antes de terminar.
check-phone-side = No celular: ele precisa estar na mesma rede que este computador; um Wi-Fi para convidados costuma isolar os dispositivos. Desative a VPN e os dados móveis por um momento e abra o endereço no navegador do celular: se aparecer uma página, a conexão está funcionando.
check-no-network = Este computador não está em nenhuma rede. Conecte-o à rede em que o celular está.
check-answers = { $address } leva ao Anki neste computador.
check-no-answer = { $address } não responde ({ $reason }).
check-other-program = Outro programa responde em { $address }. Escolha outra porta nas configurações.
check-no-firewall = Não foi encontrado neste computador nenhum firewall que possa atrapalhar.
check-firewall-on = O firewall { $firewall } está ativado e pode bloquear os celulares. Para deixá-los passar, copie esta linha para um terminal como administrador:
check-firewall-blocks = O firewall { $firewall } bloqueia o Anki. Para deixar os celulares passarem, permita o Anki nele ou copie esta linha para um terminal como administrador:
check-firewall-public = O firewall { $firewall } considera esta rede pública e pode bloquear os celulares. Marque a rede como privada nas configurações do sistema ou copie esta linha para um terminal como administrador:
check-firewall-blocks-all = O firewall do { $firewall } bloqueia todas as conexões de entrada. Desative isso nas configurações do sistema.
check-firewall-allows = O firewall { $firewall } deixa os celulares chegarem ao Anki.
check-firewall-other = O firewall { $firewall } está ativado e pode bloquear os celulares. Permita o Anki nas configurações dele.
