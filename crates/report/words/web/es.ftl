# The words of the pages in the browser, in Spanish; see en.ftl.

web-skip = Ir al contenido principal
web-nav = Páginas de este expediente
web-home = Inicio
web-check = Revisar sus respuestas
web-laws = Leyes
web-people = Colaboradores
web-evidence = Material de apoyo
web-views = Vistas
web-search = Buscar
web-import = Importar
web-export = Exportar
web-log = Registro
web-foot = Esta página viene de un programa en este equipo. No se envía nada a ninguna parte. Cierre el programa con Ctrl-C en su ventana; también se detiene por sí mismo cuando nadie lo usa.
web-read-only = Abierto solo para lectura
web-error = Error
web-warning = Advertencia
web-there-is-a-problem = Hay un problema
web-problem-title = Esto no se puede hacer
web-to-home = Volver al inicio
web-save = Guardar
web-save-next = Guardar e ir a la sección siguiente
web-add = Añadir
web-change = Modificar
web-remove = Quitar
web-done = Terminado
web-all = Todos
web-nothing = nada
web-new = Nuevo
web-languages = Idioma de estas páginas

web-fault-no-page = no hay ninguna página en esta dirección
web-fault-no-dossier = no hay ningún expediente abierto
web-fault-no-dossier-hint = comience un expediente o abra uno en la página de comienzo
web-fault-no-section = esta sección o este cuestionario no se examina aquí
web-fault-no-question = esta pregunta no se examina aquí
web-fault-no-code = no hay ningún mensaje de este nombre
web-fault-no-item = no existe ese material de apoyo en este expediente
web-fault-no-link = esta respuesta no tiene ningún vínculo con el material
web-fault-no-answer = no hay ninguna respuesta que confirmar
web-fault-no-export = no hay nada que exportar
web-fault-erased = el material se ha borrado; solo queda su huella digital
web-fault-examples = ya hay demasiados ejemplos
web-fault-list = la lista de cambios está dañada; elija el archivo de nuevo
web-fault-read-only = este expediente se abrió solo para lectura, de modo que nada puede cambiarse
web-fault-ours = el programa cometió un error; nada se escribió a medias
web-fault-wait = espere a que el otro programa termine y vuelva a intentarlo
web-fault-folder = compruebe que la carpeta está ahí y que puede leerla
web-fault-backup = vea la página «Revisar sus respuestas»; las versiones anteriores están en la carpeta .backup
web-fault-sent = este formulario ya se envió, o el programa se reinició desde entonces; no se escribió nada
web-fault-sent-hint = vuelva a la página, cárguela de nuevo y mire qué está guardado
web-fault-large = lo enviado supera lo que esta página admite: 64 MB para un archivo, 2 MB para un formulario; no se escribió nada
web-fault-large-hint = compruebe que es el archivo correcto y, si lo es, divídalo
web-fault-form = lo enviado no puede leerse como formulario; no se escribió nada
web-fault-host = este programa no responde con este nombre
web-fault-origin = se rechazan las solicitudes que vienen de otras páginas
web-fault-key = este navegador aún no tiene acceso
web-fault-key-hint = abra la dirección que el programa muestra en su ventana; comienza por http://127.0.0.1 y da acceso a este navegador
web-fault-key-again = si esa ventana está cerrada, inicie de nuevo el programa con «untoc serve --open»; lo guardado o conservado sigue ahí

web-saved = Guardado. El registro permite deshacerlo.
web-saved-new = { $count ->
    [one] Guardado. Su respuesta hace que se formule { $count } pregunta más.
   *[other] Guardado. Su respuesta hace que se formulen { $count } preguntas más.
}
web-saved-nothing = Todo está guardado.
web-saved-waits = Algo de esta página aún no está en el expediente. Lo que escribió se conserva; vea los mensajes de abajo.
web-dropped = Se mantiene la respuesta del expediente. El otro texto se descartó.
web-joined = Ahora los dos textos están en el formulario. Edítelos y guarde.
web-undone = Se deshizo el último cambio.
web-redone = El cambio se hizo de nuevo.
web-nothing-undone = No hay nada que deshacer ni que rehacer.
web-imported = { $count ->
    [0] No se tomó ningún cambio.
    [one] Se tomó { $count } cambio. El registro permite deshacerlo.
   *[other] Se tomaron { $count } cambios. El registro permite deshacerlos juntos.
}

