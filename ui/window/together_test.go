package window_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/decide"
	"yidanqing/app/inquire"
	"yidanqing/app/paper"
)

// smallMatters are n small matters; the second and third are of one notice.
func smallMatters(n int) []inquire.Small {
	var out []inquire.Small
	for i := 1; i <= n; i++ {
		notice, no, of := i, 1, 1
		if i == 3 {
			notice, no = 2, 2
		}
		if i == 2 || i == 3 {
			of = 2
		}
		out = append(out, inquire.Small{Notice: inquire.Brief{ID: fmt.Sprint("n", notice), Year: 2026, No: 600 + notice, Title: fmt.Sprintf("关于第%d件小事的通知", notice),
			Issuer: "清河县农业农村局", Day: app.Date{Year: 2026, Month: 11, Day: notice}}, Demand: fmt.Sprint("d", i), No: no, Of: of, Gist: fmt.Sprintf("小事%d", i), Why: "会议规模、范围或层级超出规定"})
	}
	return out
}

// collected is the last request that asked for small matters together, in words.
func (b *bench) collected() string {
	r := b.office.previews[len(b.office.previews)-1]
	var out []string
	for _, p := range r.Together {
		out = append(out, p.Notice+":"+strings.Join(p.Demands, "+"))
	}
	return fmt.Sprint(r.Kind, " ", r.Evidence, " ", r.Notice, " ", strings.Join(out, " "))
}

// TestSmallMattersAreRaisedTogether goes from the task of the month's end to one paper, and leaves one matter out.
func TestSmallMattersAreRaisedTogether(t *testing.T) {
	f := newFakeOffice()
	f.small, f.set.Superior, f.set.Office.Phone = smallMatters(12), "清河县减负办", "662 5201"
	f.tasks = &inquire.Tasks{Mine: []inquire.Task{{Notice: "n1", Title: "有 12 项小事可以合成一份提级反映单", Why: "2026年11月；一份最多 10 项，可以逐项去掉", Due: inquire.Due{Words: "月末"},
		Action: inquire.Action{Kind: inquire.ActionTogether, Title: "看一看"}}}}
	b := openWindow(t, f, 1366, 1000)
	b.press(fyne.Key3)
	b.sees("月末", "有 12 项小事可以合成一份提级反映单")
	b.tapButton("看一看")
	b.sees("合并提级", "2026年11月小事项合并反映", "选 10 项，一份最多 10 项", "小事2", "第4件小事", "县农业农村局：会议规模、范围或层级超出规定", "确定并出文", "打印送审稿", "共 2 页")
	if got, want := b.collected(), "escalation false n1 n1:d1 n2:d2+d3 n4:d4 n5:d5 n6:d6 n7:d7 n8:d8 n9:d9 n10:d10"; got != want {
		t.Errorf("request %s, want %s", got, want)
	}
	b.tap("11-11") // the eleventh does not fit
	b.toasted("一份最多 10 项，请先去掉一项")
	b.tap("11-01")
	b.sees("选 9 项")
	if got := b.collected(); strings.Contains(got, "n1:d1") || !strings.Contains(got, " n2 n2:d2+d3") {
		t.Errorf("request %s", got)
	}
	for _, fault := range b.faults() {
		t.Error(fault)
	}
	b.press(fyne.KeyReturn)
	if n := len(f.requests); n != 1 || len(f.requests[0].Together) != 8 || f.requests[0].Kind != paper.KindEscalation {
		t.Fatalf("issued %+v", f.requests)
	}
	b.toasted("已出文")
}

// TestTheMattersAreSeenAt150: where the room is lower, the list had none at all.
func TestTheMattersAreSeenAt150(t *testing.T) {
	f := newFakeOffice()
	f.prefs["window.text_percent"] = "150"
	f.small, f.set.Superior = smallMatters(12), "清河县减负办"
	b := openWindow(t, f, 1366, 666)
	b.press(fyne.KeyM)
	b.sees("合并反映的事项", "第1件小事", "小事2", "小事3")
}

func TestTogetherByTheKeyboard(t *testing.T) {
	f := newFakeOffice()
	b := openWindow(t, f, 1366, 696)
	b.press(fyne.KeyM)
	b.toasted("没有可以合并的小事")
	f.small = smallMatters(2)
	b.press(fyne.Key6)
	b.press(fyne.KeyM)
	b.key(fyne.KeyF6) // to the first matter
	b.key(fyne.KeySpace)
	if got := b.collected(); strings.Contains(got, "d1") {
		t.Errorf("request %s", got)
	}
	b.tab()
	b.key(fyne.KeySpace)
	b.sees("没有选事项。请在左边勾选要合并反映的。")
	b.press(fyne.KeyReturn)
	if len(f.requests) != 0 {
		t.Error("a paper about nothing was issued")
	}
	b.key(fyne.KeyEscape)
	b.sees("统计")
	f.set.EachRaised = true
	b.win.SettingsChangedForTest(f.set)
	b.press(fyne.KeyM)
	b.toasted("“小事项按月合成一份”没有打开")
}

// TestAMeetingWaitsForTheMonth: the meeting is attended and its excess raised with others; both are one press.
func TestAMeetingWaitsForTheMonth(t *testing.T) {
	f := newFakeOffice()
	b := openWindow(t, f, 1366, 696)
	b.paste(meeting().text)
	b.sees("登记参会", "并入月度提级")
	b.lacks("生成提级反映单")
	b.tapButton("更多")
	b.sees("生成提级反映单") // by itself it may still be raised
	b.key(fyne.KeyEscape)
	b.tapButton("并入月度提级")
	b.toasted("已登记第 643 号，先参会，月末与其他小事一起提级")
	if want := []decide.Choice{{Demand: "n640-d1", Verdict: app.VerdictDo}}; fmt.Sprint(f.decided) != fmt.Sprint(want) {
		t.Errorf("decided %+v", f.decided)
	}
	f.set.EachRaised = true
	b = openWindow(t, f, 1366, 696)
	b.paste(strings.Replace(meeting().text, "关于召开", "关于召开", 1))
	b.lacks("并入月度提级")
}

// TestAVillageRaisesOneByOne: it sees nothing of what townships collect.
func TestAVillageRaisesOneByOne(t *testing.T) {
	f := newFakeOffice()
	f.set.Office = app.OfficeNamed(app.Village, "清河县柳河镇东湾村村民委员会")
	b := openWindow(t, f, 1366, 900)
	for _, m := range b.win.Window().MainMenu().Items {
		for _, i := range m.Items {
			if strings.Contains(i.Label, "合并提级") {
				t.Errorf("the menu %s has %s", m.Label, i.Label)
			}
		}
	}
	b.key(fyne.KeyF1)
	b.lacks("Ctrl+M")
	b = openWindow(t, newFakeOffice(), 1366, 900)
	b.key(fyne.KeyF1)
	b.sees("Ctrl+M", "合并提级：本月的小事合成一份")
}

func TestRaisingTogetherIsASetting(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key7)
	b.tap("反馈方式")
	b.sees("小事项按月合成一份", "月末列出可以合并的，一份最多 10 项")
	b.tap("小事项按月合成一份")
	if !b.office.set.EachRaised {
		t.Error("the switch does nothing")
	}
}
