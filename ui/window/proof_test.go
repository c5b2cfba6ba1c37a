package window_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"yidanqing/app"
	"yidanqing/app/inquire"
)

// TestAPaperIsProvedInTheWindow: what was found, how the ledger has it, and what that does not prove.
func TestAPaperIsProvedInTheWindow(t *testing.T) {
	for name, c := range map[string]struct {
		proof    inquire.Proof
		standing inquire.Standing
		sees     []string
		lacks    string
	}{
		"as issued": {inquire.Proof{Ours: true, Consistent: true, Message: "自洽：正文、页面校验与附件一致。", Number: "柳反馈〔2026〕17号", Title: "事项拒接反馈单"}, inquire.StandingSame,
			[]string{"事项拒接反馈单　柳反馈〔2026〕17号", "自洽：正文、页面校验与附件一致。", "与台账一致。", "不证明签字和印章的真假，也不证明内容是否正确"}, "已作废"},
		"void": {inquire.Proof{Ours: true, Consistent: true, Message: "自洽", Number: "柳反馈〔2026〕17号"}, inquire.StandingVoid, []string{"在台账中已作废"}, "不一致"},
		"changed": {inquire.Proof{Ours: true, Message: "与出具时不一致：文件内容在出具后改动过。", Number: "柳反馈〔2026〕17号"}, inquire.StandingOther,
			[]string{"与出具时不一致：文件内容在出具后改动过。", "台账中这个编号的文书不是这一份"}, "自洽"},
		"foreign": {inquire.Proof{Message: "不是本软件出具的文书。"}, "", []string{"不是本软件出具的文书。"}, "印章的真假"},
	} {
		t.Run(name, func(t *testing.T) {
			b := opened(t)
			b.office.proof, b.office.standing = c.proof, c.standing
			b.system.choose = []string{"/优盘/文书.pdf"}
			b.menuItem("核验文书…")
			b.called("check paper /优盘/文书.pdf")
			b.sees(append(c.sees, "核验文书", "文书.pdf", "再核验一份…")...)
			b.lacks(c.lacks)
			b.key(fyne.KeyEscape)
			b.lacks("再核验一份…")
		})
	}
	b := opened(t)
	b.office.proofErr = app.Errorf(app.CodeInvalid, "文件是空的。请换一个文件。")
	b.system.choose = []string{"/优盘/文书.pdf"}
	b.menuItem("核验文书…")
	b.sees("没有核验", "文件是空的。")
}
