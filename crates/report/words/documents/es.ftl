# Las palabras de los documentos en español; véase en.ftl.

## Listas

or-two = { $first } o { $second }
or-middle = { $first }, { $second }
or-end = { $first } o { $second }
and-two = { $first } y { $second }
and-middle = { $first }, { $second }
and-end = { $first } y { $second }
others = { $count ->
    [one] 1 más
   *[other] { $count } más
}

## Instrumentos

place-instrument = { $instrument ->
    [untoc] Convención
    [tip] Protocolo contra la Trata de Personas
    [som] Protocolo contra el Tráfico Ilícito de Migrantes
    [fp] Protocolo sobre Armas de Fuego
   *[other] { $instrument }
}

## Condiciones

part-and-two = { $first }, y { $second }
part-and-middle = { $first }, { $second }
part-and-end = { $first }, y { $second }
part-or-two = { $first }, o { $second }
part-or-middle = { $first }, { $second }
part-or-end = { $first }, o { $second }
condition-asked = se pregunta si { $condition }
condition-is = la respuesta a { $questions } es { $values }
condition-includes = la respuesta a { $questions } incluye { $values }
condition-all-are = cada una de las respuestas a { $questions } es { $values }
condition-all-include = cada una de las respuestas a { $questions } incluye { $values }
condition-any-is = la respuesta a al menos una de las preguntas { $questions } es { $values }
condition-any-includes = la respuesta a al menos una de las preguntas { $questions } incluye { $values }
condition-answered = { $questions } tiene respuesta
condition-all-answered = { $questions } tienen respuesta
condition-any-answered = al menos una de las preguntas { $questions } tiene respuesta
condition-is-not = la respuesta a { $question } es distinta de { $values }
condition-includes-none = la respuesta a { $question } no incluye { $values }
condition-leaves-out = la respuesta a { $question } no incluye todo lo siguiente: { $values }
condition-not-answered = { $question } no tiene respuesta
condition-not = no se cumple que { $condition }

## Palabras del modelo

kind-implementation = sí, en parte o no
kind-yes_no = sí o no
kind-single = una de las opciones
kind-multiple = una o varias de las opciones
kind-text = un texto
kind-number = { $unit-given ->
    [yes] un número ({ $unit })
   *[no] un número
}
kind-date = una fecha, hasta donde se conozca: 2024, 2024-05 o 2024-05-17
kind-laws = leyes, cada una con su disposición
kind-cases = casos o ejemplos
kind-authorities = autoridades
kind-table = filas de un cuadro
cell-text = texto
cell-integer = número entero
cell-number = número
cell-date = fecha, hasta donde se conozca
cell-choice = una de las opciones
cell-link = dirección web
cell-texts = uno o varios textos
cell-law = una ley del registro
cell-questions = identificadores de preguntas
cell-required = necesario en cada fila
obligation-mandatory = obligatoria (el Estado deberá)
obligation-conditional = condicional (el Estado deberá, con arreglo a su ordenamiento jurídico o en la medida de sus posibilidades)
obligation-optional = facultativa (el Estado podrá, o deberá considerar la posibilidad)
required-yes = la presentación requiere una respuesta
required-advised = se recomienda responder
required-no = puede quedar sin respuesta
lens-gender = género
lens-human_rights = derechos humanos
lens-victim_centred = perspectiva de las víctimas
lens-technical_assistance = asistencia técnica
lens-data_collection = reunión de datos
lens-national_strategy = estrategia nacional
lens-civil_society = sociedad civil
no_answer-not_assessed = no evaluado
no_answer-not_applicable = no aplicable
no_answer-not_disclosed = no divulgado
no_answer-postponed = aplazado
no_answer-given_elsewhere = facilitado en otro lugar
audience-national = solo las autoridades nacionales
audience-review = los Estados que participan en el examen y la secretaría
audience-public = el público
status-proposed = propuesto
status-draft = borrador
status-confirmed = confirmado
stance-supports = respalda la respuesta
stance-contradicts = contradice la respuesta
stance-context = aporta contexto
state-asked = se pregunta
state-waiting = depende de la respuesta a una pregunta anterior
state-not_asked = no se pregunta

## Informes

document-title = Respuesta: { $state }
document-state = Estado parte
document-questionnaires = cuestionarios
document-language = idioma de las respuestas
document-focal-point = punto de contacto
document-as-of = situación al
document-due = plazo
document-audience = destinatarios
document-contributor = colaborador
document-wording = Las preguntas están redactadas por esta herramienta; no son las del cuestionario oficial.
document-part = { $instrument }. Grupo temático { $cluster }: { $title }
document-section = Artículo { $article }. { $title }
document-provision = Artículo { $provisions }
document-not-answered = todavía sin respuesta
document-supports = respalda
document-laws = Leyes citadas
document-cited-under = citada en
document-not-in-register = { $law } (no figura en el registro de leyes)
document-contents = Índice
document-skip = Ir al contenido
document-nothing = todavía no hay ninguna respuesta
document-findings = Resultados de la comprobación
document-no-findings = nada que señalar
document-left-out = Lo que este documento no contiene
document-left-out-private = { $count ->
    [one] 1 respuesta que no está destinada a estos lectores
   *[other] { $count } respuestas que no están destinadas a estos lectores
}
document-left-out-set-aside = { $count ->
    [one] 1 respuesta apartada, o que depende de una pregunta anterior
   *[other] { $count } respuestas apartadas, o que dependen de una pregunta anterior
}
document-left-out-unknown = { $count ->
    [one] 1 respuesta a una pregunta que no existe en el cuestionario
   *[other] { $count } respuestas a preguntas que no existen en el cuestionario
}

