### Machine-translated from English; corrections by native speakers are welcome.

check-title = 手機為什麼無法連線？
check-intro = LAN Sync 會檢查這台電腦的位址能否存取，以及可能是什麼造成了阻礙。
check-again = 重新檢查
check-phone-side = 在手機上：手機必須與這台電腦處於同一網路；訪客 Wi-Fi 往往會隔離各個裝置。請暫時關閉 VPN 和行動數據，並在手機瀏覽器中開啟該位址：如果出現頁面，說明連線正常。
check-no-network = 這台電腦未連上任何網路。請將它連線到手機所在的網路。
check-answers = { $address } 可以連線到這台電腦上的 Anki。
check-no-answer = { $address } 沒有回應（{ $reason }）。
check-other-program = { $address } 由另一個程式回應。請在設定中選擇其他連線埠。
check-no-firewall = 在這台電腦上沒有發現可能造成阻礙的防火牆。
check-firewall-on = 防火牆 { $firewall } 已開啟，可能會阻止手機連線。如要允許手機連線，請將下面這一行複製到以系統管理員身分執行的終端機中：
check-firewall-blocks = 防火牆 { $firewall } 阻止了 Anki。如要允許手機連線，請在防火牆中允許 Anki，或將下面這一行複製到以系統管理員身分執行的終端機中：
check-firewall-public = 防火牆 { $firewall } 將此網路視為公共場所，可能會阻止手機連線。請在系統設定中將此網路設為私人網路，或將下面這一行複製到以系統管理員身分執行的終端機中：
check-firewall-blocks-all = { $firewall } 的防火牆阻止了所有連入連線。請在系統設定中關閉該選項。
check-firewall-allows = 防火牆 { $firewall } 允許手機連線到 Anki。
check-firewall-other = 防火牆 { $firewall } 已開啟，可能會阻止手機連線。請在它的設定中允許 Anki。
