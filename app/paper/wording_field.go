package paper

import (
	"slices"
	"strings"
)

// Field is a place in a sentence that the record fills (字段).
type Field struct {
	Name  string // as it stands in 【】
	Means string // what stands there
	Like  string // an example
	// Must tells that the office may not leave it out: a fact, a basis, a number, a date.
	Must bool
}

// fields explains every field that a sentence may have. Those that may be left out carry no fact of the record.
var fields = []Field{
	{"我", "本单位自称", "我镇", false},
	{"级", "本级的说法", "乡镇", false},
	{"村里", "村、社区的自称", "村里", false},
	{"您方", "对方的称呼", "贵局", false},
	{"称呼", "对方联系人", "吴倩", false},
	{"单位", "本单位简称", "柳河镇", false},
	{"经办", "经办人姓名", "李敏", false},
	{"电话", "联系电话", "662 5201", false},
	{"几项", "另有几项", "2", false},
	{"数", "不足几个工作日", "1", true},
	{"方式", "沟通的方式", "电话", false},
	{"何人", "和谁沟通", "吴倩", false},
	{"时刻", "几时几分", "9时50分", false},
	{"手段", "不当的手段", "排名通报", true},
	{"标题", "来文标题", "关于开展燃气餐饮场所安全隐患排查整治的通知", true},
	{"文号", "来文文号", "清建函〔2026〕118号", true},
	{"来文单位", "来文单位全称", "清河县住房和城乡建设局", true},
	{"对照", "对照的清单和规定", "对照《清河县柳河镇履行职责事项清单（2026年版）》（清办发〔2026〕9号）和有关规定，", true},
	{"清单", "清单名称", "清河县柳河镇履行职责事项清单（2026年版）", true},
	{"出处", "清单文号和日期", "清办发〔2026〕9号，2026年3月1日起施行", true},
	{"版", "清单年版", "2026年版", true},
	{"部分", "清单的哪一部分", "配合履职", true},
	{"项", "清单编号，月报里是事项数", "41", true},
	{"名称", "清单事项名称", "燃气安全隐患线索发现与上报", true},
	{"部门", "清单列出的部门", "县住建局", true},
	{"承接", "承接的部门", "县住建局、县城管执法局", true},
	{"实施", "应由谁实施", "贵局", true},
	{"牵头", "牵头的部门", "县住建局", true},
	{"职责", "清单列出的本单位职责", "发现线索、及时上报", true},
	{"原句", "来文的原话", "与县住建局签订燃气安全责任状", true},
	{"第几项", "来文的第几项", "第三项", true},
	{"说明", "为什么不承担，含依据", "与《整治形式主义为基层减负若干规定》第六部分不一致", true},
	{"依据", "文件、部分或条款", "《整治形式主义为基层减负若干规定》第六部分", true},
	{"建议", "建议怎么改，含依据", "建议取消", true},
	{"做法", "本单位先做什么", "我镇按清单职责做好有关工作", true},
	{"时限", "办理时限", "11月26日17:00", true},
	{"天数", "答复的工作日数", "5", true},
	{"日期", "日期", "11月30日", true},
	{"词", "有两种理解的词", "核查", true},
	{"甲", "第一个清单事项", "“配合履职”第38项“农村自建房安全隐患排查”", true},
	{"乙", "第二个清单事项", "“上级部门收回”第9项“农村房屋安全鉴定”", true},
	{"读法", "先按哪一种理解", "理解甲", true},
	{"何时", "何时沟通", "11月24日9时50分", true},
	{"结果", "沟通的结果", "未能明确", true},
	{"情况", "清单或规定怎么说", "这项工作在2026年版清单里是上级部门收回第17项", true},
	{"请求", "请对方做什么", "能否请县住建局安排办理", true},
}

// fieldNamed explains a field; ok is false for one that no sentence has.
func fieldNamed(name string) (Field, bool) {
	i := slices.IndexFunc(fields, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Field{Name: name}, false
	}
	return fields[i], true
}

// spared are the fields that every sentence about a demand knows beside those of its own.
var spared = []string{"我", "级", "您方"}

// aboutDemand tells whether a sentence is filled from a demand.
func aboutDemand(name string) bool {
	return strings.HasPrefix(name, "codes/") || strings.HasPrefix(name, "village/") || strings.HasPrefix(name, "talks/") ||
		slices.Contains([]string{"text/keep_on", "text/keep_basic", "text/opinion_keep", "text/opinion_keep_open", "text/letter_item", "text/letter_keep",
			"text/consult_off", "text/consult_doubt", "text/adjust_off", "text/adjust_taken", "text/adjust_help"}, name)
}

// fieldsFor are the fields that a sentence may have: those that it came with, and those that are known anyway.
func (w *Wording) fieldsFor(name string) []Field {
	names := fieldsOf(w.coded(name))
	if aboutDemand(name) {
		for _, f := range spared {
			if !slices.Contains(names, f) {
				names = append(names, f)
			}
		}
	}
	out := make([]Field, len(names))
	for i, n := range names {
		out[i], _ = fieldNamed(n)
	}
	return out
}