## Leyes

law_kind-constitution = constitución
law_kind-act = ley
law_kind-regulation = reglamento
law_kind-code = código
law_kind-case_law = jurisprudencia
law_kind-policy = política
law_kind-other = otro texto

## Partes de una respuesta

field-value = respuesta
field-no_answer = falta de respuesta
field-reason = motivo
field-elsewhere_reference = facilitado en
field-elsewhere_date = facilitado allí el
field-elsewhere_changes = cambios desde entonces
field-note = nota
field-remarks = observaciones internas
field-evidence = elementos probatorios
field-audience = puede verlo
field-status = estado
field-by = respondido por
field-at = respondido el
field-language = idioma
field-more = otros campos

## Cómo rellenar un campo

expected-choice = uno de estos valores: { $options }
expected-option = { $value } = { $label }
expected-ticks = uno o varios de estos valores, separados por ; : { $options }
expected-ticks-alone = uno o varios de estos valores, separados por ; : { $options } ({ $alone } solo por sí mismo)
expected-text = texto
expected-number = número
expected-whole-number = número entero
expected-unit = { $expected } ({ $unit })
expected-least = { $expected }, { $minimum } o más
expected-most = { $expected }, { $maximum } o menos
expected-range = { $expected }, de { $minimum } a { $maximum }
expected-date = fecha hasta donde se conozca: 2024, 2024-05 o 2024-05-17
expected-link = dirección web que comience por https://
expected-texts = uno o varios textos, separados por ;
expected-law = identificador o título de una ley del registro
expected-questions = identificadores de preguntas, separados por ; : { $options }
expected-rows = rellene las filas siguientes, una por celda
expected-evidence = una línea por elemento: supports, contradicts o context, su identificador, dos puntos, una nota

## Formularios

form-title = Preguntas dirigidas al Estado: { $state }
form-asks = solicitado por
form-asked = dirigido a
form-state = Estado parte
form-about = asunto
form-what = contenido
form-questions = { $count ->
    [one] 1 pregunta
   *[other] { $count } preguntas
}
form-due = responder antes del
form-return = devolver a
form-id = formulario
form-how = Cómo rellenar este formulario
form-how-answer = Escriba en las casillas vacías junto a cada pregunta. Lo que figura alrededor son explicaciones y no debe modificarse.
form-how-condition = Cuando una pregunta indique en qué caso se formula, respóndala solo en ese caso.
form-how-no-answer = Si no puede responder, indique de qué tipo de falta de respuesta se trata y por qué.
form-how-rows = Cuando una respuesta tenga filas, utilice una fila para cada elemento; deje las demás vacías y añada filas si faltan.
form-how-date = Escriba las fechas hasta donde las conozca: 2024, 2024-05 o 2024-05-17.
form-how-names = No escriba nombres de víctimas, testigos ni sospechosos.
form-how-keep = Conserve los identificadores de las preguntas, para que sus respuestas encuentren su lugar.
form-how-return = Guarde el archivo y devuelva el propio archivo, no una impresión ni un escaneo.
form-how-return-by = Guarde el archivo y devuelva el propio archivo antes del { $date }, no una impresión ni un escaneo.
form-sections = Sobre qué se pregunta
form-section-line = { $title } ({ $count ->
    [one] 1 pregunta
   *[other] { $count } preguntas
})
form-given = Respuestas dadas en otro lugar, solo para lectura

## Un formulario en un navegador

