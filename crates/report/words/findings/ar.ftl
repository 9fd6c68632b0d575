# The findings that pages in the browser show most often, in Arabic; see ../en.ftl. What is
# missing here is said in English and marked as such.

nearest = اكتب { $nearest } إن كان هذا هو المقصود

answer-missing = { $question }: { $marked-given ->
        [yes] سُجّل أنه لم يُقيَّم
       *[no] لا إجابة عنه
    }؛ والتقديم يتطلب إجابة
answer-advised-missing = { $question }: لا إجابة عنه؛ ويُستحسن تقديمها
answer-parked = الإجابة عن { $question } منحّاة لأن السؤال غير مطروح{ $because-given ->
        [yes] { " " }بحسب الإجابة عن { $because }
       *[no] { "" }
    }
answer-waiting = الإجابة عن { $question } تنتظر الإجابة عن { $awaits }
    .hint = أجب أولا عن { $awaits }؛ وتُحفظ هذه الإجابة إلى حينه
answer-not-an-option = الإجابة عن { $question } هي "{"\u2068"}{ $value }{"\u2069"}"؛ والمنتظر { $expected }
    .nearest = اختر { $nearest } إن كان هذا هو المقصود
answer-wrong-type = الإجابة عن { $question } مكتوبة على نحو لا يقبله هذا السؤال
answer-empty-text = { $column-given ->
        [yes] الصف { $row } من الإجابة عن { $question } خالٍ من أي حرف ظاهر في "{"\u2068"}{ $column }{"\u2069"}"
       *[no] الإجابة عن { $question } خالية من أي حرف ظاهر
    }
answer-empty-list = { $column-given ->
        [yes] الصف { $row } من الإجابة عن { $question } فيه قائمة فارغة في "{"\u2068"}{ $column }{"\u2069"}"
       *[no] الإجابة عن { $question } قائمة فارغة
    }؛ والمنتظر بند واحد على الأقل
answer-and-no-answer = الإجابة عن { $question } تجمع بين إجابة وسبب لعدم الإجابة
answer-not-a-date = { $column-given ->
        [yes] { $row-given ->
            [yes] الصف { $row } من الإجابة عن { $question }: "{"\u2068"}{ $column }{"\u2069"}"
           *[no] "{"\u2068"}{ $column }{"\u2069"}"
        }
       *[no] الإجابة عن { $question }
    } هي "{"\u2068"}{ $value }{"\u2069"}"؛ والمنتظر تاريخ مثل 2024 أو 2024-05 أو 2024-05-17
    .hint = اكتب ما هو معروف من التاريخ: السنة، أو السنة والشهر، أو اليوم كاملا
answer-out-of-range = { $column-given ->
        [yes] { $row-given ->
            [yes] الصف { $row } من الإجابة عن { $question }: "{"\u2068"}{ $column }{"\u2069"}"
           *[no] "{"\u2068"}{ $column }{"\u2069"}"
        }
       *[no] الإجابة عن { $question }
    } هي { $value }؛ والمنتظر { $side ->
        [low] { $minimum } أو أكثر
        [high] { $maximum } أو أقل
       *[other] عدد من { $minimum } إلى { $maximum }
    }
    .hint = تحقق من العدد ووحدته واكتبه بالأرقام فقط
answer-repeated-option = { $column-given ->
        [yes] الصف { $row } من الإجابة عن { $question } يذكر "{"\u2068"}{ $value }{"\u2069"}" مرتين في "{"\u2068"}{ $column }{"\u2069"}"
       *[no] الإجابة عن { $question } تختار { $value } مرتين
    }
    .hint = أبقه مرة واحدة
answer-exclusive-option = الإجابة عن { $question } تختار { $value } مع غيره، وهو خيار يقوم وحده
    .hint = احذف { $value }، أو أبق { $value } وحده
reason-missing = { $question }: سُجّل { $value ->
        [not_assessed] أنه لم يُقيَّم
        [not_applicable] أنه لا ينطبق
        [not_disclosed] أنه لا يُفصح عنه
        [postponed] أنه مؤجل
        [given_elsewhere] أن الإجابة قُدمت في موضع آخر
       *[other] أنه بلا إجابة
    } ولم يُذكر السبب
