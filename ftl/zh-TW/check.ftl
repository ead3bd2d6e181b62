### Machine-translated from English; corrections by native speakers are welcome.

check-title = 手機為什麼無法連線？
check-intro = LAN Sync 會檢查是否能透過各個位址連上這台電腦，以及可能是什麼阻礙了連線。
check-again = 重新檢查
check-stop = 停止
check-stopped = 尚未檢查完所有項目就已停止。
check-phone-side = 在手機上：手機必須與這台電腦連上同一個網路；訪客 Wi-Fi 往往會讓裝置之間無法互連。請暫時關閉 VPN 和行動數據，並在手機瀏覽器中開啟該位址：如果出現頁面，就表示連線正常。
check-no-network = 這台電腦未連上任何網路。請將它連上手機所在的網路。
check-answers = 透過 { $address } 可以連線到這台電腦上的 Anki。
check-no-answer = { $address } 沒有回應（{ $reason }）。
check-other-program = 在 { $address } 回應的是另一個程式。請在設定中選擇其他連線埠。
check-no-firewall = 在這台電腦上沒有找到可能阻礙連線的防火牆。
check-firewall-on = 防火牆 { $firewall } 已開啟，可能會封鎖手機的連線。若要允許手機連線，請將下面這一行複製到以系統管理員身分執行的終端機中：
check-firewall-blocks = 防火牆 { $firewall } 封鎖了 Anki。若要允許手機連線，請在防火牆中允許 Anki，或將下面這一行複製到以系統管理員身分執行的終端機中：
check-firewall-public = 防火牆 { $firewall } 將此網路視為公用網路，可能會封鎖手機的連線。請在系統設定中將此網路設為私人網路，或將下面這一行複製到以系統管理員身分執行的終端機中：
check-firewall-blocks-all = { $firewall } 的防火牆封鎖了所有傳入連線。請在系統設定中關閉該選項。
check-firewall-allows = 防火牆 { $firewall } 允許手機連線到 Anki。
check-firewall-other = 防火牆 { $firewall } 已開啟，可能會封鎖手機的連線。請在它的設定中允許 Anki。
