### The list of people who may sync with this computer, in the settings.

accounts-title = Accounts on this computer
accounts-explained = Each account has its own collection. A profile gets one when it is switched on; add more for other people or for computers that only sync here. Changes to accounts count at once.
# Buttons below the list.
accounts-add = Add...
accounts-change = Change password...
accounts-remove = Remove...
# Titles of windows.
accounts-add-title = Add an account
accounts-change-title = Change the password of { $name }
accounts-name = User name
accounts-name-explained = Up to 64 letters and digits; it is what people type on their phones.
accounts-password = Password
accounts-password-explained = This one was made up for you; you may type another. It is shown once here, so note it down or type it on the phone now.
accounts-change-explained = Phones that are signed in as { $name } go on syncing. The new password is needed when a phone signs in the next time.
accounts-name-taken = There is an account of this name already. Choose another name.
accounts-bad-name = A user name is 1 to 64 letters and digits; inside it, spaces and - _ . @ + are allowed.
accounts-name-reserved = Windows keeps the name { $name } for a device. Choose another one.
accounts-bad-password = A password is 8 to 256 characters long, and not all of them are spaces.
accounts-gone = This account is no longer there.
#   $path: a folder
accounts-data-there = A former account { $name } left its collection in { $path }. The new account will sync with it. Save again if you want that, or choose another name.
#   $profile: a profile of Anki
accounts-in-use = The profile { $profile } syncs with the account { $name }. Switch syncing off in that profile first; then the account can be removed.
accounts-remove-with-data = Phones that use the account { $name } can no longer sync with this computer. Its collection, media and backups are kept in { $path }; delete that folder by hand if nobody needs it.
accounts-remove-without-data = Phones that use the account { $name } can no longer sync with this computer. It has no data here.
accounts-remove-ok = Remove the account
