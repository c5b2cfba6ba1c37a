package window_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app/paper"
)

// TestSupportIsAskedForFromTheNotice: 更多 → 请求支援, filled from the record, one press.
func TestSupportIsAskedForFromTheNotice(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.tap("更多")
	b.tap("请求支援")
	b.sees("处理与文书", "请求支援", "报到部门", "县水利局", "紧急程度", "应急", "到场地点", "已按记录填好，可改")
	b.lacks("意见（印在文书上）", "待签章")
	if f := b.faults(); len(f) > 0 {
		t.Errorf("%v", f)
	}
	b.press(fyne.KeyReturn)
	r := b.office.requests
	if len(r) != 1 || r[0].Kind != paper.KindSupport || r[0].Evidence || r[0].Support == nil || !slices.Equal(r[0].Support.Bodies, []string{"县水利局"}) ||
		r[0].Support.Urgency != paper.UrgencyUsual || r[0].Support.Place != "柳河镇" {
		t.Errorf("issued %+v", r)
	}
}

// TestALetterTakesItsNumberFromTheBook: the kind is chosen on the page, the number typed.
func TestALetterTakesItsNumberFromTheBook(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.tap("更多")
	b.tap("生成反馈函")
	b.sees("意见（印在文书上）", "文号", "按发文簿填写，如 柳政函〔2026〕12号")
	b.press(fyne.KeyReturn)
	b.toasted("请先填写文号")
	if len(b.office.requests) != 0 {
		t.Error("issued without a number")
	}
	b.typeText("柳政函〔2026〕12号")
	b.press(fyne.KeyReturn)
	if r := b.office.requests; len(r) != 1 || r[0].Kind != paper.KindLetter || r[0].Number != "柳政函〔2026〕12号" {
		t.Errorf("issued %+v", r)
	}
}

// TestWordCopies: of the draft beside the preview, of an issued paper in the ledger, of the monthly report from the menu.
func TestWordCopies(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.tap("另存")
	b.tap("可编辑副本 Word…")
	b.called("draft twin n640")
	b.toasted("不作凭据")
	b.press(fyne.KeyReturn)
	b.tap("更多")
	b.tap("另存为 Word…")
	b.called("twin p17")
}

// TestTheTelephoneIsAskedOnce: in its place, with nothing held up, and not again.
func TestTheTelephoneIsAskedOnce(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.sees("文书上的联系电话还没有填，只问这一次", "确定并出文")
	b.tap("联系电话，如")
	b.typeText("662 5201")
	b.tap("记下")
	if got := b.office.set.Office; got.Phone != "662 5201" || got.Clerk != "李敏" {
		t.Errorf("kept %+v", got)
	}
	b.lacks("只问这一次")

	b = opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.tap("不填")
	b.lacks("只问这一次")
	if b.office.set.Office.Phone != "" || b.office.prefs["paper.contact_asked"] == "" {
		t.Errorf("kept %+v, %v", b.office.set.Office, b.office.prefs)
	}
}

// TestALetterSaysWhoGetsACopy: filled in from the settings, changed on the page, and what was typed goes onto the paper.
func TestALetterSaysWhoGetsACopy(t *testing.T) {
	for typed, setting := range map[string]string{"": "县减负办", "县纪委监委": ""} {
		b := opened(t)
		b.office.set.Copies = setting
		b.paste(refusal().text)
		b.tap("更多")
		b.tap("生成反馈函")
		b.sees("抄送", setting)
		b.tap("按发文簿填写，如")
		b.typeText("柳政函〔2026〕12号")
		if typed != "" {
			b.tap("不抄送的留空，几个单位用顿号隔开")
			b.typeText(typed)
		}
		if typed != "" {
			b.tap("加盖印章")
			b.tap("存档联")
		}
		b.press(fyne.KeyReturn)
		r := b.office.requests
		if len(r) != 1 || r[0].Unsealed != (typed != "") || r[0].Archive != (typed != "") || (r[0].Copies != nil) != (typed != "") || typed != "" && *r[0].Copies != typed {
			t.Errorf("typed %q: issued %+v", typed, r)
		}
	}
}

// TestWhatStandsInAnotherShapeIsSaid: beside the preview before anything is printed or saved, and again when it is.
func TestWhatStandsInAnotherShapeIsSaid(t *testing.T) {
	const note = "𪚥 用本机字体SimSun-ExtB印出；U+1F64F 本机没有字形，印作带编码的方框，文字仍是原字"
	b := opened(t)
	b.office.rare = []paper.Replaced{{Rune: '𪚥', Font: "SimSun-ExtB", Count: 1}, {Rune: '🙏', Count: 2}}
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.sees(note)
	b.tap("另存")
	b.tap("送审稿 PDF…")
	b.toasted(note)
	b.toasted("已另存送审稿")

	b = ledgerOfThree(t)
	b.office.rare = []paper.Replaced{{Rune: '🙏', Count: 2}}
	b.tapBefore("号", 40)
	b.press(fyne.KeyB)
	b.press(fyne.KeyReturn)
	b.sees("已生成送审稿 2 份", "2 份里有换了字形的字：U+1F64F 本机没有字形，印作带编码的方框")
}

// TestALongOpinionSaysThatItGoesOn: on the second page of the form, before anything is printed.
func TestALongOpinionSaysThatItGoesOn(t *testing.T) {
	b := opened(t)
	b.paste(refusal().text)
	b.press(fyne.KeyG)
	b.tap("第1项建议由贵局依法组织实施；第3、4项建议取消；第2项")
	b.typeText("第1项建议由贵局依法组织实施；")
	b.later()
	b.lacks("将续到")
	b.typeText(strings.Repeat("我镇做好线索发现和报告。", 6))
	b.later()
	b.sees("意见较长，将续到第 2 页", "共 3 页")
}