page-no-script = Los scripts están desactivados en este navegador. Puede leer e imprimir este formulario, pero no guardar respuestas; ábralo en otro navegador para rellenarlo.
page-how-save = Pulse «Guardar mis respuestas» tantas veces como desee. Se crea un archivo; devuelva ese archivo, no esta página.
page-how-copy = Mientras escribe, este navegador conserva una copia de reserva de sus respuestas. Guarde de todos modos: un navegador puede perderla, y otras personas que usen este equipo podrían leerla.
page-bar = Avance y guardado
page-save = Guardar mis respuestas
page-open = Abrir respuestas guardadas
page-open-sure = Se reemplazará lo que ha escrito desde que guardó por última vez. ¿Abrir el archivo?
page-show-all = Mostrar también las preguntas que no se formulan
page-progress = Respondidas: { $answered } de { $count } que requieren respuesta
page-set-aside = Conservadas, aunque ya no se preguntan: { $count }
page-saved = Guardado como { $file }. Devuelva este archivo.
page-saved-troubles = Guardado como { $file }. Puntos que conviene revisar antes de devolverlo: { $count }
page-opened = Se han abierto las respuestas de { $file }.
page-other-form = { $file } contiene las respuestas a otro formulario.
page-not-answers = { $file } no contiene respuestas guardadas.
page-copy = Copia de reserva
page-restore-offer = Este navegador ha conservado una copia de reserva de sus respuestas, del { $time }.
page-restore = Restablecerla
page-discard = Eliminarla
page-restored = Se ha restablecido la copia de reserva.
page-discarded = Se ha eliminado la copia de reserva.
page-copy-left = Este navegador todavía conserva una copia de reserva de sus respuestas. Elimínela si otras personas usan este equipo.
page-no-copy = Este navegador no conserva ninguna copia de reserva. Guarde a menudo.
page-appeared = Ahora se pregunta también: { $questions }
page-add-row = Añadir una fila
page-row = Fila { $row }
page-remove-row = Quitar la fila { $row }
page-remove-sure = La fila { $row } no está vacía. ¿Quitarla?
page-row-removed = Se ha quitado la fila { $row }.
page-clear = Anular mi elección
page-choose = (elegir)
page-cannot = No puedo responder
page-note = Añadir una nota
page-troubles = Puntos que conviene revisar
page-trouble-number = Escriba un número, por ejemplo 12 o 3,5
page-trouble-whole = Escriba un número entero, por ejemplo 12
page-trouble-least = Escriba { $minimum } o más
page-trouble-most = Escriba { $maximum } o menos
page-trouble-date = Escriba la fecha hasta donde la conozca: 2024, 2024-05 o 2024-05-17
page-trouble-link = Escriba una dirección web que comience por https://
page-trouble-both = Hay una respuesta y también un motivo por el que no la hay. Deje solo uno de los dos
page-trouble-reason = Indique por qué no hay respuesta
page-trouble-elsewhere = Indique también esto, para que el lector encuentre la respuesta
page-trouble-cell = Esta fila necesita también este dato

## Opciones y columnas propias de un tipo de pregunta

option-yes = Sí
option-in_part = Sí, en parte
option-no = No
column-law = Ley
column-provision = Disposición
column-summary-laws = Qué establece
column-questions = Respalda las respuestas a
column-authority = Tribunal o autoridad
column-reference = Referencia
column-date = Fecha
column-summary = Resumen
column-link = Enlace
column-name = Nombre
column-address = Dirección postal
column-email = Correo electrónico
column-phone = Teléfono
column-languages = Idiomas aceptados
column-urgent = Contacto urgente

## Formularios de Word y Excel

form-footer = Formulario { $id }
form-question = pregunta
form-choose = elegir
form-date = fecha
form-one-of = uno de estos valores: { $options }
form-tick = marque todo lo que corresponda
form-needed = necesario en cada fila
form-rows-below = Rellene el cuadro siguiente.
form-elsewhere = Respuestas dadas en otro examen
form-elsewhere-how = Si elige «facilitado en otro lugar», indique aquí en qué examen, cuándo y qué ha cambiado desde entonces.
form-laws = Leyes del registro
form-laws-how = Una cita designa una ley por su identificador o su título. Designe las demás por su título.
workbook-sheet-cover = Inicio
workbook-sheet-article = Art. { $article }
workbook-sheet-rows = { $sheet } – filas
workbook-id = Identificador
workbook-question = Pregunta
workbook-expects = Respuesta: { $expected }
workbook-choose-title = Elegir
workbook-choose = elija un elemento de la lista
workbook-choose-law = elija una ley del registro, o escriba el título de otra
workbook-not-listed = solo pueden leerse los elementos de la lista; escriba lo demás en la nota
workbook-write-title = Cómo responder
workbook-unexpected = se espera: { $expected }
workbook-tick-title = Marcar
workbook-tick = escriba x junto a cada elemento que corresponda
workbook-alone = { $label } (solo por sí mismo)
workbook-rows-there = escriba en la hoja «{ $sheet }»
workbook-continued = (continúa de la fila anterior)
workbook-how = Solo se rellenan las casillas de color amarillo pálido. Para añadir una fila, insértela debajo de la última fila de su cuadro.

## The official order

official-how = Copie la respuesta a cada punto en la plataforma oficial y márquelo cuando esté introducido. Solo este navegador recuerda lo que se ha marcado.
official-copy = Copiar
official-copied = copiado
official-copy-failed = el navegador no permitió copiar; seleccione el texto y cópielo a mano
official-entered = Introducido
official-tally = #1 de #2 introducidos
official-missing = Aún sin respuesta:
official-unused = Respuestas que ningún punto recoge
official-unmapped = ninguna pregunta de esta herramienta responde a este punto
official-not-asked = no se pregunta, dadas las demás respuestas
official-open = respuesta todavía incompleta
official-separator = ,