web-home-title = Respuestas: { $text }
web-progress = Preguntas obligatorias respondidas
web-progress-legend = Solo cuentan las preguntas que se formulan según sus respuestas.
web-due-on = Vence el { $text }
web-no-due = No hay fecha límite.
web-next = Pregunta siguiente
web-go-on = Seguir respondiendo
web-all-done = Todas las preguntas obligatorias tienen respuesta.
web-check-submission = Revisar antes de la presentación
web-found = Resultado de la revisión
web-count-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errores
}
web-count-warnings = { $count ->
    [one] { $count } advertencia
   *[other] { $count } advertencias
}
web-count-notes = { $count ->
    [one] { $count } observación
   *[other] { $count } observaciones
}
web-count-overdue = { $count ->
    [one] { $count } contribución está atrasada
   *[other] { $count } contribuciones están atrasadas
}
web-count-proposed = { $count } por revisar
web-count-parked = { $count } apartadas
web-whole = Leer todo el cuestionario
web-folder = El expediente es la carpeta { $text }
web-focal-point = Punto de contacto: { $text }
web-other-dossier = Comenzar o abrir otro expediente
web-unsaved-title = Algunos textos aún no están en el expediente
web-unsaved-text = Se conservan. Abra cada pregunta y decida.

web-start = Comienzo
web-start-title = Responder a los cuestionarios sobre la delincuencia organizada
web-start-lead = Para las respuestas de un Estado sobre la Convención de las Naciones Unidas contra la Delincuencia Organizada Transnacional y sus tres Protocolos. Todo queda en este equipo.
web-door-begin = Comenzar
web-door-begin-text = Cree el expediente de un Estado: una carpeta con todas sus respuestas.
web-state = Estado
web-instruments = Instrumentos examinados
web-clusters = Grupos temáticos examinados
web-due = Fecha límite, si se conoce
web-language = Idioma de las respuestas
web-focal-point-label = Punto de contacto: un nombre o una oficina, si lo desea
web-folder-label = Nombre de la carpeta
web-folder-hint = Se crea en { $text }. Si lo deja vacío, se elige un nombre por usted.
web-begin = Crear el expediente
web-door-open = Abrir
web-open-here = Expedientes de esta carpeta
web-open = Abrir
web-open-other = Carpeta de un expediente en otro lugar
web-open-folder = Abrir esta carpeta
web-door-example = Ver un ejemplo
web-door-example-text = Crea el expediente de Exampleland, un Estado inventado, con respuestas, leyes y colaboradores. Elimine la carpeta cuando haya visto lo suficiente.
web-example = Crear el ejemplo
web-door-check = Revisar un archivo de datos
web-door-check-text = ¿Está bien formada una tabla, y puede reconocerse en ella a una persona? No hace falta ningún expediente.
web-no-state = indique el Estado por su nombre o por su código de tres letras
web-state-nearest = no se conoce este Estado; escriba { $text } si es ese
web-no-scope = elija al menos un instrumento y un grupo temático
web-due-no-day = la fecha límite no es un día; escriba año, mes y día, como 2027-05-31
web-no-folder = indique la carpeta de un expediente
web-no-dossier = no hay ningún expediente en esta carpeta

