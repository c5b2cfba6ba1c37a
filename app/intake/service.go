package intake

import (
	"context"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

var errUnbuilt = app.Errorf(app.CodeInternal, "此版本尚不能这样做。")

// Read takes a document in: CodeSecret if it carries a secrecy mark (nothing of it is kept), CodeInvalid if there is
// no text to read, CodeLimit if it is too long. It writes nothing.
func (s *Service) Read(ctx context.Context, doc app.Document, o Options) (Draft, error) {
	return Draft{}, errUnbuilt
}

// SetReceived takes the clerk's answer to 哪天收到 and checks again from that day.
func (s *Service) SetReceived(ctx context.Context, d Draft, r ledger.Received) (Draft, error) {
	return Draft{}, errUnbuilt
}

// CorrectField puts one field right (issuer, doc_no, title, doc_date, deadline, contact, phone, meeting_time, place)
// and checks again. An empty value takes the correction back.
func (s *Service) CorrectField(ctx context.Context, d Draft, name, value string) (Draft, error) {
	return Draft{}, errUnbuilt
}

// Register gives the notice its number and writes it with its demands. CodeConflict if the same words are registered
// already. The draft is erased.
func (s *Service) Register(ctx context.Context, d Draft) (ledger.Notice, error) {
	return ledger.Notice{}, errUnbuilt
}

// Keep saves the draft so that it survives a crash. A text with a secrecy mark is never saved.
func (s *Service) Keep(ctx context.Context, d Draft) error { return errUnbuilt }

// Kept gives the draft saved before a crash; ok is false if there is none.
func (s *Service) Kept(ctx context.Context) (d Draft, ok bool, err error) {
	return Draft{}, false, errUnbuilt
}

// Discard erases the saved draft.
func (s *Service) Discard(ctx context.Context) error { return errUnbuilt }

// ReceivedOn registers when a notice already in the ledger came in. Its check is not repeated: see Recheck.
func (s *Service) ReceivedOn(ctx context.Context, notice string, r ledger.Received) (ledger.Notice, error) {
	return ledger.Notice{}, errUnbuilt
}

// Recheck compares a registered notice again, with the lists and rules of the day received; fixed fields are put
// right first. CodeConflict if one of its demands is decided already.
func (s *Service) Recheck(ctx context.Context, notice string, fixed map[string]string) (ledger.Notice, error) {
	return ledger.Notice{}, errUnbuilt
}
