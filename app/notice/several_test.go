package notice_test

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"yidanqing/app"
	"yidanqing/app/notice"
)

const (
	pesticide = "清河县农业农村局文件\n清农函〔2026〕52号\n关于开展农药经营许可现场核查的通知\n各乡镇人民政府、街道办事处：\n　　请组织力量逐店核查，于2026年12月4日前报送。\n　　联系人：刘洋，电话：6622033\n清河县农业农村局\n2026年11月20日"
	gas       = "关于报送燃气安全隐患线索的通知\n各乡镇人民政府：\n　　请排查线索，于11月26日前报送。\n\n清河县住房和城乡建设局\n2026年11月24日\n（此件公开发布）\n抄送：县安委办。"
	flood     = "清河县水利局\n关于做好冬季水库巡查的\n通知\n清水发〔2026〕8号\n各乡镇人民政府：\n请每周巡查一次。\n清河县水利局　2026年11月23日"
	today     = "2026-11-24"
)

func several(t *testing.T, raw string) []notice.Piece {
	t.Helper()
	d, err := app.ParseDate(today)
	if err != nil {
		t.Fatal(err)
	}
	return notice.Several(raw, d)
}

func TestSeveralDocumentsPastedAtOnce(t *testing.T) {
	got := several(t, pesticide+"\n\n"+gas+"\r\n"+flood+"\n")
	want := []string{pesticide, gas, flood}
	if len(got) != len(want) {
		t.Fatalf("%d pieces: %+v", len(got), got)
	}
	for i, p := range got {
		if p.Text != want[i] || !p.Day.IsZero() {
			t.Errorf("piece %d: %q", i+1, p.Text)
		}
	}
}

func TestChatsOfSeveralBodies(t *testing.T) {
	chat := "县住建局 张明 2026-11-24 09:12:33\n各乡镇请于11月26日前报送危房台账。\n县住建局 张明 2026-11-24 09:13:01\n表格在群文件里。\n王小梅 2026-11-24 09:14\n收到[玫瑰]\n" +
		"县应急管理局-李伟 11-24 9:30\n@所有人 今晚有暴雨，请各乡镇安排值守。\n\n昨天 16:05 县妇幼 小陈\n请各镇报送两癌筛查名单"
	got := several(t, chat)
	if len(got) != 3 {
		t.Fatalf("%d pieces: %+v", len(got), got)
	}
	for i, want := range []struct{ begins, holds, day, hour string }{
		{"县住建局 张明", "收到[玫瑰]", "2026-11-24", "09:12"}, {"县应急管理局-李伟", "今晚有暴雨", "2026-11-24", "09:30"}, {"昨天 16:05", "两癌筛查", "2026-11-23", "16:05"}} {
		p := got[i]
		if !strings.HasPrefix(p.Text, want.begins) || !strings.Contains(p.Text, want.holds) || p.Day.String() != want.day || p.Hour != want.hour {
			t.Errorf("piece %d: %+v", i+1, p)
		}
	}
	if one := several(t, "县住建局 张明 2026-11-23 09:12:33\n请报送危房台账"); len(one) != 1 || one[0].Day.String() != "2026-11-23" || one[0].Hour != "09:12" {
		t.Errorf("one message: %+v", one)
	}
}

// TestWhatIsNotCertainStaysTogether: one document with annexes, one that forwards or quotes another, lists of bodies,
// chats of people who name no body.
func TestWhatIsNotCertainStaysTogether(t *testing.T) {
	for name, raw := range map[string]string{
		"nothing":             "",
		"one document":        pesticide,
		"the same twice":      pesticide + "\n" + pesticide,
		"an annex":            strings.Replace(gas, "\n\n清河县", "\n附件：1.隐患线索表\n\n清河县", 1) + "\n附件1\n隐患线索表\n乡镇|线索\n",
		"an annexed document": strings.Replace(gas, "报送。", "报送，要求见附件。", 1) + "\n" + flood,
		"a forwarded one":     "关于转发县水利局通知的通知\n各村：\n现转发给你们，请落实。\n柳河镇人民政府\n2026年11月24日\n" + flood,
		"a promulgated plan":  "关于印发冬季巡查方案的通知\n各村：\n现将方案印发给你们。\n柳河镇人民政府\n2026年11月24日\n冬季巡查工作方案\n一、目标\n柳河镇人民政府\n2026年11月24日",
		"its number is named": strings.Replace(gas, "请排查线索", "请按清水发〔2026〕8号要求排查线索", 1) + "\n" + flood,
		"its title is named":  strings.Replace(gas, "请排查线索", "请按《关于做好冬季水库巡查的通知》排查线索", 1) + "\n" + flood,
		"a quoted document":   gas[:strings.Index(gas, "请排查线索")] + "收到来文：\n" + flood + "\n请各村落实。\n柳河镇人民政府\n2026年11月24日",
		"no addressee":        pesticide + "\n关于冬季水库巡查的说明\n一、背景\n清河县水利局\n2026年11月23日",
		"not signed":          pesticide + "\n关于做好冬季水库巡查的通知\n各乡镇人民政府：\n请每周巡查一次。",
		"the first unsigned":  strings.TrimSuffix(pesticide, "\n清河县农业农村局\n2026年11月20日") + "\n" + flood,
		"bodies with tasks":   "任务分工\n县住建局：负责燃气。\n县应急局：负责防汛。\n县水利局：负责水库。",
		"people without body": "张明 2026-11-24 09:12\n县里要求各村报送危房台账，明天下班前交\n李伟 2026-11-24 09:15\n表格发在群里了，请大家尽快填写报送",
		"words before a chat": "转发群消息\n县住建局 张明 09:12\n报台账\n县应急局 李伟 09:30\n报值守",
		"a timetable":         "巡查安排\n县水利局 09:00\n县住建局 10:00",
		"a meeting agenda":    "关于召开推进会的通知\n各乡镇人民政府：\n县水利局发言 09:30\n县住建局发言 10:00\n清河县人民政府办公室\n2026年11月24日",
	} {
		if got := several(t, raw); len(got) != 1 {
			t.Errorf("%s: parted into %d: %+v", name, len(got), got)
		}
	}
}

// TestLabelledNoticesAreOneEach: none of the labelled notices, single ones all of them, is parted.
func TestLabelledNoticesAreOneEach(t *testing.T) {
	n := 0
	for _, place := range []string{"township", "village", "subdistrict", "upland", "coalfield"} {
		f, err := os.Open("../judge/testdata/" + place + "/cases.jsonl")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		s := bufio.NewScanner(f)
		s.Buffer(nil, 1<<20)
		for s.Scan() {
			var c struct{ ID, Text string }
			if err := json.Unmarshal(s.Bytes(), &c); err != nil {
				t.Fatal(err)
			}
			n++
			if got := several(t, c.Text); len(got) != 1 {
				t.Errorf("%s/%s is parted into %d", place, c.ID, len(got))
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d notices", n)
	}
}

func FuzzSeveral(f *testing.F) {
	f.Add(pesticide + "\n" + gas)
	f.Add("县住建局 张明 2026-11-24 09:12\n报台账\n县应急局 李伟 09:30\n报值守")
	f.Fuzz(func(t *testing.T, raw string) {
		whole := strings.Join(strings.Fields(raw), "")
		var parts strings.Builder
		for _, p := range notice.Several(raw, app.Date{Year: 2026, Month: 11, Day: 24}) {
			parts.WriteString(p.Text)
		}
		if strings.Join(strings.Fields(parts.String()), "") != whole {
			t.Errorf("words are lost of %q", raw)
		}
	})
}