web-section-asked = { $count ->
    [one] Aquí se formula { $count } pregunta;
   *[other] Aquí se formulan { $count } preguntas;
}
web-section-done = { $count ->
    [one] { $count } está respondida.
   *[other] { $count } están respondidas.
}
web-section-not-asked = { $count ->
    [one] Puede formularse { $count } más, según sus respuestas.
   *[other] Pueden formularse { $count } más, según sus respuestas.
}
web-pages = Páginas de esta lista
web-page-at = Página { $text }
web-page-before = Página anterior
web-page-after = Página siguiente
web-save-on = Guardar y pasar a la página siguiente
web-fault-other-dossier = esta página es de otro expediente que el que está abierto; no se escribió nada
web-fault-other-dossier-hint = abra de nuevo el expediente de esta página en la página de inicio y guarde
web-fault-import-changed = una respuesta ha cambiado desde que se hizo la lista; no se tomó nada
web-fault-import-changed-hint = elija de nuevo el archivo y mire la lista nueva
web-sections = Secciones
web-question = Pregunta { $text }
web-provision = artículo { $text }
web-required = necesaria para la presentación
web-advised = conviene responderla
web-needed = necesario
web-why = ¿Qué significa esto?
web-evidence-hint = ¿Qué datos podrían apoyar esta respuesta?
web-row = Fila { $count }
web-up = Subir
web-down = Bajar
web-add-row = Guardar y añadir una fila
web-to-laws = Registro de leyes
web-paste = Pegar filas de una hoja de cálculo
web-paste-label = Filas de una hoja de cálculo
web-paste-hint = Copie las celdas y péguelas aquí; se convierten en filas al guardar. Columnas: { $text }. Una primera línea con estos títulos puede llevar otro orden.
web-more = Nota, falta de respuesta, material de apoyo y más
web-note = Nota
web-remarks = Comentarios
web-note-label = Nota, que se envía con la respuesta
web-remarks-label = Comentarios internos, que no se envían
web-no-answer = Si no hay respuesta
web-no-answer-kind = Por qué no hay respuesta
web-no-answer-none = Hay una respuesta, o aún ha de llegar
web-reason-label = El motivo en palabras
web-elsewhere = Dada en otro examen
web-audience-label = Quién puede ver la respuesta
web-audience-usual = Como siempre: los Estados que participan en el examen y la secretaría
web-by-label = Quién dio la respuesta
web-links = Material de apoyo de esta respuesta
web-link-new = Vincular un material
web-link-note = En qué parte del material, o por qué
web-stance = Qué muestra
web-unlink = Quitar este vínculo
web-clear = Vaciar esta respuesta
web-history = Historial
web-history-of = Historial de { $text }
web-history-empty = El historial no contiene ningún cambio de esta respuesta.
web-confirm = Confirmar
web-by = Dada por { $text }
web-at = Respondida el { $text }
web-by-at = Dada por { $text }, { $at }
web-no-entry = Aún sin respuesta
web-set-aside = { $count ->
    [one] { $count } respuesta está apartada
   *[other] { $count } respuestas están apartadas
}
web-set-aside-text = Sus preguntas no se formulan por ahora. Las respuestas se conservan y no entran en los informes; vuelven en cuanto la pregunta se formula de nuevo.
web-set-aside-back = Para recuperarla, modifique la respuesta a
web-forget = Eliminar esta respuesta

web-state-typing = aún no guardado
web-state-saving = guardando …
web-state-kept = conservado a las
web-state-saved = guardado a las
web-state-waits = conservado, pero no en el expediente: guarde la página para ver por qué
web-state-unsaved = No guardado. El programa no responde. Deje esta página abierta e inicie de nuevo el programa; se intenta guardar cada pocos segundos.
web-clash-both = hay una respuesta y un motivo para no darla; quite una de las dos
web-clash-reason = se da un motivo, pero no por qué no hay respuesta; elíjalo también
web-conflict = otra persona cambió esta respuesta mientras usted escribía; se conservan los dos textos y usted decide
web-conflict-title = Dos textos para una respuesta
web-conflict-text = Otra persona, u otra ventana, cambió esta respuesta desde que usted comenzó. No se sobrescribió nada.
web-draft-title = Un texto que aún no está en el expediente
web-draft-text = Se escribió a las { $text } y se conserva.
web-there = En el expediente
web-other-window = Escrito en otra ventana
web-mine-below = Su texto está en los campos de abajo.
web-keep-mine = Guardar mi texto
web-keep-there = Mantener el texto del expediente
web-join = Unir los dos textos

