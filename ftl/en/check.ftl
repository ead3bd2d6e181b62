### The window "Not reachable?": why a phone cannot connect to this computer.

# Title of the window.
check-title = Why can the phone not connect?
# Stands above what was found.
check-intro = LAN Sync looks whether this computer can be reached at its addresses, and what may be in the way.
# Button: looks again.
check-again = Check again
# Button, while it looks.
check-stop = Stop
# In place of what was found.
check-stopped = Stopped before everything was looked at.
# Stands below what was found.
check-phone-side = On the phone: it has to be in the same network as this computer; a guest Wi-Fi often keeps devices apart. Switch off a VPN and mobile data for a moment, and open the address in the phone's browser: if a page appears, the connection is fine.

## What was found

check-no-network = This computer is in no network. Connect it to the network that the phone is in.
#   $address: such as http://192.168.1.20:27701/
check-answers = { $address } leads to Anki on this computer.
#   $reason: the operating system's words, often in English
check-no-answer = { $address } does not answer ({ $reason }).
check-other-program = At { $address } another program answers. Choose another port in the settings.
check-no-firewall = No firewall was found on this computer that could be in the way.
#   $firewall: its name, such as ufw or Windows Defender Firewall
check-firewall-on = The firewall { $firewall } is on and may keep phones out. To let them in, copy this line into a terminal as administrator:
check-firewall-blocks = The firewall { $firewall } blocks Anki. To let phones in, allow Anki there, or copy this line into a terminal as administrator:
check-firewall-public = The firewall { $firewall } takes this network for a public place and may keep phones out. Call the network private in the system's settings, or copy this line into a terminal as administrator:
check-firewall-blocks-all = The firewall of { $firewall } blocks all incoming connections. Switch that off in the system's settings.
check-firewall-allows = The firewall { $firewall } lets phones reach Anki.
check-firewall-other = The firewall { $firewall } is on and may keep phones out. Allow Anki in its settings.
