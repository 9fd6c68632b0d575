# The findings that pages in the browser show most often, in Spanish; see ../en.ftl. What is
# missing here is said in English and marked as such.

nearest = escriba { $nearest } si es eso lo que quiere decir

answer-missing = { $question } { $marked-given ->
        [yes] está marcada como no evaluada
       *[no] no tiene respuesta
    }; para la presentación hace falta una respuesta
answer-advised-missing = { $question } no tiene respuesta; se aconseja darla
answer-parked = la respuesta a { $question } está apartada, porque la pregunta no se formula{ $because-given ->
        [yes] { " " }según la respuesta a { $because }
       *[no] { "" }
    }
answer-waiting = la respuesta a { $question } espera a que se responda { $awaits }
    .hint = responda primero a { $awaits }; entretanto esta respuesta se conserva
answer-not-an-option = la respuesta a { $question } es «{ $value }»; se esperaba { $expected }
    .nearest = elija { $nearest } si es eso lo que quiere decir
answer-wrong-type = la respuesta a { $question } está escrita de una forma que esta pregunta no admite
answer-empty-text = { $column-given ->
        [yes] la fila { $row } de la respuesta a { $question } no tiene nada visible en «{ $column }»
       *[no] la respuesta a { $question } no tiene ningún carácter visible
    }
answer-empty-list = { $column-given ->
        [yes] la fila { $row } de la respuesta a { $question } tiene una lista vacía en «{ $column }»
       *[no] la respuesta a { $question } es una lista vacía
    }; se esperaba al menos un elemento
answer-and-no-answer = la respuesta a { $question } contiene a la vez una respuesta y un motivo para no darla
answer-not-a-date = { $column-given ->
        [yes] { $row-given ->
            [yes] fila { $row } de la respuesta a { $question }: «{ $column }»
           *[no] «{ $column }»
        }
       *[no] la respuesta a { $question }
    } es «{ $value }»; se esperaba una fecha como 2024, 2024-05 o 2024-05-17
    .hint = escriba lo que se sepa de la fecha: el año, el año y el mes, o el día completo
answer-out-of-range = { $column-given ->
        [yes] { $row-given ->
            [yes] fila { $row } de la respuesta a { $question }: «{ $column }»
           *[no] «{ $column }»
        }
       *[no] la respuesta a { $question }
    } es { $value }; se esperaba { $side ->
        [low] { $minimum } o más
        [high] { $maximum } o menos
       *[other] un número de { $minimum } a { $maximum }
    }
    .hint = compruebe el número y su unidad, y escríbalo solo con cifras
answer-repeated-option = { $column-given ->
        [yes] la fila { $row } de la respuesta a { $question } nombra «{ $value }» dos veces en «{ $column }»
       *[no] la respuesta a { $question } marca { $value } dos veces
    }
    .hint = déjelo una sola vez
answer-exclusive-option = la respuesta a { $question } marca { $value } junto con otras opciones; { $value } excluye las demás
    .hint = quite { $value }, o deje solo { $value }
reason-missing = { $question } está marcada { $value ->
        [not_assessed] como no evaluada
        [not_applicable] como no aplicable
        [not_disclosed] como no divulgada
        [postponed] como aplazada
        [given_elsewhere] como dada en otro lugar
       *[other] como sin respuesta
    } y no se indica ningún motivo
reason-without-no-answer = { $question } tiene un motivo para no responder, pero no está marcada como sin respuesta
elsewhere-misplaced = { $question } remite a otro examen, pero no está marcada como dada en otro lugar
elsewhere-incomplete = { $question } se respondió en otro examen y falta lo siguiente: { $lacking }
    .hint = añada el documento y su fecha y diga qué ha cambiado desde entonces, para que el lector encuentre la respuesta y pueda fiarse de ella
gap-row-missing = el cuadro { $question } no tiene fila para { $about }, cuya respuesta deja algo pendiente
law-unknown = { $row-given ->
        [yes] la fila { $row } de la respuesta
       *[no] la respuesta
    } a { $question } cita la ley «{ $law }», que no está en el registro
law-not-cited = ninguna cita en { $laws } respalda la respuesta a { $question }
citation-without-provision = { $row-given ->
        [yes] la fila { $row } de la respuesta
       *[no] la respuesta
    } a { $question } cita { $law-given ->
        [yes] { $law }
       *[no] una ley
    } sin decir qué disposición
    .hint = añada el artículo, la sección o el párrafo, por ejemplo «artículo 12, párrafo 1»; en la jurisprudencia, el pasaje
text-placeholder = un texto de la respuesta a { $question } es de relleno y no dice nada
contributor-unknown = el colaborador «{ $value }» no está en la lista
import-unplaced = { $kind ->
        [value] { $field } de { $question } es «{ $value }»; se esperaba { $fault ->
            [options] { $expected }
            [number] un número
            [whole-number] un número entero
            [date] una fecha que solo pueda leerse de una manera, como 2024, 2024-05 o 2024-05-17
           *[other] otra cosa
        }
        [question] «{ $question }» no es una pregunta de ningún cuestionario, y su respuesta no pudo colocarse
       *[other] un texto del archivo no pudo colocarse{ $value-given ->
            [yes] : «{ $value }»
           *[no] { "" }
        }
    }
import-conflict = la respuesta a { $question } se cambió aquí y en { $file } desde que se envió el formulario
import-emptied = el archivo no tiene respuesta a { $names } y aquí hay una; una importación no borra nada
evidence-contradicts = el elemento { $item } contradice la respuesta a { $question }, y la respuesta no tiene nota
    .hint = diga en una nota por qué se mantiene la respuesta
evidence-unused = ninguna respuesta cita el elemento { $item }
edited-outside = { $file } fue { $kind ->
        [added] añadido
        [removed] eliminado
       *[other] modificado
    } por otro programa desde la última vez que este lo escribió
    .hint = compruebe el cambio; se conserva y quedará anotado en el historial con su próximo cambio
date-in-future = { $column-given ->
        [yes] { $row-given ->
            [yes] fila { $row } de la respuesta a { $question }: «{ $column }»
           *[no] «{ $column }»
        }
       *[no] la respuesta a { $question }
    } es { $value }, una fecha que aún no ha llegado
    .hint = compruebe el año; ponga lo previsto en una pregunta o columna sobre planes

word-reference = dónde está la respuesta
word-date = cuándo se dio allí
word-changes = qué ha cambiado desde entonces

## Places and progress

place-article = artículo { $article }
place-cluster = grupo temático { $cluster }
place-question = pregunta { $number } ({ $id })
place-row = fila { $row }
place-column = columna { $column }
place-at = línea { $line }, columna { $column }
status-days-left = { $count ->
    [one] queda { $count } día
   *[other] quedan { $count } días
}
status-days-over = { $count ->
    [one] { $count } día de retraso
   *[other] { $count } días de retraso
}
status-today = vence hoy
