# 文件用语（中文）；见 en.ftl。

## 列举

or-two = { $first }或{ $second }
or-middle = { $first }、{ $second }
or-end = { $first }或{ $second }
and-two = { $first }和{ $second }
and-middle = { $first }、{ $second }
and-end = { $first }和{ $second }
others = 另外 { $count } 项

## 文书

place-instrument = { $instrument ->
    [untoc] 公约
    [tip] 贩运人口议定书
    [som] 偷运移民议定书
    [fp] 枪支议定书
   *[other] { $instrument }
}

## 条件

part-and-two = { $first }，并且{ $second }
part-and-middle = { $first }，{ $second }
part-and-end = { $first }，并且{ $second }
part-or-two = { $first }，或者{ $second }
part-or-middle = { $first }，{ $second }
part-or-end = { $first }，或者{ $second }
condition-asked = 提问条件：{ $condition }
condition-is = { $questions } 的答复为{ $values }
condition-includes = { $questions } 的答复包括{ $values }
condition-all-are = { $questions } 的答复均为{ $values }
condition-all-include = { $questions } 的答复均包括{ $values }
condition-any-is = { $questions } 中至少一项的答复为{ $values }
condition-any-includes = { $questions } 中至少一项的答复包括{ $values }
condition-answered = { $questions } 已答复
condition-all-answered = { $questions } 均已答复
condition-any-answered = { $questions } 中至少一项已答复
condition-is-not = { $question } 的答复不是{ $values }
condition-includes-none = { $question } 的答复不包括{ $values }
condition-leaves-out = { $question } 的答复未全部包括以下各项：{ $values }
condition-not-answered = { $question } 尚未答复
condition-not = 以下情况不成立：{ $condition }

## 模型用语

kind-implementation = 是、部分是或否
kind-yes_no = 是或否
kind-single = 选项之一
kind-multiple = 一个或多个选项
kind-text = 文字
kind-number = { $unit-given ->
    [yes] 数字（{ $unit }）
   *[no] 数字
}
kind-date = 日期，按已知程度填写：2024、2024-05 或 2024-05-17
kind-laws = 法律，逐项注明条款
kind-cases = 案件或实例
kind-authorities = 主管机关
kind-table = 表格各行
cell-text = 文字
cell-integer = 整数
cell-number = 数字
cell-date = 日期，按已知程度填写
cell-choice = 选项之一
cell-link = 网址
cell-texts = 一项或多项文字
cell-law = 登记册中的法律
cell-questions = 问题编号
cell-required = 每行均须填写
obligation-mandatory = 强制性（国家应当）
obligation-conditional = 有条件（国家应当在其法律制度或能力范围内）
obligation-optional = 任择性（国家可以，或应当考虑）
required-yes = 提交时须有答复
required-advised = 建议答复
required-no = 可以不答复
lens-gender = 性别
lens-human_rights = 人权
lens-victim_centred = 被害人视角
lens-technical_assistance = 技术援助
lens-data_collection = 数据收集
lens-national_strategy = 国家战略
lens-civil_society = 民间社会
no_answer-not_assessed = 未评估
no_answer-not_applicable = 不适用
no_answer-not_disclosed = 不予披露
no_answer-postponed = 推迟答复
no_answer-given_elsewhere = 已在别处答复
audience-national = 仅限本国主管机关
audience-review = 参与审议的国家和秘书处
audience-public = 公众
status-proposed = 提议
status-draft = 草稿
status-confirmed = 已确认
stance-supports = 支持该答复
stance-contradicts = 与该答复相矛盾
stance-context = 提供背景
state-asked = 需要答复
state-waiting = 取决于前面问题的答复
state-not_asked = 无需答复

## 报告

document-title = { $state }的答复
document-state = 缔约国
document-questionnaires = 问卷
document-language = 答复语文
document-focal-point = 联络人
document-as-of = 截至
document-due = 截止日期
document-audience = 读者
document-contributor = 提供单位
document-wording = 问题由本工具自行拟写，并非正式问卷的措辞。
document-part = { $instrument }。专题组 { $cluster }：{ $title }
document-section = 第 { $article } 条。{ $title }
document-provision = 第 { $provisions } 条
document-not-answered = 尚未答复
document-supports = 用以支持
document-laws = 引用的法律
document-cited-under = 引用于
document-not-in-register = { $law }（未列入法律登记册）
document-contents = 目录
document-skip = 跳至正文
document-nothing = 尚无任何答复
document-findings = 核查结果
document-no-findings = 无须报告的事项
document-left-out = 本文件未包括的内容
document-left-out-private = { $count } 项不供这些读者阅读的答复
document-left-out-set-aside = { $count } 项已搁置或取决于前面问题的答复
document-left-out-unknown = { $count } 项答复所对应的问题不在问卷中

