### LAN Sync in Spanish. Machine-translated; corrections are welcome.

accounts-title = Cuentas en este equipo
accounts-explained = Cada cuenta tiene su propia colección. Un perfil recibe una cuando se activa LAN Sync en él; añade más para otras personas o para equipos que solo se sincronizan aquí. Los cambios en las cuentas se aplican de inmediato.
accounts-add = Añadir…
accounts-change = Cambiar la contraseña…
accounts-remove = Quitar…
accounts-add-title = Añadir una cuenta
accounts-change-title = Cambiar la contraseña de { $name }
accounts-name = Nombre de usuario
accounts-name-explained = Hasta 64 letras y cifras; es lo que se escribe en el teléfono.
accounts-password = Contraseña
accounts-password-explained = Esta se ha creado para ti; puedes escribir otra. Solo se muestra aquí una vez: anótala o escríbela ahora en el teléfono.
accounts-change-explained = Los teléfonos que han iniciado sesión como { $name } siguen sincronizándose. La nueva contraseña hará falta la próxima vez que un teléfono inicie sesión.
accounts-name-taken = Ya existe una cuenta con este nombre. Elige otro nombre.
accounts-bad-name = Un nombre de usuario tiene de 1 a 64 letras y cifras; en medio se permiten también espacios y - _ . @ +
accounts-bad-character = «{ $character }» no se permite ahí. { accounts-bad-name }
accounts-bad-invisible = El nombre contiene un carácter invisible ({ $code }). { accounts-bad-name }
accounts-name-reserved = Windows reserva el nombre { $name } para un dispositivo. Elige otro.
accounts-bad-password = Una contraseña tiene de 8 a 256 caracteres, y no todos son espacios.
accounts-gone = Esta cuenta ya no existe.
accounts-data-there = Una cuenta anterior { $name } dejó su colección en { $path }. La nueva cuenta se sincronizará con ella. Guarda de nuevo si es lo que quieres, o elige otro nombre.
accounts-in-use = El perfil { $profile } se sincroniza con la cuenta { $name }. Desactiva primero la sincronización en ese perfil; después se podrá quitar la cuenta.
accounts-remove-with-data = Los teléfonos que usan la cuenta { $name } ya no podrán sincronizarse con este equipo. Su colección, sus archivos multimedia y sus copias de seguridad se conservan en { $path }; elimina esa carpeta a mano si nadie la necesita.
accounts-remove-without-data = Los teléfonos que usan la cuenta { $name } ya no podrán sincronizarse con este equipo. La cuenta no tiene datos aquí.
accounts-remove-ok = Quitar la cuenta
