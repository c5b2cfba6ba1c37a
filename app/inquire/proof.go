package inquire

import (
	"context"

	"yidanqing/app/ledger"
)

// Proof is what can be told of a paper's file (核验): by itself, and where the ledger is asked, by what it holds. It claims no more.
type Proof struct {
	Consistent  bool     `json:"consistent"` // 自洽: text, digests of the pages and attachment agree
	Ours        bool     `json:"ours"`       // issued by this program
	Message     string   `json:"message"`
	Differences []string `json:"differences,omitempty"`
	Number      string   `json:"number,omitempty"`
	Title       string   `json:"title,omitempty"`
	Digest      string   `json:"record_digest,omitempty"`
	InLedger    *bool    `json:"in_ledger,omitempty"` // 与台账一致; absent where no ledger was at hand
	Standing    Standing `json:"standing,omitempty"`
}

// Standing is how the ledger has the paper of a file.
type Standing string

const (
	StandingSame    Standing = "same"    // 与台账一致
	StandingVoid    Standing = "void"    // the same, and voided since
	StandingOther   Standing = "other"   // the number belongs to another paper
	StandingChanged Standing = "changed" // the ledger has the paper; this file of it was changed
	StandingUnknown Standing = "unknown" // no paper has this number
	StandingDraft   Standing = "draft"   // a 送审稿 has no number
)

// Words say so.
func (s Standing) Words() string {
	switch s {
	case StandingSame:
		return "与台账一致。"
	case StandingVoid:
		return "与台账一致，但这份文书在台账中已作废。"
	case StandingOther:
		return "与台账不一致：台账中这个编号的文书不是这一份。"
	case StandingChanged:
		return "与台账不一致：台账中有这份文书，这个文件是改动过的。请以台账里存的 PDF 为准。"
	case StandingUnknown:
		return "台账中没有与它一致的文书。"
	case StandingDraft:
		return "送审稿没有编号，台账中不留，不能与台账核对。"
	}
	return ""
}

// ProofLimits is what checking a file does not prove.
const ProofLimits = "核验只说明文件出具后没有改动、与本机台账相符，不证明签字和印章的真假，也不证明内容是否正确；打印件、扫描件要与出文单位核对。"

// Prove asks the ledger about a file that is ours: whether it has issued exactly this paper.
func (s *Service) Prove(ctx context.Context, p Proof) (Proof, error) {
	if !p.Ours {
		return p, nil
	}
	p.Standing = StandingDraft
	if p.Number != "" {
		papers, err := s.Reader.PapersNumbered(ctx, p.Number)
		if err != nil {
			return p, err
		}
		p.Standing = standing(papers, p)
	}
	same := p.Standing == StandingSame || p.Standing == StandingVoid
	if same && !p.Consistent {
		same, p.Standing = false, StandingChanged
	}
	p.InLedger = &same
	return p, nil
}

func standing(papers []ledger.Paper, p Proof) Standing {
	for _, x := range papers {
		switch {
		case x.Digest == "" || x.Digest != p.Digest:
		case x.Void:
			return StandingVoid
		default:
			return StandingSame
		}
	}
	if len(papers) > 0 {
		return StandingOther
	}
	return StandingUnknown
}