web-laws-lead = Las respuestas citan leyes de este registro. Cada ley figura aquí una vez.
web-laws-empty = Aún no se ha inscrito ninguna ley.
web-cited = { $count ->
    [one] Citada { $count } vez:
   *[other] Citada { $count } veces:
}
web-cited-nowhere = No la cita ninguna respuesta.
web-law-add = Añadir una ley
web-law-change = Modificar una ley
web-law-title = Título
web-law-kind = Tipo de texto
web-law-date = Fecha de aprobación o de entrada en vigor, hasta donde se conozca
web-date-hint = 2024, 2024-05 o 2024-05-17
web-law-link = Dónde puede leerse el texto (dirección web)
web-law-sherloc = Dónde está en SHERLOC (dirección web)
web-law-language = Idioma del texto, como es o en
web-law-eli = Identificador Europeo de Legislación, si lo hay
web-law-ecli = Identificador Europeo de Jurisprudencia, si lo hay
web-law-no-title = indique el título de la ley
web-law-no-link = una dirección web comienza por https://
web-law-no-date = la fecha no puede leerse; escriba 2024, 2024-05 o 2024-05-17
web-law-no-id = de este título no puede formarse un nombre corto; comiéncelo con una palabra en letras latinas
web-law-twice = ya hay en el registro una ley con este nombre; modifique esa, o dé otro título a esta
web-law-cited = esta ley está citada y no puede quitarse; elimínela antes de las respuestas
web-laws-changed = otra persona cambió el registro desde que se hizo esta página; no se escribió nada, mírelo y guarde de nuevo

web-people-lead = Organismos y personas que dan respuestas, qué se pide a cada uno y qué está atrasado.
web-unassigned = { $count ->
    [one] { $count } pregunta obligatoria no está asignada a nadie.
   *[other] { $count } preguntas obligatorias no están asignadas a nadie.
}
web-sent-on = Enviado el { $text }
web-received-on = Recibido el { $text }
web-step-not-sent = no enviado
web-step-sent = enviado
web-step-received = recibido
web-step-complete = completo
web-mark-sent = Enviado hoy
web-mark-received = Recibido hoy
web-unassign = Retirar
web-form-for = Formulario para enviar:
web-no-tasks = Aún no se ha asignado nada.
web-assign-title = Asignar una sección
web-assign-what = Sección
web-assign-to = A
web-assign-due = Fecha límite, si es distinta de la del expediente
web-assign = Asignar
web-person-add = Añadir un colaborador
web-person-name = Nombre del organismo o de la persona
web-person-contact = Cómo comunicarse, si lo desea
web-person-id = Nombre corto
web-person-id-hint = Letras minúsculas, cifras y guiones. Se forma del nombre si lo deja vacío.
web-person-no-name = indique el nombre
web-person-no-id = dé un nombre corto de letras minúsculas, cifras y guiones
web-person-twice = ya hay un colaborador con este nombre corto
web-person-unknown = elija un colaborador
web-person-has-tasks = este colaborador aún tiene algo asignado; retírelo primero
web-task-unknown = elija una sección o pregunta que se examine
web-task-no-date = la fecha no es un día; escriba año, mes y día, como 2027-05-31
web-nothing-to-do = no se eligió nada
web-settings-changed = otra persona cambió los colaboradores desde que se hizo esta página; no se escribió nada, mírelos e inténtelo de nuevo

web-check-lead-draft = ¿Es correcto lo que hay? Las lagunas aún no cuentan.
web-check-lead-submission = ¿Está todo lo que la presentación necesita?
web-check-draft = Revisar como borrador
web-check-clean = No se encontró nada.
web-check-error = { $count ->
    [one] { $count } error que hay que corregir
   *[other] { $count } errores que hay que corregir
}
web-check-warning = { $count ->
    [one] { $count } advertencia que conviene mirar
   *[other] { $count } advertencias que conviene mirar
}
web-check-note = { $count ->
    [one] { $count } observación para su información
   *[other] { $count } observaciones para su información
}
web-times = { $count } veces
web-why-title = Por qué importa
web-wrong = Incorrecto
web-right = Correcto
web-mend = Cómo corregirlo

web-search-label = Palabras de las preguntas o respuestas
web-hits = { $count ->
    [0] No se encontró nada
    [one] Se encontró { $count } pregunta
   *[other] Se encontraron { $count } preguntas
}
web-open-tag = abierta
web-views-lead = Las mismas respuestas vistas a través de todos los instrumentos.