## 法律

law_kind-constitution = 宪法
law_kind-act = 法律
law_kind-regulation = 法规
law_kind-code = 法典
law_kind-case_law = 判例
law_kind-policy = 政策
law_kind-other = 其他文本

## 答复的组成部分

field-value = 答复
field-no_answer = 未答复
field-reason = 理由
field-elsewhere_reference = 答复所在处
field-elsewhere_date = 该处答复日期
field-elsewhere_changes = 此后的变化
field-note = 说明
field-remarks = 内部备注
field-evidence = 佐证材料
field-audience = 可查阅者
field-status = 状态
field-by = 答复单位
field-at = 答复时间
field-language = 语文
field-more = 其他字段

## 填写方法

expected-choice = 以下之一：{ $options }
expected-option = { $value } = { $label }
expected-ticks = 以下一项或多项，以 ; 分隔：{ $options }
expected-ticks-alone = 以下一项或多项，以 ; 分隔：{ $options }（{ $alone } 只能单独填写）
expected-text = 文字
expected-number = 数字
expected-whole-number = 整数
expected-unit = { $expected }（{ $unit }）
expected-least = { $expected }，不小于 { $minimum }
expected-most = { $expected }，不大于 { $maximum }
expected-range = { $expected }，从 { $minimum } 到 { $maximum }
expected-date = 日期，按已知程度填写：2024、2024-05 或 2024-05-17
expected-link = 以 https:// 开头的网址
expected-texts = 一项或多项文字，以 ; 分隔
expected-law = 登记册中法律的编号或名称
expected-questions = 问题编号，以 ; 分隔：{ $options }
expected-rows = 填写下列各行，每格一行
expected-evidence = 每份材料一行：supports、contradicts 或 context，其编号，冒号，说明

## 表格

form-title = 请{ $state }答复的问题
form-asks = 提问方
form-asked = 答复方
form-state = 缔约国
form-about = 主题
form-what = 内容
form-questions = { $count } 个问题
form-due = 答复截止日期
form-return = 交回
form-id = 表格
form-how = 如何填写本表
form-how-answer = 请在每个问题旁的空白处填写。其余文字为说明，无需改动。
form-how-condition = 如问题注明提问条件，仅在条件成立时答复。
form-how-no-answer = 如无法答复，请说明属于哪一种未答复情形及其理由。
form-how-rows = 如答复分行填写，请每项一行；其余留空，行数不足时可增加。
form-how-date = 日期按已知程度填写：2024、2024-05 或 2024-05-17。
form-how-names = 请勿填写被害人、证人或嫌疑人的姓名。
form-how-keep = 请保留问题编号，以便答复归入原处。
form-how-return = 请保存文件并交回文件本身，而不是打印件或扫描件。
form-how-return-by = 请保存文件并于 { $date } 前交回文件本身，而不是打印件或扫描件。
form-sections = 问题范围
form-section-line = { $title }（{ $count } 个问题）
form-given = 别处已作的答复，仅供阅读

## 浏览器中的表格

