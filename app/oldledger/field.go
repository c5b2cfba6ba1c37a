package oldledger

import (
	"slices"
	"strings"

	"yidanqing/app/table"
)

// Field is what a column of an old ledger tells.
type Field string

const (
	FieldDate    Field = "date"    // 日期, of arrival
	FieldIssuer  Field = "issuer"  // 来文单位
	FieldTitle   Field = "title"   // 标题
	FieldDocNo   Field = "doc_no"  // 文号
	FieldKind    Field = "kind"    // 类型
	FieldVerdict Field = "verdict" // 处理
)

// Fields are all fields in the order in which the preview shows them.
func Fields() []Field {
	return []Field{FieldDate, FieldIssuer, FieldTitle, FieldKind, FieldVerdict, FieldDocNo}
}

// Title is the field as an office says it.
func (f Field) Title() string {
	switch f {
	case FieldDate:
		return "日期"
	case FieldIssuer:
		return "来文单位"
	case FieldTitle:
		return "标题"
	case FieldDocNo:
		return "文号"
	case FieldKind:
		return "类型"
	case FieldVerdict:
		return "处理"
	}
	return ""
}

// heading says by which words a column is known. Names are whole headings, the best first; parts stand within longer
// ones; others are words by which a heading means something else.
type heading struct{ names, parts, others []string }

func headingOf(f Field) heading {
	switch f {
	case FieldDate:
		return heading{[]string{"收文日期", "收到日期", "收件日期", "接收日期", "来文日期", "来件日期", "登记日期", "日期", "收文时间", "收到时间", "来文时间", "登记时间", "时间", "年月日"},
			[]string{"收文日", "收到日", "收件日", "接收日", "登记日", "来文日", "日期", "时间"},
			[]string{"截止", "截至", "时限", "期限", "完成", "办结", "办理", "答复", "回复", "反馈", "报送", "上报", "会议", "成文", "落款", "印发", "要求"}}
	case FieldIssuer:
		return heading{[]string{"来文单位", "来文机关", "来文部门", "来件单位", "发文单位", "发文机关", "发文部门", "下发单位", "下发部门", "交办单位", "交办部门", "布置单位", "单位", "部门"},
			[]string{"来文", "来件", "发文", "下发", "交办", "布置", "单位", "部门"},
			[]string{"承办", "主办", "协办", "办理", "拟办", "责任", "本单位", "日期", "时间", "号", "标题", "名称", "类", "方式", "内容", "配合", "牵头"}}
	case FieldTitle:
		return heading{[]string{"标题", "文件标题", "来文标题", "文件名称", "文件名", "来文名称", "题名", "文件题名", "事由", "事项名称", "事项", "任务名称", "内容", "来文内容", "主要内容", "工作内容", "名称", "摘要"},
			[]string{"标题", "题名", "文件名", "名称", "事由", "内容", "事项"},
			[]string{"单位", "部门", "类", "处理", "办理", "意见", "结果", "备注"}}
	case FieldDocNo:
		return heading{[]string{"文号", "来文文号", "发文字号", "来文字号", "文件字号", "字号", "文件编号", "文件号"},
			[]string{"文号", "字号", "文件编号"}, []string{"登记", "序号", "收文号"}}
	case FieldKind:
		return heading{[]string{"类型", "事项类型", "来文类型", "文件类型", "任务类型", "类别", "事项类别", "来文类别", "文件类别", "分类", "种类", "性质"},
			[]string{"类型", "类别", "分类", "种类"}, []string{"密级", "紧急", "缓急", "单位", "部门"}}
	case FieldVerdict:
		return heading{[]string{"处理", "处理结果", "处理情况", "处理意见", "处理方式", "处置情况", "办理结果", "办理情况", "办理意见", "拟办意见", "落实情况", "结果", "意见", "去向"},
			[]string{"处理", "处置", "办理结果", "办理情况", "办理意见", "拟办", "落实情况"}, []string{"日期", "时间", "时限", "期限", "人", "科室", "部门", "单位"}}
	}
	return heading{}
}

// fit is how well a heading names a field: 0 not at all.
func fit(f Field, head string) int {
	s := table.Fold(table.WithoutBrackets(head))
	if s == "" {
		s = table.Fold(head)
	}
	if s == "" || len([]rune(s)) > 14 {
		return 0
	}
	h := headingOf(f)
	if i := slices.Index(h.names, s); i >= 0 {
		return 100 - i
	}
	for _, w := range h.others {
		if strings.Contains(s, w) {
			return 0
		}
	}
	for i, w := range h.parts {
		if strings.Contains(s, w) {
			return 40 - i
		}
	}
	return 0
}

// assign gives each field the column whose heading fits best, no column twice; -1 where none fits.
func assign(heads []string) map[Field]int {
	out := map[Field]int{}
	taken := map[int]bool{}
	for {
		best, at, field := 0, -1, Field("")
		for _, f := range Fields() {
			if _, done := out[f]; done {
				continue
			}
			for c, h := range heads {
				if n := fit(f, h); n > best && !taken[c] {
					best, at, field = n, c, f
				}
			}
		}
		if at < 0 {
			break
		}
		out[field], taken[at] = at, true
	}
	for _, f := range Fields() {
		if _, found := out[f]; !found {
			out[f] = -1
		}
	}
	return out
}
