### The window "Phone can't connect?": why a phone cannot connect to this computer.

# Title of the window.
check-title = Why can't the phone connect?
# Above the findings.
check-intro = LAN Sync checks whether this computer can be reached at its addresses, and what may be in the way.
# Button: runs the check again.
check-again = Check again
# Button, while the check runs.
check-stop = Stop
# In place of the findings.
check-stopped = Stopped before everything was checked.
# Below the findings.
check-phone-side = The phone must be on the same network as this computer; guest Wi-Fi often keeps devices apart. On the phone, switch off any VPN and mobile data for a moment, and open the address in the phone's browser: if a page appears, the connection works.

## Findings

check-no-network = This computer is not connected to a network. Connect it to the one that the phone is on.
#   $address: such as http://192.168.1.20:27701/
check-answers = { $address } leads to Anki on this computer.
#   $reason: the operating system's words, often in English
check-no-answer = { $address } does not answer ({ $reason }).
check-other-program = Another program answers at { $address }. Choose another port in the settings.
check-no-firewall = No firewall that could be in the way was found on this computer.
#   $firewall: its name, such as ufw or Windows Defender Firewall
check-firewall-on = The firewall { $firewall } is on and may keep phones out. To let them in, run this command in a terminal as administrator:
check-firewall-blocks = The firewall { $firewall } blocks Anki. To let phones in, allow Anki there, or run this command in a terminal as administrator:
check-firewall-public = The firewall { $firewall } treats this network as public and may keep phones out. Make the network private in the system settings, or run this command in a terminal as administrator:
check-firewall-blocks-all = The firewall of { $firewall } blocks all incoming connections. Switch that off in the system settings.
check-firewall-allows = The firewall { $firewall } lets phones reach Anki.
check-firewall-other = The firewall { $firewall } is on and may keep phones out. Allow Anki in its settings.
