# Слова документов на русском языке; см. en.ftl.

## Перечни

or-two = { $first } или { $second }
or-middle = { $first }, { $second }
or-end = { $first } или { $second }
and-two = { $first } и { $second }
and-middle = { $first }, { $second }
and-end = { $first } и { $second }
others = { $count ->
    [one] ещё { $count }
   *[other] ещё { $count }
}

## Документы

place-instrument = { $instrument ->
    [untoc] Конвенция
    [tip] Протокол о торговле людьми
    [som] Протокол против незаконного ввоза мигрантов
    [fp] Протокол об огнестрельном оружии
   *[other] { $instrument }
}

## Условия

part-and-two = { $first }, и { $second }
part-and-middle = { $first }, { $second }
part-and-end = { $first }, и { $second }
part-or-two = { $first }, или { $second }
part-or-middle = { $first }, { $second }
part-or-end = { $first }, или { $second }
condition-asked = вопрос задаётся, если { $condition }
condition-is = ответ на { $questions } — { $values }
condition-includes = ответ на { $questions } включает { $values }
condition-all-are = каждый из ответов на { $questions } — { $values }
condition-all-include = каждый из ответов на { $questions } включает { $values }
condition-any-is = хотя бы один из ответов на { $questions } — { $values }
condition-any-includes = хотя бы один из ответов на { $questions } включает { $values }
condition-answered = на { $questions } дан ответ
condition-all-answered = на { $questions } даны ответы
condition-any-answered = хотя бы на один из вопросов { $questions } дан ответ
condition-is-not = ответ на { $question } — любой, кроме { $values }
condition-includes-none = ответ на { $question } не включает { $values }
condition-leaves-out = ответ на { $question } включает не всё из перечисленного: { $values }
condition-not-answered = на { $question } ответа нет
condition-not = неверно, что { $condition }

## Слова модели

kind-implementation = да, частично или нет
kind-yes_no = да или нет
kind-single = один из вариантов
kind-multiple = один или несколько вариантов
kind-text = текст
kind-number = { $unit-given ->
    [yes] число ({ $unit })
   *[no] число
}
kind-date = дата, насколько она известна: 2024, 2024-05 или 2024-05-17
kind-laws = законы, каждый с указанием положения
kind-cases = дела или примеры
kind-authorities = органы
kind-table = строки таблицы
cell-text = текст
cell-integer = целое число
cell-number = число
cell-date = дата, насколько она известна
cell-choice = один из вариантов
cell-link = веб-адрес
cell-texts = один или несколько текстов
cell-law = закон из реестра
cell-questions = номера вопросов
cell-required = необходимо в каждой строке
obligation-mandatory = обязательное положение (государство обязано)
obligation-conditional = условное положение (государство обязано с учётом своей правовой системы или возможностей)
obligation-optional = факультативное положение (государство может или рассматривает возможность)
required-yes = для представления необходим ответ
required-advised = ответ рекомендуется
required-no = можно оставить без ответа
lens-gender = гендерные аспекты
lens-human_rights = права человека
lens-victim_centred = интересы жертв
lens-technical_assistance = техническая помощь
lens-data_collection = сбор данных
lens-national_strategy = национальная стратегия
lens-civil_society = гражданское общество
no_answer-not_assessed = не изучено
no_answer-not_applicable = неприменимо
no_answer-not_disclosed = не раскрывается
no_answer-postponed = отложено
no_answer-given_elsewhere = ответ дан в другом месте
audience-national = только национальные органы
audience-review = государства, участвующие в обзоре, и секретариат
audience-public = все
status-proposed = предложено
status-draft = проект
status-confirmed = подтверждено
stance-supports = подкрепляет ответ
stance-contradicts = противоречит ответу
stance-context = даёт общие сведения
state-asked = задаётся
state-waiting = зависит от ответа на предыдущий вопрос
state-not_asked = не задаётся

## Доклады

document-title = Ответ: { $state }
document-state = государство-участник
document-questionnaires = вопросники
document-language = язык ответов
document-focal-point = координационный центр
document-as-of = по состоянию на
document-due = срок
document-audience = для кого
document-contributor = исполнитель
document-wording = Вопросы сформулированы в этой программе; это не формулировки официального вопросника.
document-part = { $instrument }. Тематический блок { $cluster }: { $title }
document-section = Статья { $article }. { $title }
document-provision = Статья { $provisions }
document-not-answered = ответа пока нет
document-supports = в обоснование
document-laws = Упомянутые законы
document-cited-under = упоминается в
document-not-in-register = { $law } (нет в реестре законов)
document-contents = Содержание
document-skip = Перейти к содержанию
document-nothing = ответов пока нет
document-findings = Результаты проверки
document-no-findings = замечаний нет
document-left-out = Что не вошло в этот документ
document-left-out-private = { $count ->
    [one] { $count } ответ, не предназначенный для этих читателей
    [few] { $count } ответа, не предназначенных для этих читателей
   *[other] { $count } ответов, не предназначенных для этих читателей
}
document-left-out-set-aside = { $count ->
    [one] { $count } ответ, отложенный или зависящий от предыдущего вопроса
    [few] { $count } ответа, отложенных или зависящих от предыдущего вопроса
   *[other] { $count } ответов, отложенных или зависящих от предыдущего вопроса
}
document-left-out-unknown = { $count ->
    [one] { $count } ответ на вопрос, которого нет в вопроснике
    [few] { $count } ответа на вопросы, которых нет в вопроснике
   *[other] { $count } ответов на вопросы, которых нет в вопроснике
}

