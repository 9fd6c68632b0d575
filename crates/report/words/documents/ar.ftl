# كلمات الوثائق بالعربية؛ انظر en.ftl.

## القوائم

or-two = { $first } أو { $second }
or-middle = { $first }، { $second }
or-end = { $first } أو { $second }
and-two = { $first } و{ $second }
and-middle = { $first }، { $second }
and-end = { $first } و{ $second }
others = { $count ->
    [one] واحد آخر
    [two] اثنان آخران
   *[other] { $count } أخرى
}

## الصكوك

place-instrument = { $instrument ->
    [untoc] الاتفاقية
    [tip] بروتوكول الاتجار بالأشخاص
    [som] بروتوكول تهريب المهاجرين
    [fp] بروتوكول الأسلحة النارية
   *[other] { $instrument }
}

## الشروط

part-and-two = { $first }، و{ $second }
part-and-middle = { $first }، { $second }
part-and-end = { $first }، و{ $second }
part-or-two = { $first }، أو { $second }
part-or-middle = { $first }، { $second }
part-or-end = { $first }، أو { $second }
condition-asked = يُطرح السؤال إذا تحقق ما يلي: {"\u2068"}{ $condition }{"\u2069"}
condition-is = الإجابة عن {"\u2068"}{ $questions }{"\u2069"} هي {"\u2068"}{ $values }{"\u2069"}
condition-includes = الإجابة عن {"\u2068"}{ $questions }{"\u2069"} تشمل {"\u2068"}{ $values }{"\u2069"}
condition-all-are = كل من الإجابات عن {"\u2068"}{ $questions }{"\u2069"} هي {"\u2068"}{ $values }{"\u2069"}
condition-all-include = كل من الإجابات عن {"\u2068"}{ $questions }{"\u2069"} تشمل {"\u2068"}{ $values }{"\u2069"}
condition-any-is = الإجابة عن واحد على الأقل من {"\u2068"}{ $questions }{"\u2069"} هي {"\u2068"}{ $values }{"\u2069"}
condition-any-includes = الإجابة عن واحد على الأقل من {"\u2068"}{ $questions }{"\u2069"} تشمل {"\u2068"}{ $values }{"\u2069"}
condition-answered = أُجيب عن {"\u2068"}{ $questions }{"\u2069"}
condition-all-answered = أُجيب عن {"\u2068"}{ $questions }{"\u2069"}
condition-any-answered = أُجيب عن واحد على الأقل من {"\u2068"}{ $questions }{"\u2069"}
condition-is-not = الإجابة عن {"\u2068"}{ $question }{"\u2069"} هي غير {"\u2068"}{ $values }{"\u2069"}
condition-includes-none = الإجابة عن {"\u2068"}{ $question }{"\u2069"} لا تشمل {"\u2068"}{ $values }{"\u2069"}
condition-leaves-out = الإجابة عن {"\u2068"}{ $question }{"\u2069"} لا تشمل كل ما يلي: {"\u2068"}{ $values }{"\u2069"}
condition-not-answered = لم يُجب عن {"\u2068"}{ $question }{"\u2069"}
condition-not = لا يتحقق ما يلي: {"\u2068"}{ $condition }{"\u2069"}

## كلمات النموذج

