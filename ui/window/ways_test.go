package window_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app/ledger"
)

// primary is the button that has the keyboard after a paste.
func (b *bench) primary() string {
	b.t.Helper()
	f, ok := b.canvas.Focused().(interface{ Text() string })
	if !ok {
		b.t.Fatalf("the keyboard is at %T", b.canvas.Focused())
	}
	return f.Text()
}

func TestTheWayMakesThePrimaryButton(t *testing.T) {
	for _, c := range []struct {
		way     ledger.Way
		primary string
	}{{ledger.WayPaper, "生成反馈单"}, {ledger.WayTalk, "先沟通"}, {ledger.WayRemind, "只登记"}} {
		f := newFakeOffice()
		text := samples()[0]
		f.set.Ways = map[string]ledger.Way{}
		for _, d := range f.checks[firstLine(text.text)].Demands {
			for _, x := range d.Findings {
				f.set.Ways[x.Code] = c.way
			}
		}
		b := openWindow(t, f, 1366, 696)
		b.paste(text.text)
		if got := b.primary(); got != c.primary {
			t.Errorf("%s: the primary button is %s, want %s", c.way, got, c.primary)
		}
		b.sees("先沟通", "只登记", "生成反馈单", "改判")
		switch c.way {
		case ledger.WayTalk:
			b.key(fyne.KeySpace)
			b.sees("复制短信")
		case ledger.WayRemind:
			b.key(fyne.KeySpace)
			b.called("register")
		}
	}
}

func TestAMeetingIsAttendedWhateverTheWay(t *testing.T) {
	f := newFakeOffice()
	f.set.Ways = map[string]ledger.Way{"MEETING_RULES": ledger.WayTalk}
	b := openWindow(t, f, 1366, 696)
	b.paste(samples()[3].text)
	if got := b.primary(); got != "登记参会" {
		t.Errorf("the primary button is %s", got)
	}
}

func TestWaysAreSettings(t *testing.T) {
	b := openWindow(t, newFakeOffice(), 1366, 696)
	b.press(fyne.Key7)
	b.tap("反馈方式")
	b.sees("问题种类", "怎么反馈", "今年用到", "已由上级部门收回", "31", "主责下移、超出配合范围", "答复期限", "5 个工作日", "10 个工作日", "称呼")
	b.lacks("本单位导入的负面清单")
	b.key(fyne.KeyLeft)
	if w := b.office.set.Way("TAKEN_BACK"); w != ledger.WayTalk {
		t.Errorf("the way is %s: %v", w, b.office.set.Ways)
	}
	for _, f := range b.fieldsNow() {
		if f.entry.PlaceHolder == "县融媒体中心→贵中心" {
			f.entry.OnLeave("县融媒体中心->贵中心；县气象台→贵台")
		}
	}
	if g := b.office.set.Greetings; g["县融媒体中心"] != "贵中心" || g["县气象台"] != "贵台" {
		t.Errorf("greetings %v", g)
	}
}