web-log-lead = Todos los cambios, el más reciente primero. Nada se pierde: un cambio deshecho puede rehacerse.
web-undo = Deshacer el último cambio
web-redo = Rehacer
web-taken-back = deshecho
web-hidden-changes = y { $count } más
web-via-init = expediente creado
web-via-answer = respuesta
web-via-fill = entrevista
web-via-import = importación
web-via-evidence = material de apoyo
web-via-settings = ajustes
web-via-undo = deshacer
web-via-redo = rehacer
web-via-outside = cambiado fuera de este programa

web-export-lead = Quedan fuera las respuestas más reservadas de lo que elija aquí, y también los comentarios internos.
web-format = Formato
web-blank = Un formulario para rellenar, en lugar de las respuestas
web-only-questionnaire = Cuestionario
web-only-person = Solo lo que se pide a este colaborador
web-for-whom = Quién lo va a leer
web-export-do = Crear el archivo
web-import-lead = Traiga un formulario que un organismo ha rellenado. Primero ve cada cambio, y elige.
web-import-file = El archivo
web-import-look = Mostrar qué cambiaría
web-import-of = Cambios en { $text }
web-import-changes = { $count ->
    [0] El archivo no cambiaría nada.
    [one] El archivo cambiaría { $count } respuesta.
   *[other] El archivo cambiaría { $count } respuestas.
}
web-import-unchanged = { $count ->
    [0] { "" }
    [one] { $count } respuesta es igual aquí.
   *[other] { $count } respuestas son iguales aquí.
}
web-import-by = Dadas por { $text }; las respuestas quedan como propuestas hasta que las confirme.
web-import-conflict = La respuesta de aquí es más reciente que la del archivo. Tome el cambio solo si el archivo tiene razón.
web-accept = Tomar este cambio
web-import-take = Tomar los cambios elegidos
web-import-none = No tomar ninguno
web-no-answers = no hay ninguna respuesta en este archivo
web-no-file = elija antes un archivo