kind-implementation = نعم أو جزئياً أو لا
kind-yes_no = نعم أو لا
kind-single = أحد الخيارات
kind-multiple = خيار واحد أو أكثر
kind-text = نص
kind-number = { $unit-given ->
    [yes] عدد ({ $unit })
   *[no] عدد
}
kind-date = تاريخ بقدر ما هو معروف: 2024 أو 2024-05 أو 2024-05-17
kind-laws = قوانين، مع الحكم المعني في كل منها
kind-cases = قضايا أو أمثلة
kind-authorities = سلطات
kind-table = صفوف جدول
cell-text = نص
cell-integer = عدد صحيح
cell-number = عدد
cell-date = تاريخ بقدر ما هو معروف
cell-choice = أحد الخيارات
cell-link = عنوان على الشبكة
cell-texts = نص واحد أو أكثر
cell-law = قانون من السجل
cell-questions = أرقام الأسئلة
cell-required = لازم في كل صف
obligation-mandatory = إلزامي (يتعين على الدولة)
obligation-conditional = مشروط (يتعين على الدولة، في إطار نظامها القانوني أو في حدود إمكاناتها)
obligation-optional = اختياري (يجوز للدولة، أو عليها أن تنظر)
required-yes = يلزم تقديم إجابة
required-advised = يُستحسن تقديم إجابة
required-no = يمكن تركه بلا إجابة
lens-gender = المنظور الجنساني
lens-human_rights = حقوق الإنسان
lens-victim_centred = منظور الضحايا
lens-technical_assistance = المساعدة التقنية
lens-data_collection = جمع البيانات
lens-national_strategy = الاستراتيجية الوطنية
lens-civil_society = المجتمع المدني
no_answer-not_assessed = لم يُقيَّم
no_answer-not_applicable = لا ينطبق
no_answer-not_disclosed = لا يُفصح عنه
no_answer-postponed = مؤجل
no_answer-given_elsewhere = قُدِّمت الإجابة في موضع آخر
audience-national = السلطات الوطنية فقط
audience-review = الدول المشاركة في الاستعراض والأمانة
audience-public = الجمهور
status-proposed = مقترح
status-draft = مسودة
status-confirmed = مؤكد
stance-supports = يؤيد الإجابة
stance-contradicts = يناقض الإجابة
stance-context = يقدم معلومات أساسية
state-asked = مطروح
state-waiting = يتوقف على إجابة سؤال سابق
state-not_asked = غير مطروح

## التقارير

document-title = رد الدولة: {"\u2068"}{ $state }{"\u2069"}
document-state = الدولة الطرف
document-questionnaires = الاستبيانات
document-language = لغة الإجابات
document-focal-point = جهة الاتصال
document-as-of = حتى تاريخ
document-due = الموعد النهائي
document-audience = موجه إلى
document-contributor = الجهة المساهمة
document-wording = صيغت الأسئلة في هذه الأداة، وهي ليست صياغة الاستبيان الرسمي.
document-part = {"\u2068"}{ $instrument }{"\u2069"}. المجموعة المواضيعية {"\u2068"}{ $cluster }{"\u2069"}: {"\u2068"}{ $title }{"\u2069"}
document-section = المادة {"\u2068"}{ $article }{"\u2069"}. {"\u2068"}{ $title }{"\u2069"}
document-provision = المادة {"\u2068"}{ $provisions }{"\u2069"}
document-not-answered = لا توجد إجابة بعد
document-supports = يؤيد
document-laws = القوانين المستشهد بها
document-cited-under = مستشهد به في
document-not-in-register = {"\u2068"}{ $law }{"\u2069"} (غير مدرج في سجل القوانين)
document-contents = المحتويات
document-skip = الانتقال إلى المحتوى
document-nothing = لا توجد أي إجابة بعد
document-findings = نتائج التدقيق
document-no-findings = لا توجد ملاحظات
document-left-out = ما لا تتضمنه هذه الوثيقة
document-left-out-private = { $count ->
    [one] إجابة واحدة غير موجهة إلى هؤلاء القراء
    [two] إجابتان غير موجهتين إلى هؤلاء القراء
    [few] { $count } إجابات غير موجهة إلى هؤلاء القراء
   *[other] { $count } إجابة غير موجهة إلى هؤلاء القراء
}
document-left-out-set-aside = { $count ->
    [one] إجابة واحدة منحّاة جانباً أو تتوقف على سؤال سابق
    [two] إجابتان منحّاتان جانباً أو تتوقفان على سؤال سابق
    [few] { $count } إجابات منحّاة جانباً أو تتوقف على سؤال سابق
   *[other] { $count } إجابة منحّاة جانباً أو تتوقف على سؤال سابق
}
document-left-out-unknown = { $count ->
    [one] إجابة واحدة عن سؤال غير موجود في الاستبيان
    [two] إجابتان عن سؤالين غير موجودين في الاستبيان
    [few] { $count } إجابات عن أسئلة غير موجودة في الاستبيان
   *[other] { $count } إجابة عن أسئلة غير موجودة في الاستبيان
}

