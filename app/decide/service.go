package decide

import (
	"context"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

var errUnbuilt = app.Errorf(app.CodeInternal, "此版本尚不能这样做。")

// Stricter tells whether a decision asks more of the other side than the advice and therefore needs one sentence.
func Stricter(advised, chosen app.Verdict) bool { return false }

// Decide records decisions on demands of one notice in one operation.
func (s *Service) Decide(ctx context.Context, notice string, choices []Choice) (ledger.Notice, error) {
	return ledger.Notice{}, errUnbuilt
}

// Preview sets the paper as 送审稿: without number and date, marked. It changes nothing.
func (s *Service) Preview(ctx context.Context, r Request) (Preview, error) {
	return Preview{}, errUnbuilt
}

// Draft is the PDF of the 送审稿, for printing. It changes nothing.
func (s *Service) Draft(ctx context.Context, r Request) (Printed, error) {
	return Printed{}, errUnbuilt
}

// Issue writes the proposal, the number and the PDF in one transaction (确定并出文), then a copy into r.Folder. Printing
// is the caller's.
func (s *Service) Issue(ctx context.Context, r Request) (Issued, error) { return Issued{}, errUnbuilt }

// PDF gives an issued paper's bytes.
func (s *Service) PDF(ctx context.Context, paperID string) ([]byte, error) { return nil, errUnbuilt }

// Export writes a copy of an issued paper's PDF into a folder and gives its path.
func (s *Service) Export(ctx context.Context, paperID, folder string) (string, error) {
	return "", errUnbuilt
}

// RecordApproval registers a signature given on paper (登记审定): who signed, on which day. Photo may be nil.
func (s *Service) RecordApproval(ctx context.Context, paperID, by string, on app.Date, photo *ledger.File) (ledger.Paper, error) {
	return ledger.Paper{}, errUnbuilt
}

// RecordDelivery registers that a paper has left the house (登记送达) and starts the reply clock.
func (s *Service) RecordDelivery(ctx context.Context, paperID string, on app.Date, to string) (ledger.Paper, error) {
	return ledger.Paper{}, errUnbuilt
}

// RecordReply registers what came back, demand by demand (登记答复). A reply already registered is put right (更正).
func (s *Service) RecordReply(ctx context.Context, paperID string, on app.Date, replies []ReplyEntry) (ledger.Notice, error) {
	return ledger.Notice{}, errUnbuilt
}

// Talk registers a contact about demands of one notice (先沟通) and, once known, how it ended.
func (s *Service) Talk(ctx context.Context, notice string, demands []string, t ledger.Talk) (ledger.Notice, error) {
	return ledger.Notice{}, errUnbuilt
}

// Transfer hands demands on to another body (转办).
func (s *Service) Transfer(ctx context.Context, notice string, demands []string, to, reason string) (ledger.Notice, error) {
	return ledger.Notice{}, errUnbuilt
}

// Done closes demands (办结).
func (s *Service) Done(ctx context.Context, notice string, demands []string, reason string) (ledger.Notice, error) {
	return ledger.Notice{}, errUnbuilt
}

// Reopen opens closed demands again; they go back to where they stood before.
func (s *Service) Reopen(ctx context.Context, notice string, demands []string, reason string) (ledger.Notice, error) {
	return ledger.Notice{}, errUnbuilt
}

// VoidPaper voids a paper with a reason (作废). Its number is not given again; its demands go back to where they stood.
func (s *Service) VoidPaper(ctx context.Context, paperID, reason string) (ledger.Paper, error) {
	return ledger.Paper{}, errUnbuilt
}

// VoidNotice takes a registration back with a reason (撤销登记). Its number is not given again. Papers not yet delivered
// are voided with it; after a delivery it is refused.
func (s *Service) VoidNotice(ctx context.Context, notice, reason string) (ledger.Notice, error) {
	return ledger.Notice{}, errUnbuilt
}

// Undo takes back the last operation on a notice by counter-events, and names what was taken back.
func (s *Service) Undo(ctx context.Context, notice string) (what string, n ledger.Notice, err error) {
	return "", ledger.Notice{}, errUnbuilt
}