## Законы

law_kind-constitution = конституция
law_kind-act = закон
law_kind-regulation = подзаконный акт
law_kind-code = кодекс
law_kind-case_law = судебная практика
law_kind-policy = программный документ
law_kind-other = иной текст

## Части ответа

field-value = ответ
field-no_answer = отсутствие ответа
field-reason = причина
field-elsewhere_reference = где дан ответ
field-elsewhere_date = когда он там дан
field-elsewhere_changes = что изменилось с тех пор
field-note = примечание
field-remarks = внутренние замечания
field-evidence = подтверждающие материалы
field-audience = кто может видеть
field-status = состояние
field-by = кем дан ответ
field-at = когда дан ответ
field-language = язык
field-more = прочие поля

## Как заполнить поле

expected-choice = одно из значений: { $options }
expected-option = { $value } = { $label }
expected-ticks = одно или несколько значений через ; : { $options }
expected-ticks-alone = одно или несколько значений через ; : { $options } ({ $alone } только отдельно)
expected-text = текст
expected-number = число
expected-whole-number = целое число
expected-unit = { $expected } ({ $unit })
expected-least = { $expected }, не менее { $minimum }
expected-most = { $expected }, не более { $maximum }
expected-range = { $expected }, от { $minimum } до { $maximum }
expected-date = дата, насколько она известна: 2024, 2024-05 или 2024-05-17
expected-link = веб-адрес, начинающийся с https://
expected-texts = один или несколько текстов через ;
expected-law = идентификатор или название закона из реестра
expected-questions = номера вопросов через ; : { $options }
expected-rows = заполните строки ниже, по одной на ячейку
expected-evidence = по строке на каждый материал: supports, contradicts или context, его идентификатор, двоеточие, примечание

## Формы

form-title = Вопросы государству: { $state }
form-asks = кто спрашивает
form-asked = кому адресовано
form-state = государство-участник
form-about = предмет
form-what = объём
form-questions = { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[other] { $count } вопросов
}
form-due = ответить до
form-return = вернуть
form-id = форма
form-how = Как заполнить эту форму
form-how-answer = Пишите в пустых полях рядом с каждым вопросом. Остальной текст служит пояснением, и менять его не нужно.
form-how-condition = Если указано, когда задаётся вопрос, отвечайте на него только в этом случае.
form-how-no-answer = Если ответить невозможно, укажите вид отсутствия ответа и причину.
form-how-rows = Если ответ состоит из строк, используйте по одной строке на каждый пункт; остальные оставьте пустыми, а недостающие добавьте.
form-how-date = Пишите дату настолько точно, насколько она известна: 2024, 2024-05 или 2024-05-17.
form-how-names = Не указывайте имён жертв, свидетелей и подозреваемых.
form-how-keep = Не меняйте номера вопросов, чтобы ответы попали на свои места.
form-how-return = Сохраните файл и верните сам файл, а не распечатку или скан.
form-how-return-by = Сохраните файл и верните сам файл до { $date }, а не распечатку или скан.
form-sections = О чём спрашивается
form-section-line = { $title } ({ $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[other] { $count } вопросов
})
form-given = Ответы, данные в другом месте, только для чтения

## Форма в браузере