## القوانين

law_kind-constitution = دستور
law_kind-act = قانون
law_kind-regulation = لائحة
law_kind-code = مدونة قانونية
law_kind-case_law = سوابق قضائية
law_kind-policy = سياسة
law_kind-other = نص آخر

## أجزاء الإجابة

field-value = الإجابة
field-no_answer = عدم الإجابة
field-reason = السبب
field-elsewhere_reference = موضع الإجابة
field-elsewhere_date = تاريخ تقديمها هناك
field-elsewhere_changes = ما تغير منذ ذلك الحين
field-note = ملاحظة
field-remarks = ملاحظات داخلية
field-evidence = المواد المؤيدة
field-audience = من يجوز له الاطلاع
field-status = الحالة
field-by = مقدم الإجابة
field-at = وقت تقديم الإجابة
field-language = اللغة
field-more = حقول أخرى

## كيفية ملء الحقل

expected-choice = إحدى القيم التالية: { $options }
expected-option = { $value } = { $label }
expected-ticks = قيمة أو أكثر مما يلي، تفصل بينها ; : { $options }
expected-ticks-alone = قيمة أو أكثر مما يلي، تفصل بينها ; : { $options } ({ $alone } بمفردها فقط)
expected-text = نص
expected-number = عدد
expected-whole-number = عدد صحيح
expected-unit = { $expected } ({ $unit })
expected-least = { $expected }، { $minimum } أو أكثر
expected-most = { $expected }، { $maximum } أو أقل
expected-range = { $expected }، من { $minimum } إلى { $maximum }
expected-date = تاريخ بقدر ما هو معروف: 2024 أو 2024-05 أو 2024-05-17
expected-link = عنوان على الشبكة يبدأ بـ https://
expected-texts = نص أو أكثر، تفصل بينها ;
expected-law = رمز أو عنوان قانون من السجل
expected-questions = أرقام الأسئلة، تفصل بينها ; : { $options }
expected-rows = املأ الصفوف أدناه، صفاً لكل خانة
expected-evidence = سطر لكل مادة: supports أو contradicts أو context، ثم رمزها، ثم نقطتان، ثم ملاحظة

## النماذج

form-title = أسئلة موجهة إلى الدولة: {"\u2068"}{ $state }{"\u2069"}
form-asks = الجهة السائلة
form-asked = الجهة المسؤولة
form-state = الدولة الطرف
form-about = الموضوع
form-what = المحتوى
form-questions = { $count ->
    [one] سؤال واحد
    [two] سؤالان
    [few] { $count } أسئلة
   *[other] { $count } سؤالاً
}
form-due = الإجابة في موعد أقصاه
form-return = يعاد إلى
form-id = النموذج
form-how = كيفية ملء هذا النموذج
form-how-answer = اكتب في الخانات الفارغة بجانب كل سؤال. أما النصوص المحيطة بها فهي للشرح ولا حاجة إلى تغييرها.
form-how-condition = إذا ذُكر متى يُطرح السؤال، فلا تجب عنه إلا في تلك الحالة.
form-how-no-answer = إذا تعذرت الإجابة، فبيّن نوع عدم الإجابة وسببه.
form-how-rows = إذا كانت الإجابة في صفوف، فاستخدم صفاً لكل عنصر؛ واترك الصفوف الأخرى فارغة، وأضف صفوفاً إذا لم تكف.
form-how-date = اكتب التاريخ بقدر ما تعرفه: 2024 أو 2024-05 أو 2024-05-17.
form-how-names = لا تكتب اسم أي ضحية أو شاهد أو مشتبه فيه.
form-how-keep = أبقِ أرقام الأسئلة كما هي لكي تجد إجاباتك مكانها.
form-how-return = احفظ الملف وأعد الملف نفسه، لا نسخة مطبوعة أو ممسوحة ضوئياً منه.
form-how-return-by = احفظ الملف وأعد الملف نفسه في موعد أقصاه {"\u2068"}{ $date }{"\u2069"}، لا نسخة مطبوعة أو ممسوحة ضوئياً منه.
form-sections = مواضيع الأسئلة
form-section-line = { $title } ({ $count ->
    [one] سؤال واحد
    [two] سؤالان
    [few] { $count } أسئلة
   *[other] { $count } سؤالاً
})
form-given = إجابات قُدّمت في موضع آخر، للقراءة فقط

