"""Chinese in simplified characters, with full-width punctuation."""

_MONTHS = "1|2|3|4|5|6|7|8|9|10|11|12"

FIELDS = {
    # the task, one for each kind
    "choose_one": "选择一项",
    "choose_all": "选择所有正确的选项",
    "costs": "每个错误选择扣除{share}的分数。",
    "costs_nothing": "选错不扣分。",
    "judge": "正确还是错误？",
    "type_words": "输入答案",
    "type_number": "输入一个数字",
    "type_digits": "输入一个数字，保留{n}位有效数字",
    "in_unit": "{task}（{unit}）",
    "fill_gap": "填空",
    "match": "将对应的项配对",
    "order": "按顺序排列，从第一项到最后一项",
    "true": "正确",
    "false": "错误",
    # what is strict in a typed answer
    "strict": "{names}须完全一致。",
    "strict_all": "每个字符都须一致。",
    "strict_accents": "重音符号",
    "strict_case": "大小写",
    "strict_spelling": "拼写",
    "strict_articles": "冠词",
    "strict_signs": "符号",
    "comma": "、",
    "period": "。",
    "and": "{first}和{last}",
    # the answer
    "also_right": "其他正确答案：{forms}",
    "also_right_for": "“{gap}”处的其他正确答案：{forms}",
    "also_right_numbers": "其他正确答案：{numbers}。",
    "right_from": "{low}及以上均正确。",
    "right_to": "{high}及以下均正确。",
    "right_range": "{low}至{high}均正确。",
    "right_within": "误差在±{tolerance}以内均正确。",
    "no_longer_asked": "此题已停用。",
    "successor": "替代题目：{prompt}（{id}）",
    "asked_otherwise": "此题已改用另一种形式，见新卡片。",
    # where the answer is, and how hard it is
    "cited": "第{numbers}段",
    "paragraph_summary": "第{n}段：{summary}",
    "difficulty": "{level} · 难度{n}/5",
    "remember": "记忆",
    "understand": "理解",
    "apply": "应用",
    "analyze": "分析",
    "evaluate": "评价",
    "date": "{year}年{month}月{day}日",
    "first_day": "1",
    "months": _MONTHS,
    "month_of_year": "{year}年{month}月",
    "months_alone": _MONTHS,
    # the page of the deck
    "questions_on": "关于“{title}”的题目。",
    "topic": "主题：{title}。",
    "withdrawn_deck": "已停用的题目",
    "withdrawn_questions": (
        "已停用的题目，供旧牌组中已有这些题目的学习者查看，背面说明停用原因。如果你是初次使用，可以删除此牌组。"
    ),
    "read_first": "请先阅读：文章内容（约{n}分钟）",
    "article": "文章：{citation}",
    "speaker": "发言人：{name}",
    "as_of_date": "截至{date}",
    "number_is_paragraph": "方括号中的数字是文章的段落号。",
    "corrected": "已更正的答案（最近一次：{date}）",
    "corrected_date": (
        "卡片背面的最后一行是卡片内容的日期。如果它早于此处的日期，说明这张卡片没有更正：在我们更正之后、你导入之前，凡是你编辑过"
        "或加过标签的题目，或被Anki加上leech标签的题目，Anki都不会更新。"
    ),
    "corrected_import": (
        "请自行更正这样的卡片，或将“更新笔记”设为“始终”，再次导入牌组。"
        "请注意，Anki届时也会覆盖你对牌组中其他所有题目的编辑和标签。"
    ),
}

SCRIPT = {
    # labels of the templates
    "hint": "提示",
    "withdrawn": "已停用",
    "beyond": "文章之外",
    "why_wrong": "其他选项为什么不对",
    "as_of": "截至",
    # buttons; `option` is the text of one
    "check": "检查",
    "show_at_once": "立即显示结果",
    "strike_out": "划掉：{option}",
    "fill_gaps": "填空。点按空白处可显示答案。",
    "left_over": "多出{n}项",
    # verdicts
    "right": "正确",
    "partly_right": "部分正确：{share}",
    "partly_chosen": "部分正确：{n}个正确选项中选对{right}个，另选错{wrong}个",
    "partly_ordered": "部分正确：{n}项中有{right}项顺序正确",
    "partly_matched": "部分正确：{n}对中有{right}对正确",
    "almost_right": "基本正确：{difference}",
    "not_right": "不正确",
    "not_right_since": "不正确：{difference}",
    "not_judged": "未评判：{sentence}",
    "your_answer": "你的答案：",
    "your_choice": "你的选择",
    "right_answer": "正确答案",
    "struck_out": "已划掉",
    "not_placed": "未排列",
    "you": "你的答案：{answer}",
    "nothing": "无",
    # what keeps a typed answer from being right, or from being judged
    "semicolon": "；",
    "typed_letters": "{word}中应为“{right}”，你输入的是“{typed}”",
    "typed_accent": "{word}应写作“{right}”，不是“{typed}”",
    "typed_word": "应为{right}，不是{typed}",
    "typed_order": "词序不同",
    "typed_symbol": "{right}缺少“{symbol}”",
    "typed_year": "缺少年份",
    "typed_digits": "应有{digits}位有效数字",
    "typed_unit": "单位应为{right}",
    "typed_number": "请输入一个数字，例如12。",
    "typed_several": "请只输入一个数字，不要输入多个数字或范围。",
    "typed_apart": "“{typed}”不是一个数字：空格只能用来分隔每三位数字。",
    "typed_glued": "“{typed}”混用了数字和字母：请先输入数字，再输入空格和单位。",
    "typed_unknown": "“{word}”不是适用的单位：请只输入数字，或输入数字及其单位。",
    "typed_only": "“{typed}”不只是一个数字：请只输入数字，或输入数字及其单位。",
}
