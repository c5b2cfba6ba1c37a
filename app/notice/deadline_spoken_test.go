package notice

import (
	"testing"

	"yidanqing/app"
	"yidanqing/app/text"
)

// TestSpokenDeadlines: days as chats and phone notes name them; each was once missed or read wrongly.
func TestSpokenDeadlines(t *testing.T) {
	cal := workdays(t)
	day := app.Date{Year: 2026, Month: 3, Day: 11}
	for words, want := range map[string]string{
		"县医保局征缴群 @柳河 你们到今天才71%，全县倒数第三❗月底必须冲到96%":          "2026-03-31",
		"县农业农村局老汤：看到下地笼的劝上来，月底给我报个数":                      "2026-03-31",
		"县招商中心李主任：柳河出两个人跟班，3月16号到我这里报到":                   "2026-03-16",
		"县政府办热线科：井盖掉了，请柳河去看看，给发帖人回个话，3个工作日，系统里点办结就行":      "2026-03-16",
		"【来电登记】3月11日9:15 县公安局：把登记在册的人过一遍。3月30日前搞完。 登记人：阮": "2026-03-30",
		"各乡镇：请走访一轮，重大隐患当日报我办。3月20日前电话反馈走访家数。县安委办 3月11日":   "2026-03-20",
		"县保险公司：请各村为养殖户出具证明，3月30日前由养殖户本人交我公司理赔部。":          "2026-03-30",
	} {
		l := ParseLetter(text.New(words))
		d, ok := Earliest(ReadDeadlines(l, day, cal))
		if !ok || d.Date.String() != want {
			t.Errorf("%s: %v %s, want %s", words, ok, d.Date, want)
		}
	}
}
