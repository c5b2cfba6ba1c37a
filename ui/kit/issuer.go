package kit

import (
	"strings"

	"yidanqing/app"
)

// ShortIssuer is a body as tables name it: the office's own county is left out, and of long names the usual short form
// stands (县住建局). Papers name it in full.
func ShortIssuer(name string, office app.Office) string {
	name = office.ShortBody(name)
	for _, n := range shortBodies() {
		if before, ok := strings.CutSuffix(name, n[0]); ok && len([]rune(before)) <= 4 {
			return before + n[1]
		}
	}
	return name
}

// shortBodies are endings of names that do not fit a column, with the short forms that every office uses.
func shortBodies() [][2]string {
	return [][2]string{{"住房和城乡建设局", "住建局"}, {"住房城乡建设局", "住建局"}, {"人力资源和社会保障局", "人社局"}, {"人力资源社会保障局", "人社局"},
		{"发展和改革委员会", "发改委"}, {"发展和改革局", "发改局"}, {"卫生健康委员会", "卫健委"}, {"卫生健康局", "卫健局"}, {"市场监督管理局", "市场监管局"},
		{"自然资源和规划局", "自然资源局"}, {"城市管理综合执法局", "城管执法局"}, {"城市管理和综合执法局", "城管执法局"}, {"综合行政执法局", "综合执法局"},
		{"文化广电和旅游局", "文旅局"}, {"文化和旅游局", "文旅局"}, {"工业和信息化局", "工信局"}, {"医疗保障局", "医保局"}, {"教育和体育局", "教体局"},
		{"消防救援大队", "消防大队"}, {"妇女联合会", "妇联"}, {"残疾人联合会", "残联"}, {"科学技术协会", "科协"}, {"文学艺术界联合会", "文联"}, {"工商业联合会", "工商联"}}
}