web-evidence-lead = El material de apoyo son datos y documentos de fuera, con su origen. No son pruebas ante un tribunal.
web-check-file = Revisar un archivo de datos
web-check-file-text = El archivo se revisa en este equipo y no se guarda en ninguna parte.
web-data-file = Tabla (CSV)
web-checked = Qué se encontró en { $text }
web-items = { $count ->
    [0] Material de apoyo de este expediente
    [one] { $count } material de apoyo en este expediente
   *[other] { $count } materiales de apoyo en este expediente
}
web-items-empty = Aún no hay ninguno.
web-item-unused = Sin vínculo con ninguna respuesta
web-item-linked = El vínculo está guardado.
web-item-unlinked = El vínculo se quitó.
web-item-added = El material ya está en el expediente. Vincúlelo a las respuestas de las que trata.
web-item-removed = El material se quitó. «Deshacer el último cambio», en la página del registro, lo recupera.
web-item-provider = De
web-item-contact = Contacto
web-item-period = Periodo del que trata
web-item-places = Lugares
web-item-unit = Qué es una fila o un número
web-item-method = Cómo se obtuvieron los datos
web-item-limitations = Qué no puede mostrar
web-item-licence = Licencia
web-item-sensitivity = Con qué cuidado debe guardarse
web-item-purpose = Para qué puede usarse
web-item-onward-use = A quién puede transmitirse
web-item-naming = Si puede nombrarse al proveedor
web-item-basis = Base jurídica o consentimiento
web-item-keep-until = Último día en que puede guardarse
web-item-received = Recibido
web-item-digest = Huella digital del paquete
web-item-aside = Apartado
web-item-erased = Borrado
web-item-files = Archivos
web-item-bytes = { $text } bytes
web-item-checks = Resultado de la revisión
web-item-check = filas: { $rows }, errores: { $errors }, advertencias: { $warnings }
web-item-unchecked = no se revisó la privacidad
web-item-charts = Qué muestra
web-item-charts-text = Se omiten los números pequeños; los gráficos son solo para la autoridad.
web-item-no-charts = Ninguna de sus tablas tiene una forma que permita hacer gráficos.
web-item-links = Respuestas a las que está vinculado
web-item-link = Vincular a una respuesta
web-item-question = Pregunta
web-item-question-hint = Su identificador, por ejemplo untoc-5-q1
web-item-no-question = esa pregunta no se examina aquí
web-item-no-stance = elija qué muestra el material sobre la respuesta
web-item-receipt = Recibo para el proveedor (página web)
web-item-remove = Quitar este material
web-item-remove-text = También se quitan los vínculos de las respuestas con él. Puede recuperarse.
web-word-ngo = organización no gubernamental
web-word-academia = universidad o instituto
web-word-private-sector = empresa
web-word-intergovernmental = organización intergubernamental
web-word-government = autoridad pública
web-word-media = periódico o emisora
web-word-keep-public = todos pueden verlo
web-word-keep-restricted = está destinado a la autoridad
web-word-keep-personal = sus filas tratan de personas, aunque no se nombre a ninguna
web-word-to-none = nadie
web-word-to-secretariat = la secretaría del examen
web-word-to-reviewing-states = los Estados que examinan las respuestas
web-word-to-public = todos
web-word-named = por su nombre
web-word-kind-only = solo por el tipo de organización
web-word-unnamed = de ningún modo
web-item-add = Incorporar material de apoyo
web-item-choose = Elija un archivo o un paquete
web-item-choose-text = Una tabla, un documento o un paquete (.zip) hecho por un proveedor. Primero se mira; no se escribe nada.
web-item-file = Archivos
web-item-secret = Frase o clave secreta
web-item-secret-hint = Solo para un paquete cifrado (.age). Sirve para abrir el paquete y no se escribe en ninguna parte.
web-item-look = Mirarlo
web-item-said = Qué dice el proveedor
web-item-no-table = No contiene ninguna tabla que pueda revisarse.
web-item-waits = Espera en la memoria hasta que usted decida. Lo marcado con * es necesario.
web-item-keep = Incorporarlo al expediente
web-item-gone = el archivo ya no está en espera; elíjalo de nuevo
web-item-lacks = falta lo siguiente: { $text }
web-item-title = Título
web-item-provider-kind = Qué tipo de organización
web-item-period-label = Periodo del que trata (2025, o 2020..2025)
web-item-received-from = Recibido de, si es de otro
web-item-id = Nombre corto (se forma del título si está vacío)

web-hint-answer-missing = responda a la pregunta, o diga por qué no hay respuesta
web-hint-answer-advised-missing = respóndala si puede
web-hint-answer-parked = déjela; se conserva y no se envía, y vuelve cuando se formule la pregunta
web-hint-answer-not-an-option = elija una de las opciones
web-hint-answer-wrong-type = vacíe la respuesta y dela de nuevo
web-hint-answer-empty-text = escriba lo que corresponda, o quite el texto vacío
web-hint-answer-empty-list = añada lo que falta, o diga por qué no hay nada
web-hint-answer-and-no-answer = deje una de las dos: la respuesta, o el motivo para no darla
web-hint-reason-missing = dé el motivo en palabras
web-hint-reason-without-no-answer = elija por qué no hay respuesta, o pase el texto a la nota
web-hint-elsewhere-misplaced = elija «dada en otro lugar» como motivo, o quite la referencia
web-hint-gap-row-missing = añada una fila que diga qué falta, qué está previsto y para cuándo
web-hint-law-unknown = añada la ley al registro, o elija una que esté en él
web-hint-law-not-cited = nombre la pregunta junto a la ley que la respalda, o añada allí una ley
web-hint-text-placeholder = escriba la respuesta, o quite el texto y diga por qué no la hay
web-hint-contributor-unknown = añada el colaborador en su página, o elija uno de la lista
web-hint-import-unplaced = corríjalo en el archivo y elíjalo de nuevo, o introdúzcalo a mano
web-hint-import-conflict = compare los dos, y tome el cambio si el archivo tiene razón; no se sobrescribió nada
web-hint-import-emptied = vacíe la respuesta en su página si eso es lo que se quiere