## نموذج في متصفح

page-no-script = البرامج النصية معطلة في هذا المتصفح. يمكنك قراءة هذا النموذج وطباعته، ولكن لا يمكن حفظ الإجابات هنا؛ افتحه في متصفح آخر لملئه.
page-how-save = اضغط على «حفظ إجاباتي» كلما شئت. ينشأ عن ذلك ملف؛ أعد ذلك الملف، لا هذه الصفحة.
page-how-copy = يحتفظ هذا المتصفح بنسخة احتياطية من إجاباتك أثناء الكتابة. ومع ذلك احفظ إجاباتك: فقد يفقدها المتصفح، وقد يقرؤها من يستخدم هذا الحاسوب غيرك.
page-bar = التقدم والحفظ
page-save = حفظ إجاباتي
page-open = فتح إجابات محفوظة
page-open-sure = سيُستبدل ما كتبته منذ آخر حفظ. هل تريد فتح الملف؟
page-show-all = إظهار الأسئلة غير المطروحة أيضاً
page-progress = أُجيب عن {"\u2068"}{ $answered }{"\u2069"} من أصل {"\u2068"}{ $count }{"\u2069"} سؤالاً لازماً
page-set-aside = محفوظة رغم أن السؤال لم يعد مطروحاً: {"\u2068"}{ $count }{"\u2069"}
page-saved = حُفظ باسم {"\u2068"}{ $file }{"\u2069"}. أعد هذا الملف.
page-saved-troubles = حُفظ باسم {"\u2068"}{ $file }{"\u2069"}. نقاط ينبغي مراجعتها قبل إعادته: {"\u2068"}{ $count }{"\u2069"}
page-opened = فُتحت الإجابات الواردة في {"\u2068"}{ $file }{"\u2069"}.
page-other-form = يتضمن {"\u2068"}{ $file }{"\u2069"} إجابات عن نموذج آخر.
page-not-answers = لا يتضمن {"\u2068"}{ $file }{"\u2069"} إجابات محفوظة.
page-copy = نسخة احتياطية
page-restore-offer = احتفظ هذا المتصفح بنسخة احتياطية من إجاباتك بتاريخ {"\u2068"}{ $time }{"\u2069"}.
page-restore = استعادتها
page-discard = حذفها
page-restored = استُعيدت النسخة الاحتياطية.
page-discarded = حُذفت النسخة الاحتياطية.
page-copy-left = لا يزال هذا المتصفح يحتفظ بنسخة احتياطية من إجاباتك. احذفها إذا كان غيرك يستخدم هذا الحاسوب.
page-no-copy = لا يحتفظ هذا المتصفح بنسخة احتياطية. احفظ إجاباتك مراراً.
page-appeared = أصبح مطروحاً أيضاً: {"\u2068"}{ $questions }{"\u2069"}
page-add-row = إضافة صف
page-row = الصف {"\u2068"}{ $row }{"\u2069"}
page-remove-row = حذف الصف {"\u2068"}{ $row }{"\u2069"}
page-remove-sure = الصف {"\u2068"}{ $row }{"\u2069"} ليس فارغاً. هل تريد حذفه؟
page-row-removed = حُذف الصف {"\u2068"}{ $row }{"\u2069"}.
page-clear = إلغاء اختياري
page-choose = (اختر)
page-cannot = لا أستطيع الإجابة
page-note = إضافة ملاحظة
page-troubles = يرجى مراجعة هذه النقاط
page-trouble-number = اكتب عدداً، مثل 12 أو 3.5
page-trouble-whole = اكتب عدداً صحيحاً، مثل 12
page-trouble-least = اكتب {"\u2068"}{ $minimum }{"\u2069"} أو أكثر
page-trouble-most = اكتب {"\u2068"}{ $maximum }{"\u2069"} أو أقل
page-trouble-date = اكتب التاريخ بقدر ما تعرفه: 2024 أو 2024-05 أو 2024-05-17
page-trouble-link = اكتب عنواناً على الشبكة يبدأ بـ https://
page-trouble-both = توجد إجابة وسبب لعدم وجودها في آن واحد. أبقِ أحدهما
page-trouble-reason = بيّن سبب عدم الإجابة
page-trouble-elsewhere = بيّن هذا أيضاً لكي يجد القارئ الإجابة
page-trouble-cell = يلزم هذا أيضاً في هذا الصف

