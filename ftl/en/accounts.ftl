### The list of people who may sync with this computer, in the settings.

accounts-title = Accounts on this computer
accounts-explained = Each account has its own collection. A profile gets one when you let phones sync with it; add more for other people, or for computers that only sync here. Changes to accounts take effect at once.
# Buttons below the list.
accounts-add = Add...
accounts-change = Change password...
accounts-remove = Remove...
# Titles of windows.
accounts-add-title = Add an account
accounts-change-title = Change the password of { $name }
accounts-name = User name
accounts-name-explained = Up to 64 letters and digits; this is what people type on their phones.
accounts-password = Password
accounts-password-explained = This password was generated for you; you can type another. It is shown only once, so write it down or type it on the phone now.
accounts-change-explained = Phones that are signed in as { $name } keep syncing. The new password is needed the next time a phone signs in.
accounts-name-taken = There is already an account with this name. Choose another name.
accounts-bad-name = A user name must have 1 to 64 letters and digits; spaces and - _ . @ + are allowed inside it.
#   $character: such as / or #
accounts-bad-character = "{ $character }" is not allowed there. { accounts-bad-name }
#   $code: such as U+200B
accounts-bad-invisible = The name contains an invisible character ({ $code }). { accounts-bad-name }
accounts-name-reserved = Windows reserves the name { $name } for a device. Choose another one.
accounts-bad-password = A password must have 8 to 256 characters and cannot be only spaces.
accounts-gone = This account no longer exists.
#   $path: a folder
accounts-data-there = A former account { $name } left its collection in { $path }. The new account will sync with it. If you want that, save again; otherwise choose another name.
#   $profile: a profile of Anki
accounts-in-use = The profile { $profile } syncs with the account { $name }. Switch syncing off in that profile first; then you can remove the account.
accounts-remove-with-data = Phones that use the account { $name } will no longer be able to sync with this computer. Its collection, media and backups stay in { $path }; delete that folder yourself if nobody needs it.
accounts-remove-without-data = Phones that use the account { $name } will no longer be able to sync with this computer. It has no data here.
accounts-remove-ok = Remove account
