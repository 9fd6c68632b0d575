# The findings that pages in the browser show most often, in Russian; see ../en.ftl. What is
# missing here is said in English and marked as such.

nearest = напишите { $nearest }, если имеется в виду именно это

answer-missing = { $question }: { $marked-given ->
        [yes] отмечено, что оценка не проводилась
       *[no] ответа нет
    }; для представления нужен ответ
answer-advised-missing = { $question }: ответа нет; его рекомендуется дать
answer-parked = ответ на { $question } отложен, так как вопрос не задается{ $because-given ->
        [yes] { " " }с учетом ответа на { $because }
       *[no] { "" }
    }
answer-waiting = ответ на { $question } ждет ответа на { $awaits }
    .hint = сначала ответьте на { $awaits }; пока этот ответ сохраняется
answer-not-an-option = ответ на { $question } – «{ $value }»; ожидалось: { $expected }
    .nearest = выберите { $nearest }, если имеется в виду именно это
answer-wrong-type = ответ на { $question } записан так, как этот вопрос не допускает
answer-empty-text = { $column-given ->
        [yes] в строке { $row } ответа на { $question } графа «{ $column }» не содержит ни одного видимого знака
       *[no] ответ на { $question } не содержит ни одного видимого знака
    }
answer-empty-list = { $column-given ->
        [yes] в строке { $row } ответа на { $question } список «{ $column }» пуст
       *[no] ответ на { $question } – пустой список
    }; ожидался хотя бы один пункт
answer-and-no-answer = в ответе на { $question } есть и ответ, и причина его отсутствия
answer-not-a-date = { $column-given ->
        [yes] { $row-given ->
            [yes] строка { $row } ответа на { $question }: «{ $column }»
           *[no] «{ $column }»
        }
       *[no] ответ на { $question }
    } – «{ $value }»; ожидалась дата, например 2024, 2024-05 или 2024-05-17
    .hint = запишите то, что известно: год, год и месяц или полную дату
answer-out-of-range = { $column-given ->
        [yes] { $row-given ->
            [yes] строка { $row } ответа на { $question }: «{ $column }»
           *[no] «{ $column }»
        }
       *[no] ответ на { $question }
    } – { $value }; ожидалось { $side ->
        [low] { $minimum } или больше
        [high] { $maximum } или меньше
       *[other] число от { $minimum } до { $maximum }
    }
    .hint = проверьте число и единицу измерения и запишите его только цифрами
answer-repeated-option = { $column-given ->
        [yes] в строке { $row } ответа на { $question } значение «{ $value }» дважды стоит в графе «{ $column }»
       *[no] в ответе на { $question } дважды отмечено { $value }
    }
    .hint = оставьте его один раз
answer-exclusive-option = в ответе на { $question } { $value } отмечено вместе с другими; { $value } исключает остальные
    .hint = уберите { $value } или оставьте только { $value }
reason-missing = { $question }: отмечено { $value ->
        [not_assessed] «оценка не проводилась»
        [not_applicable] «не применимо»
        [not_disclosed] «не раскрывается»
        [postponed] «отложено»
        [given_elsewhere] «дано в другом месте»
       *[other] отсутствие ответа
    }, а причина не указана
reason-without-no-answer = { $question }: причина отсутствия ответа указана, но не выбран ее вид
elsewhere-misplaced = { $question }: указан другой обзор, но не отмечено, что ответ дан в другом месте
elsewhere-incomplete = { $question }: ответ дан в ходе другого обзора, и не указано: { $lacking }
    .hint = добавьте документ и его дату и укажите, что изменилось с тех пор, чтобы читатель нашел ответ и мог на него положиться
gap-row-missing = в таблице { $question } нет строки о { $about }, ответ на который оставляет что-то незавершенным
law-unknown = { $row-given ->
        [yes] строка { $row } ответа
       *[no] ответ
    } на { $question } ссылается на закон «{ $law }», которого нет в реестре
law-not-cited = ни одна ссылка в { $laws } не подкрепляет ответ на { $question }
citation-without-provision = { $row-given ->
        [yes] строка { $row } ответа
       *[no] ответ
    } на { $question } ссылается на { $law-given ->
        [yes] { $law }
       *[no] закон
    } без указания положения
    .hint = добавьте статью, раздел или пункт, например «пункт 1 статьи 12»; для судебной практики – соответствующее место
text-placeholder = текст в ответе на { $question } поставлен для заполнения и ничего не говорит
contributor-unknown = исполнителя «{ $value }» нет в списке
import-unplaced = { $kind ->
        [value] { $field } в { $question } – «{ $value }»; ожидалось: { $fault ->
            [options] { $expected }
            [number] число
            [whole-number] целое число
            [date] дата, которую можно прочитать только одним способом, например 2024, 2024-05 или 2024-05-17
           *[other] нечто иное
        }
        [question] «{ $question }» не является вопросом ни одного вопросника, и ответ не удалось разместить
       *[other] текст из файла не удалось разместить{ $value-given ->
            [yes] : «{ $value }»
           *[no] { "" }
        }
    }
import-conflict = ответ на { $question } изменен и здесь, и в { $file } после отправки формы
import-emptied = в файле нет ответа на { $names }, а здесь он есть; при загрузке ничего не удаляется
evidence-contradicts = материал { $item } противоречит ответу на { $question }, а примечания к ответу нет
    .hint = поясните в примечании, почему ответ остается в силе
evidence-unused = ни один ответ не ссылается на материал { $item }
edited-outside = { $kind ->
        [added] файл { $file } добавлен
        [removed] файл { $file } удален
       *[other] файл { $file } изменен
    } другой программой после последней записи
    .hint = проверьте изменение; оно сохранено и попадет в историю при вашем следующем изменении
date-in-future = { $column-given ->
        [yes] { $row-given ->
            [yes] строка { $row } ответа на { $question }: «{ $column }»
           *[no] «{ $column }»
        }
       *[no] ответ на { $question }
    } – { $value }, эта дата еще не наступила
    .hint = проверьте год; запланированное укажите в вопросе или графе о планах

word-reference = где находится ответ
word-date = когда он там был дан
word-changes = что изменилось с тех пор

## Places and progress

place-article = статья { $article }
place-cluster = тематический блок { $cluster }
place-question = вопрос { $number } ({ $id })
place-row = строка { $row }
place-column = графа { $column }
place-at = строка { $line }, позиция { $column }
status-days-left = { $count ->
    [one] остался { $count } день
    [few] осталось { $count } дня
   *[other] осталось { $count } дней
}
status-days-over = { $count ->
    [one] просрочено на { $count } день
    [few] просрочено на { $count } дня
   *[other] просрочено на { $count } дней
}
status-today = срок истекает сегодня