reason-without-no-answer = { $question }: ذُكر سبب لعدم الإجابة ولم يُحدد نوعه
elsewhere-misplaced = { $question }: ذُكر استعراض آخر ولم يُسجّل أن الإجابة قُدمت في موضع آخر
elsewhere-incomplete = { $question }: أُجيب عنه في استعراض آخر ولم يُذكر ما يلي: { $lacking }
    .hint = أضف الوثيقة وتاريخها وما تغيّر منذ ذلك الحين ليجد القارئ الإجابة ويعتمد عليها
gap-row-missing = الجدول { $question } ليس فيه صف عن { $about }، وإجابته تترك أمرًا مفتوحًا
law-unknown = { $row-given ->
        [yes] الصف { $row } من الإجابة
       *[no] الإجابة
    } عن { $question } يستشهد بالقانون "{"\u2068"}{ $law }{"\u2069"}"، وهو غير موجود في السجل
law-not-cited = لا يدعم الإجابةَ عن { $question } أي استشهاد في { $laws }
citation-without-provision = { $row-given ->
        [yes] الصف { $row } من الإجابة
       *[no] الإجابة
    } عن { $question } تستشهد { $law-given ->
        [yes] بالقانون { $law }
       *[no] بقانون
    } دون ذكر الحكم
    .hint = أضف المادة أو القسم أو الفقرة، مثل "المادة 12 (1)"؛ وفي السوابق القضائية الموضع المقصود
text-placeholder = نص في الإجابة عن { $question } مجرد حشو لا يقول شيئًا
contributor-unknown = المساهم "{"\u2068"}{ $value }{"\u2069"}" غير وارد في القائمة
import-unplaced = { $kind ->
        [value] { $field } في { $question } هو "{"\u2068"}{ $value }{"\u2069"}"؛ والمنتظر { $fault ->
            [options] { $expected }
            [number] عدد
            [whole-number] عدد صحيح
            [date] تاريخ لا يُقرأ إلا على وجه واحد، مثل 2024 أو 2024-05 أو 2024-05-17
           *[other] شيء آخر
        }
        [question] "{"\u2068"}{ $question }{"\u2069"}" ليس سؤالا في أي استبيان، فتعذر وضع إجابته
       *[other] تعذر وضع نص من الملف{ $value-given ->
            [yes] : "{"\u2068"}{ $value }{"\u2069"}"
           *[no] { "" }
        }
    }
import-conflict = الإجابة عن { $question } تغيّرت هنا وفي { $file } منذ إرسال الاستمارة
import-emptied = ليس في الملف إجابة عن { $names }، وهنا إجابة؛ والاستيراد لا يحذف شيئًا
evidence-contradicts = المادة الداعمة { $item } تناقض الإجابة عن { $question }، وليس مع الإجابة ملاحظة
    .hint = بيّن في ملاحظة لماذا تظل الإجابة قائمة
evidence-unused = لا تستشهد أي إجابة بالمادة الداعمة { $item }
edited-outside = { $file } { $kind ->
        [added] أُضيف
        [removed] أُزيل
       *[other] غُيّر
    } ببرنامج آخر منذ آخر مرة كتبه فيها هذا البرنامج
    .hint = تحقق من التغيير؛ فهو محفوظ ويُسجَّل في التاريخ مع تغييرك التالي
date-in-future = { $column-given ->
        [yes] { $row-given ->
            [yes] الصف { $row } من الإجابة عن { $question }: "{"\u2068"}{ $column }{"\u2069"}"
           *[no] "{"\u2068"}{ $column }{"\u2069"}"
        }
       *[no] الإجابة عن { $question }
    } هي { $value }، وهو تاريخ لم يأت بعد
    .hint = تحقق من السنة؛ وضع ما هو مخطط له في سؤال أو عمود عن الخطط

word-reference = أين توجد الإجابة
word-date = متى قُدمت هناك
word-changes = ما الذي تغيّر منذ ذلك الحين

## Places and progress

place-article = المادة { $article }
place-cluster = المجموعة المواضيعية { $cluster }
place-question = السؤال { $number } ({ $id })
place-row = الصف { $row }
place-column = العمود { $column }
place-at = السطر { $line }، العمود { $column }
status-days-left = { $count ->
    [one] بقي يوم واحد
    [two] بقي يومان
    [few] بقيت { $count } أيام
   *[other] بقي { $count } يومًا
}
status-days-over = { $count ->
    [one] تأخر يومًا واحدًا
    [two] تأخر يومين
    [few] تأخر { $count } أيام
   *[other] تأخر { $count } يومًا
}
status-today = الموعد اليوم
