package window_test

import (
	"strings"
	"testing"

	"yidanqing/app"
)

// certificates is a message that was copied out of a chat.
func certificates() sample {
	text := "柳河镇民政办 陈立 16:05\n@所有人 请各村给每户低保申请人开婚姻状况证明、健在证明，盖村委会公章，明天下班前交镇民政办。收到请回复。"
	p := places{[]rune(text)}
	d := app.Demand{Start: p.of("请各村")[0].Start, End: p.of("交镇民政办。")[0].End, Kind: app.KindCertificate, Verdict: app.VerdictRefuse, Confidence: 0.95, Gist: "给低保申请人开证明",
		Findings: []app.Finding{finding("CERTIFICATE", "要求出具不应由基层出具的证明", "民发〔2020〕20号", app.SeverityBlock, app.RoleSubject, p.of("婚姻状况证明", "健在证明"))}}
	return finish(text, app.Check{Kind: app.KindCertificate, Verdict: app.VerdictRefuse, Confidence: 0.95, Demands: []app.Demand{d},
		Fields: app.Fields{Issuer: "镇民政办", Contact: "陈立", DocDate: "2026-11-24"}, Reasons: []string{"这两项证明不该由村里开。"}})
}

// TestAVillageSeesAMessageAsItCame: writer and hour stand over the words, which keep their own ground; and what the
// village can do stands beside what it passes on.
func TestAVillageSeesAMessageAsItCame(t *testing.T) {
	f := newFakeOffice()
	f.set.Office, f.list = app.OfficeNamed(app.Village, "清河县柳河镇东湾村村民委员会"), nil
	f.checks[firstLine(certificates().text)] = certificates().check
	b := openWindow(t, f, 1366, 696)
	b.paste(certificates().text)
	b.sees("来件原文", "建议：向镇反映", "柳河镇民政办 陈立 16:05", "我村能做的", "报申请人名单；陪同入户、如实说明；按规定公示。", "生成反映单")
	b.lacks("来文", "拒接")
	head, words := b.placeOf("柳河镇民政办 陈立 16:05"), b.placeOf("@所有人")
	if words.x <= head.x || words.y <= head.bottom() {
		t.Errorf("the words at %v do not stand under the writer at %v, on their own ground", words, head)
	}
	b = openWindow(t, newFakeOffice(), 1366, 696)
	b.paste(refusal().text)
	b.sees("来文原文")
	b.lacks("能做的")
}

// placeOf is where the last text that contains words stands.
func (b *bench) placeOf(words string) box {
	b.t.Helper()
	all := b.texts()
	for i := len(all) - 1; i >= 0; i-- {
		if strings.Contains(all[i].text, words) {
			return all[i].at
		}
	}
	b.t.Fatalf("no text %q in %s", words, b.says())
	return box{}
}
