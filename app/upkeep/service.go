package upkeep

import (
	"context"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

var errUnbuilt = app.Errorf(app.CodeInternal, "此版本尚不能这样做。")

// Settings gives the office's settings; before the first run Office.Name is empty.
func (s *Service) Settings(ctx context.Context) (ledger.Settings, error) {
	return ledger.Settings{}, errUnbuilt
}

// SaveSettings checks and keeps the office's settings; unchanged ones write nothing.
func (s *Service) SaveSettings(ctx context.Context, v ledger.Settings) error { return errUnbuilt }

// Preference is a setting of this machine (text size, printer, folders), empty if never set.
func (s *Service) Preference(ctx context.Context, key string) (string, error) { return "", errUnbuilt }

// SetPreference keeps a setting of this machine.
func (s *Service) SetPreference(ctx context.Context, key, value string) error { return errUnbuilt }

// Lists gives all versions of the duty list, the newest first.
func (s *Service) Lists(ctx context.Context) ([]ledger.List, error) { return nil, errUnbuilt }

// ListOn gives the version in force on a day, nil if there is none.
func (s *Service) ListOn(ctx context.Context, d app.Date) (*ledger.List, error) {
	return nil, errUnbuilt
}

// ImportList keeps a version of the duty list. CodeConflict if the same content is there already, CodeInvalid if it
// holds no entry. Earlier versions stay.
func (s *Service) ImportList(ctx context.Context, l app.DutyList) (ledger.List, error) {
	return ledger.List{}, errUnbuilt
}

// WithdrawList takes a version out of use that was imported by mistake. It stays in the ledger.
func (s *Service) WithdrawList(ctx context.Context, id, reason string) error { return errUnbuilt }

// Registers gives all registers, the newest of each kind first.
func (s *Service) Registers(ctx context.Context) ([]ledger.Register, error) { return nil, errUnbuilt }

// RegistersOn gives of each kind the newest register in force on a day.
func (s *Service) RegistersOn(ctx context.Context, d app.Date) ([]app.Register, error) {
	return nil, errUnbuilt
}

// ImportRegister keeps a register; the newest of a kind that is in force on the day received is used.
func (s *Service) ImportRegister(ctx context.Context, r app.Register) (ledger.Register, error) {
	return ledger.Register{}, errUnbuilt
}

// Backup makes a dated, verified copy now. Folder empty: beside the data.
func (s *Service) Backup(ctx context.Context, folder string) (Backup, error) {
	return Backup{}, errUnbuilt
}

// BackupIfChanged makes a copy if something was written since the last one; for the end of the program.
func (s *Service) BackupIfChanged(ctx context.Context) (b Backup, made bool, err error) {
	return Backup{}, false, errUnbuilt
}

// Backups gives the copies beside the data, the newest first.
func (s *Service) Backups(ctx context.Context) ([]Backup, error) { return nil, errUnbuilt }

// Restore puts a copy in place of the data. The copy is verified first, the data that was there is moved aside, and the
// ledger goes on under a new origin.
func (s *Service) Restore(ctx context.Context, file string) (Restored, error) {
	return Restored{}, errUnbuilt
}

// Verify checks every event, payload and file. It changes nothing.
func (s *Service) Verify(ctx context.Context, p Progress) (Verification, error) {
	return Verification{}, errUnbuilt
}

// Repair derives all records from the events anew.
func (s *Service) Repair(ctx context.Context, p Progress) (Repaired, error) {
	return Repaired{}, errUnbuilt
}

// Erase removes the words and files of a notice, its demands and papers for good. Numbers, days and decisions stay, and
// so does the fact of the erasure.
func (s *Service) Erase(ctx context.Context, notice, reason string) (Erased, error) {
	return Erased{}, errUnbuilt
}
