package inquire_test

import (
	"context"
	"testing"

	"yidanqing/app/inquire"
	"yidanqing/app/ledger"
)

// numbered is a ledger with some papers.
type numbered struct {
	reader
	papers []ledger.Paper
}

func (n numbered) PapersNumbered(_ context.Context, number string) (out []ledger.Paper, _ error) {
	for _, p := range n.papers {
		if p.Number == number {
			out = append(out, p)
		}
	}
	return out, nil
}

// TestTheLedgerIsAskedAboutAFile: the number and the digest must be those of a paper that it has issued.
func TestTheLedgerIsAskedAboutAFile(t *testing.T) {
	s := &inquire.Service{Reader: numbered{papers: []ledger.Paper{{Number: "柳反馈〔2026〕1号", Digest: "甲"}, {Number: "柳反馈〔2026〕2号", Digest: "乙", Void: true}, {Number: "柳反馈〔2026〕3号"}}}}
	for name, c := range map[string]struct {
		proof inquire.Proof
		want  inquire.Standing
		in    bool
	}{
		"issued":         {inquire.Proof{Ours: true, Consistent: true, Number: "柳反馈〔2026〕1号", Digest: "甲"}, inquire.StandingSame, true},
		"changed since":  {inquire.Proof{Ours: true, Number: "柳反馈〔2026〕1号", Digest: "甲"}, inquire.StandingChanged, false},
		"void":           {inquire.Proof{Ours: true, Consistent: true, Number: "柳反馈〔2026〕2号", Digest: "乙"}, inquire.StandingVoid, true},
		"other contents": {inquire.Proof{Ours: true, Consistent: true, Number: "柳反馈〔2026〕1号", Digest: "丙"}, inquire.StandingOther, false},
		"erased":         {inquire.Proof{Ours: true, Consistent: true, Number: "柳反馈〔2026〕3号"}, inquire.StandingOther, false},
		"unknown number": {inquire.Proof{Ours: true, Consistent: true, Number: "柳反馈〔2026〕99号", Digest: "甲"}, inquire.StandingUnknown, false},
		"draft":          {inquire.Proof{Ours: true, Consistent: true, Digest: "甲"}, inquire.StandingDraft, false},
	} {
		got, err := s.Prove(t.Context(), c.proof)
		if err != nil || got.Standing != c.want || got.InLedger == nil || *got.InLedger != c.in || c.want.Words() == "" {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	if got, err := s.Prove(t.Context(), inquire.Proof{Message: "不是本软件出具的文书。"}); err != nil || got.InLedger != nil || got.Standing != "" {
		t.Errorf("foreign: %+v, %v", got, err)
	}
}