page-no-script = В этом браузере отключены сценарии. Форму можно прочитать и распечатать, но сохранить ответы нельзя; чтобы заполнить её, откройте её в другом браузере.
page-how-save = Нажимайте «Сохранить мои ответы» так часто, как хотите. При этом создаётся файл; верните этот файл, а не эту страницу.
page-how-copy = Пока вы пишете, браузер хранит запасную копию ваших ответов. Всё же сохраняйте их: браузер может её потерять, а другие пользователи этого компьютера могут её прочитать.
page-bar = Ход работы и сохранение
page-save = Сохранить мои ответы
page-open = Открыть сохранённые ответы
page-open-sure = Написанное после последнего сохранения будет заменено. Открыть файл?
page-show-all = Показать и вопросы, которые не задаются
page-progress = Ответов: { $answered } из { $count } необходимых
page-set-aside = Сохранено, хотя вопрос больше не задаётся: { $count }
page-saved = Сохранено как { $file }. Верните этот файл.
page-saved-troubles = Сохранено как { $file }. Что стоит проверить перед отправкой: { $count }
page-opened = Открыты ответы из файла { $file }.
page-other-form = В файле { $file } ответы на другую форму.
page-not-answers = В файле { $file } нет сохранённых ответов.
page-copy = Запасная копия
page-restore-offer = В этом браузере есть запасная копия ваших ответов от { $time }.
page-restore = Восстановить
page-discard = Удалить
page-restored = Запасная копия восстановлена.
page-discarded = Запасная копия удалена.
page-copy-left = В этом браузере остаётся запасная копия ваших ответов. Удалите её, если этим компьютером пользуются другие.
page-no-copy = Этот браузер не хранит запасную копию. Сохраняйте чаще.
page-appeared = Теперь задаются также: { $questions }
page-add-row = Добавить строку
page-row = Строка { $row }
page-remove-row = Удалить строку { $row }
page-remove-sure = Строка { $row } не пуста. Удалить её?
page-row-removed = Строка { $row } удалена.
page-clear = Отменить мой выбор
page-choose = (выберите)
page-cannot = Не могу ответить
page-note = Добавить примечание
page-troubles = Обратите внимание
page-trouble-number = Напишите число, например 12 или 3,5
page-trouble-whole = Напишите целое число, например 12
page-trouble-least = Напишите { $minimum } или больше
page-trouble-most = Напишите { $maximum } или меньше
page-trouble-date = Напишите дату настолько точно, насколько она известна: 2024, 2024-05 или 2024-05-17
page-trouble-link = Напишите веб-адрес, начинающийся с https://
page-trouble-both = Есть и ответ, и причина его отсутствия. Оставьте что-то одно
page-trouble-reason = Укажите, почему нет ответа
page-trouble-elsewhere = Укажите и это, чтобы читатель нашёл ответ
page-trouble-cell = В этой строке нужно указать и это

## Варианты и столбцы, присущие виду вопроса

option-yes = Да
option-in_part = Да, частично
option-no = Нет
column-law = Закон
column-provision = Положение
column-summary-laws = Что оно предусматривает
column-questions = В обоснование ответов на
column-authority = Суд или орган
column-reference = Номер дела
column-date = Дата
column-summary = Краткое изложение
column-link = Ссылка
column-name = Название
column-address = Почтовый адрес
column-email = Электронная почта
column-phone = Телефон
column-languages = Принимаемые языки
column-urgent = Срочная связь

## Формы Word и Excel

form-footer = Форма { $id }
form-question = вопрос
form-choose = выберите
form-date = дата
form-one-of = одно из значений: { $options }
form-tick = отметьте всё, что подходит
form-needed = необходимо в каждой строке
form-rows-below = Заполните таблицу ниже.
form-elsewhere = Ответы, данные в другом обзоре
form-elsewhere-how = Если вы выбираете «ответ дан в другом месте», укажите здесь, в каком обзоре и когда он дан и что изменилось с тех пор.
form-laws = Законы из реестра
form-laws-how = Закон указывается по идентификатору или по названию. Другие законы указывайте по названию.
workbook-sheet-cover = Начало
workbook-sheet-article = Ст. { $article }
workbook-sheet-rows = { $sheet } – строки
workbook-id = Номер
workbook-question = Вопрос
workbook-expects = Ответ: { $expected }
workbook-choose-title = Выбор
workbook-choose = выберите пункт из списка
workbook-choose-law = выберите закон из реестра или напишите название другого
workbook-not-listed = прочитать можно только пункты списка; всё остальное пишите в примечании
workbook-write-title = Как ответить
workbook-unexpected = ожидается: { $expected }
workbook-tick-title = Отметка
workbook-tick = поставьте x рядом с каждым подходящим пунктом
workbook-alone = { $label } (только отдельно)
workbook-rows-there = пишите на листе «{ $sheet }»
workbook-continued = (продолжение предыдущей строки)
workbook-how = Заполняются только бледно-жёлтые ячейки. Чтобы добавить строку, вставьте её под последней строкой таблицы.

## The official order

official-how = Скопируйте ответ на каждый пункт в официальную платформу и отметьте его, когда он внесён. Отметки хранит только этот браузер.
official-copy = Копировать
official-copied = скопировано
official-copy-failed = браузер не разрешил копирование; выделите текст и скопируйте его вручную
official-entered = Внесено
official-tally = Внесено: #1 из #2
official-missing = Ещё нет ответа:
official-unused = Ответы, не вошедшие ни в один пункт
official-unmapped = ни один вопрос этой программы не отвечает на этот пункт
official-not-asked = вопрос не задаётся с учётом других ответов
official-open = ответ ещё не полный
official-separator = ,