## خيارات وأعمدة خاصة بنوع السؤال

option-yes = نعم
option-in_part = نعم، جزئياً
option-no = لا
column-law = القانون
column-provision = الحكم
column-summary-laws = مضمونه
column-questions = يؤيد الإجابات عن
column-authority = المحكمة أو السلطة
column-reference = المرجع
column-date = التاريخ
column-summary = الملخص
column-link = الرابط
column-name = الاسم
column-address = العنوان البريدي
column-email = البريد الإلكتروني
column-phone = الهاتف
column-languages = اللغات المقبولة
column-urgent = قناة الاتصال العاجل

## نماذج Word وExcel

form-footer = النموذج {"\u2068"}{ $id }{"\u2069"}
form-question = السؤال
form-choose = اختر
form-date = التاريخ
form-one-of = إحدى القيم التالية: {"\u2068"}{ $options }{"\u2069"}
form-tick = ضع علامة على كل ما ينطبق
form-needed = لازم في كل صف
form-rows-below = املأ الجدول أدناه.
form-elsewhere = إجابات قُدّمت في استعراض آخر
form-elsewhere-how = إذا اخترت «قُدِّمت الإجابة في موضع آخر»، فبيّن هنا في أي استعراض ومتى، وما تغير منذ ذلك الحين.
form-laws = القوانين المدرجة في السجل
form-laws-how = يُشار إلى القانون برمزه أو بعنوانه. أشر إلى القوانين الأخرى بعناوينها.
workbook-sheet-cover = البداية
workbook-sheet-article = المادة { $article }
workbook-sheet-rows = { $sheet } – صفوف
workbook-id = الرمز
workbook-question = السؤال
workbook-expects = الإجابة: { $expected }
workbook-choose-title = اختيار
workbook-choose = اختر بنداً من القائمة
workbook-choose-law = اختر قانوناً من السجل، أو اكتب عنوان قانون آخر
workbook-not-listed = لا تُقرأ إلا بنود القائمة؛ اكتب ما عدا ذلك في الملاحظة
workbook-write-title = كيفية الإجابة
workbook-unexpected = المتوقع: { $expected }
workbook-tick-title = علامة
workbook-tick = اكتب x بجانب كل بند ينطبق
workbook-alone = { $label } (بمفرده فقط)
workbook-rows-there = اكتب في الورقة «{ $sheet }»
workbook-continued = (تتمّة الصف السابق)
workbook-how = لا تُملأ إلا الخانات ذات اللون الأصفر الفاتح. لإضافة صف، أدرجه تحت آخر صف في جدوله.

## The official order

official-how = انسخ الإجابة عن كل بند إلى المنصة الرسمية، وأشّر عليه بعد إدخاله. هذا المتصفح وحده يحتفظ بما أُشّر عليه.
official-copy = نسخ
official-copied = تم النسخ
official-copy-failed = رفض المتصفح النسخ؛ حدّد النص وانسخه يدويًا
official-entered = أُدخل
official-tally = أُدخل #1 من #2
official-missing = لا توجد إجابة بعد:
official-unused = إجابات لا يشملها أي بند
official-unmapped = لا يوجد في هذه الأداة سؤال يجيب عن هذا البند
official-not-asked = لا يُطرح السؤال بالنظر إلى الإجابات الأخرى
official-open = الإجابة غير مكتملة بعد
official-separator = ،