page-no-script = 此浏览器已关闭脚本。您可以阅读和打印本表，但无法在此保存答复；请在另一浏览器中打开本表填写。
page-how-save = 请随时点击“保存我的答复”。这会生成一个文件；请交回该文件，而不是本页面。
page-how-copy = 填写时，此浏览器会保留一份答复的备用副本。但仍请保存：浏览器可能丢失副本，使用此计算机的其他人也可能读到。
page-bar = 进度与保存
page-save = 保存我的答复
page-open = 打开已保存的答复
page-open-sure = 上次保存后填写的内容将被替换。是否打开该文件？
page-show-all = 同时显示无需答复的问题
page-progress = 须答复的 { $count } 题中已答复：{ $answered }
page-set-aside = 虽不再提问但予以保留：{ $count }
page-saved = 已保存为 { $file }。请交回该文件。
page-saved-troubles = 已保存为 { $file }。交回前请查看的事项：{ $count }
page-opened = 已打开 { $file } 中的答复。
page-other-form = { $file } 是另一份表格的答复。
page-not-answers = { $file } 中没有已保存的答复。
page-copy = 备用副本
page-restore-offer = 此浏览器保留了您答复的备用副本，时间为 { $time }。
page-restore = 恢复
page-discard = 删除
page-restored = 备用副本已恢复。
page-discarded = 备用副本已删除。
page-copy-left = 此浏览器仍保留您答复的备用副本。如有他人使用此计算机，请将其删除。
page-no-copy = 此浏览器无法保留备用副本。请经常保存。
page-appeared = 现在还需答复：{ $questions }
page-add-row = 增加一行
page-row = 第 { $row } 行
page-remove-row = 删除第 { $row } 行
page-remove-sure = 第 { $row } 行有内容。是否删除？
page-row-removed = 第 { $row } 行已删除。
page-clear = 取消我的选择
page-choose = （请选择）
page-cannot = 我无法答复
page-note = 添加说明
page-troubles = 请查看以下事项
page-trouble-number = 请填写数字，例如 12 或 3.5
page-trouble-whole = 请填写整数，例如 12
page-trouble-least = 请填写不小于 { $minimum } 的数字
page-trouble-most = 请填写不大于 { $maximum } 的数字
page-trouble-date = 请按已知程度填写日期：2024、2024-05 或 2024-05-17
page-trouble-link = 请填写以 https:// 开头的网址
page-trouble-both = 既有答复又有未答复的理由。请只保留其一
page-trouble-reason = 请说明未答复的理由
page-trouble-elsewhere = 请一并说明，以便读者找到该答复
page-trouble-cell = 此行还须填写这一项

## 某类问题固有的选项和栏目

option-yes = 是
option-in_part = 部分是
option-no = 否
column-law = 法律
column-provision = 条款
column-summary-laws = 规定的内容
column-questions = 支持以下问题的答复
column-authority = 法院或主管机关
column-reference = 案号
column-date = 日期
column-summary = 摘要
column-link = 链接
column-name = 名称
column-address = 邮寄地址
column-email = 电子邮件
column-phone = 电话
column-languages = 接受的语文
column-urgent = 紧急联系方式

## Word 和 Excel 表格

form-footer = 表格 { $id }
form-question = 问题
form-choose = 请选择
form-date = 日期
form-one-of = 以下之一：{ $options }
form-tick = 勾选所有适用项
form-needed = 每行均须填写
form-rows-below = 请填写下表。
form-elsewhere = 在另一次审议中所作的答复
form-elsewhere-how = 如选择“已在别处答复”，请在此说明是哪次审议、何时答复以及此后的变化。
form-laws = 登记册中的法律
form-laws-how = 引用法律时注明其编号或名称。其他法律请注明名称。
workbook-sheet-cover = 首页
workbook-sheet-article = 第 { $article } 条
workbook-sheet-rows = { $sheet } – 各行
workbook-id = 编号
workbook-question = 问题
workbook-expects = 答复：{ $expected }
workbook-choose-title = 选择
workbook-choose = 请从列表中选择一项
workbook-choose-law = 请选择登记册中的法律，或填写其他法律的名称
workbook-not-listed = 只能读取列表中的项目；其他内容请写入说明
workbook-write-title = 如何答复
workbook-unexpected = 应填写：{ $expected }
workbook-tick-title = 勾选
workbook-tick = 在每个适用项旁填写 x
workbook-alone = { $label }（只能单独选择）
workbook-rows-there = 请在工作表“{ $sheet }”上填写
workbook-continued = （续上一行）
workbook-how = 只填写浅黄色单元格。如需增加一行，请在表格最后一行下方插入。

## The official order

official-how = 将每一项的答复复制到官方平台，录入后请勾选。勾选情况仅由本浏览器保存。
official-copy = 复制
official-copied = 已复制
official-copy-failed = 浏览器未允许复制；请选中文本后手动复制
official-entered = 已录入
official-tally = 已录入 #1 项，共 #2 项
official-missing = 尚未答复：
official-unused = 未列入任何项目的答复
official-unmapped = 本工具没有与此项对应的问题
official-not-asked = 根据其他答复，无须提问
official-open = 答复尚不完整
official-separator = ，
