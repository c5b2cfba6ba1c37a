package ledger

import (
	"context"
	"strings"
	"unicode"

	"yidanqing/app"
)

// AppendDemand adds a demand to a notice, with the advice on it.
func AppendDemand(ctx context.Context, b Book, notice string, no int, advice app.Demand) error {
	subject := Subject{Kind: SubjectDemand, ID: b.NewID()}
	p := DemandPayload{Notice: notice, No: no, Kind: advice.Kind, Info: advice.Verdict == app.VerdictInfo}
	if _, err := b.Append(ctx, subject, DemandReceived, p); err != nil {
		return err
	}
	_, err := b.Append(ctx, subject, DemandContent, advice)
	return err
}

// Supersede lets a 更正件 take the place of an earlier notice. What the earlier one asked and is still open is voided:
// the correction asks it anew. What has been answered by a paper stays, and so does what is finished or handed on.
func Supersede(ctx context.Context, b Book, earlier string, by Notice) error {
	old, err := b.Notice(ctx, earlier)
	if err != nil {
		return err
	}
	if _, err := b.Append(ctx, Subject{Kind: SubjectNotice, ID: earlier}, NoticeSuperseded, SupersededPayload{By: by.ID}); err != nil {
		return err
	}
	for _, d := range old.Demands {
		switch d.State {
		case StatePending, StateInfo, StateDoing, StateCooperating, StateTalking:
		default:
			continue
		}
		if d.Paper != nil { // its paper was voided after another had left the house
			continue
		}
		if _, err := b.Append(ctx, Subject{Kind: SubjectDemand, ID: d.ID}, DemandVoided, ReasonPayload{Reason: by.supersedes()}); err != nil {
			return err
		}
	}
	return nil
}

// supersedes is the reason for which demands of the earlier notice are voided.
func (n Notice) supersedes() string { return "被更正件替代，见" + n.Number() }

// Restore brings the earlier notice back whose place a 更正件 took, when the 更正件 is voided. A void demand stays void;
// what was voided for the correction is asked again under its number, to be decided anew.
func Restore(ctx context.Context, b Book, correction Notice) error {
	if correction.Supersedes == "" {
		return nil
	}
	old, err := b.Notice(ctx, correction.Supersedes)
	if err != nil || old.SupersededBy != correction.ID || old.Void {
		return err
	}
	if _, err := b.Append(ctx, Subject{Kind: SubjectNotice, ID: old.ID}, NoticeSuperseded, SupersededPayload{}); err != nil {
		return err
	}
	if old.Erased != nil {
		return nil
	}
	for _, d := range old.Demands {
		if d.State != StateVoid || d.Reason != correction.supersedes() {
			continue
		}
		if err := AppendDemand(ctx, b, old.ID, d.No, d.Advice); err != nil {
			return err
		}
	}
	return nil
}

// OwnNumber tells whether a document number names its issuer (清建函〔2026〕116号) and so belongs to one document only;
// 〔2026〕9号 may be anybody's.
func OwnNumber(docNo string) bool {
	at := strings.IndexAny(docNo, "〔[（(【")
	if at <= 0 {
		return false
	}
	for _, r := range docNo[:at] {
		if unicode.Is(unicode.Han, r) {
			return true
		}
	}
	return false
}
