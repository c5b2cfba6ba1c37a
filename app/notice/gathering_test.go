package notice_test

import (
	"fmt"
	"strings"
	"testing"

	"yidanqing/app/notice"
	"yidanqing/app/text"
)

// TestGathering reads length, attendance and reach of meetings; what is not written stays empty.
func TestGathering(t *testing.T) {
	for _, c := range []struct{ issuer, text, want string }{
		{"清河县农业农村局", "关于召开推进会的通知\n各乡镇人民政府：\n定于11月25日上午9:00在县政府三楼会议室召开推进会，会期半天。\n一、参会人员：各乡镇党政主要、分管负责同志及各村支部书记。\n二、会后各乡镇当日召开会议传达至村民小组。\n清河县农业农村局\n2026年11月24日",
			"半天|各乡镇党政主要、分管负责同志及各村支部书记|县→乡镇→村→组"},
		{"清河县市场监督管理局", "关于召开食品安全工作会议的通知\n各乡镇人民政府：\n定于11月17日（周五）上午8:30在县影剧院召开食品安全工作会议，会期一天半，请各乡镇分管负责同志参加。\n清河县市场监督管理局\n2026年11月14日",
			"一天半|各乡镇分管负责同志|县→乡镇"},
		{"市城市管理局", "关于召开座谈会的通知\n各乡镇人民政府：\n定于11月17日上午8:30在报告厅召开座谈会，2个小时结束，参会范围：各乡镇分管同志，不开到村。\n市城市管理局\n2026年11月14日",
			"2个小时|各乡镇分管同志,不开到村|市→乡镇"},
		{"统战部", "关于召开座谈会的通知\n各乡镇人民政府：\n定于11月17日上午8:30在报告厅召开座谈会。\n统战部\n2026年11月14日", "||"},
	} {
		g := notice.ReadGathering(notice.ParseLetter(text.New(c.text)), c.issuer)
		if got := fmt.Sprintf("%s|%s|%s", g.Span, strings.ReplaceAll(g.Attend, "，", ","), strings.Join(g.Levels, "→")); got != c.want {
			t.Errorf("%s: %s, want %s", c.issuer, got, c.want)
		}
	}
}
