# The findings that pages in the browser show most often, in Chinese; see ../en.ftl. What is
# missing here is said in English and marked as such.

nearest = 如果是这个意思，请写{ $nearest }

answer-missing = { $question }{ $marked-given ->
        [yes] 被标为“未评估”
       *[no] 没有答复
    }；提交时需要有答复
answer-advised-missing = { $question }没有答复；建议给出答复
answer-parked = { $question }的答复已搁置，因为{ $because-given ->
        [yes] 根据{ $because }的答复
       *[no] { "" }
    }不提这个问题
answer-waiting = { $question }的答复等待对{ $awaits }的答复
    .hint = 请先答复{ $awaits }；在此之前这项答复会保留
answer-not-an-option = { $question }的答复是“{ $value }”；应为{ $expected }
    .nearest = 如果是这个意思，请选择{ $nearest }
answer-wrong-type = { $question }的答复的写法不适用于这个问题
answer-empty-text = { $column-given ->
        [yes] { $question }的答复第{ $row }行“{ $column }”中没有可见的字符
       *[no] { $question }的答复没有可见的字符
    }
answer-empty-list = { $column-given ->
        [yes] { $question }的答复第{ $row }行“{ $column }”是空列表
       *[no] { $question }的答复是空列表
    }；至少应有一项
answer-and-no-answer = { $question }既有答复，又有不答复的理由
answer-not-a-date = { $column-given ->
        [yes] { $row-given ->
            [yes] { $question }的答复第{ $row }行：“{ $column }”
           *[no] “{ $column }”
        }
       *[no] { $question }的答复
    }是“{ $value }”；应为日期，例如2024、2024-05或2024-05-17
    .hint = 请写出日期中已知的部分：年、年和月，或完整的日期
answer-out-of-range = { $column-given ->
        [yes] { $row-given ->
            [yes] { $question }的答复第{ $row }行：“{ $column }”
           *[no] “{ $column }”
        }
       *[no] { $question }的答复
    }是{ $value }；应为{ $side ->
        [low] { $minimum }或以上
        [high] { $maximum }或以下
       *[other] { $minimum }至{ $maximum }之间的数字
    }
    .hint = 请核对数字及其单位，并只用数字书写
answer-repeated-option = { $column-given ->
        [yes] { $question }的答复第{ $row }行在“{ $column }”中两次列出“{ $value }”
       *[no] { $question }的答复两次选择{ $value }
    }
    .hint = 请只保留一次
answer-exclusive-option = { $question }的答复同时选择了{ $value }和其他选项；{ $value }只能单独选择
    .hint = 请去掉{ $value }，或只保留{ $value }
reason-missing = { $question }被标为{ $value ->
        [not_assessed] “未评估”
        [not_applicable] “不适用”
        [not_disclosed] “不公开”
        [postponed] “推迟”
        [given_elsewhere] “已在别处提供”
       *[other] 没有答复
    }，但没有说明理由
reason-without-no-answer = { $question }写了不答复的理由，但没有标明属于哪一种
elsewhere-misplaced = { $question }提到另一次审议，但没有标为“已在别处提供”
elsewhere-incomplete = { $question }已在另一次审议中答复，但没有说明：{ $lacking }
    .hint = 请补充文件及其日期，并说明此后的变化，以便读者找到答复并加以采信
gap-row-missing = 表格{ $question }中没有关于{ $about }的一行，而其答复尚有未决之处
law-unknown = { $question }的答复{ $row-given ->
        [yes] 第{ $row }行
       *[no] { "" }
    }引用了法律“{ $law }”，登记册中没有这部法律
law-not-cited = { $laws }中没有任何引用支持{ $question }的答复
citation-without-provision = { $question }的答复{ $row-given ->
        [yes] 第{ $row }行
       *[no] { "" }
    }引用了{ $law-given ->
        [yes] { $law }
       *[no] 一部法律
    }，但没有写明条款
    .hint = 请补充条、节或款，例如“第十二条第一款”；判例则写明有关段落
text-placeholder = { $question }的答复中有一段占位文字，没有内容
contributor-unknown = 提供单位“{ $value }”不在名单上
import-unplaced = { $kind ->
        [value] { $question }的{ $field }是“{ $value }”；应为{ $fault ->
            [options] { $expected }
            [number] 数字
            [whole-number] 整数
            [date] 只能有一种读法的日期，例如2024、2024-05或2024-05-17
           *[other] 其他内容
        }
        [question] “{ $question }”不是任何问卷中的问题，其答复无法放入
       *[other] 文件中的一段文字无法放入{ $value-given ->
            [yes] ：“{ $value }”
           *[no] { "" }
        }
    }
import-conflict = 表格发出以后，{ $question }的答复在这里和在{ $file }中都有改动
import-emptied = 文件中没有{ $names }的答复，而这里有；导入不会删除任何内容
evidence-contradicts = 佐证材料{ $item }与{ $question }的答复相矛盾，而该答复没有附注
    .hint = 请在附注中说明为什么仍维持该答复
evidence-unused = 没有答复引用佐证材料{ $item }
edited-outside = 自本程序上次写入以后，{ $file }被另一个程序{ $kind ->
        [added] 添加
        [removed] 删除
       *[other] 修改
    }
    .hint = 请核对这一改动；改动已保留，并会在您下次改动时记入历史
date-in-future = { $column-given ->
        [yes] { $row-given ->
            [yes] { $question }的答复第{ $row }行：“{ $column }”
           *[no] “{ $column }”
        }
       *[no] { $question }的答复
    }是{ $value }，这一日期尚未到来
    .hint = 请核对年份；计划中的事项请写入有关计划的问题或栏目

word-reference = 答复在何处
word-date = 何时在该处提供
word-changes = 此后有何变化

## Places and progress

place-article = 第{ $article }条
place-cluster = 专题组{ $cluster }
place-question = 问题{ $number }（{ $id }）
place-row = 第{ $row }行
place-column = { $column }栏
place-at = 第{ $line }行第{ $column }列
status-days-left = 还剩{ $count }天
status-days-over = 逾期{ $count }天
status-today = 今天到期
