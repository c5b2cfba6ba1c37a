package upkeep

import (
	"context"
	"strings"
	"time"

	"yidanqing/app"
	"yidanqing/app/ledger"
)

// Backup makes a dated, verified copy now. Folder empty: beside the data.
func (s *Service) Backup(ctx context.Context, folder string) (Backup, error) {
	return s.Vault.Backup(ctx, folder)
}

// BackupFolder is the preference that names the folder for further copies (优盘, 移动硬盘); empty: none.
const BackupFolder = "backup_folder"

// BackupIfChanged makes a copy if something was written since the last one; for the end of the program. Where the folder
// for further copies is there, it gets one too; a stick that is not plugged in is no fault.
func (s *Service) BackupIfChanged(ctx context.Context) (b Backup, made bool, err error) {
	changed, err := s.Vault.Changed(ctx)
	if err != nil || !changed {
		return Backup{}, false, err
	}
	if b, err = s.Vault.Backup(ctx, ""); err != nil {
		return Backup{}, false, err
	}
	folder, err := s.Reader.Preference(ctx, BackupFolder)
	if err != nil || folder == "" || !s.Vault.Present(folder) {
		return b, true, err
	}
	if _, err := s.Vault.Backup(ctx, folder); err != nil {
		return b, true, app.WrapError(app.ErrorCode(err), err, "本机已备份，但“%s”没有备份成：%s", folder, app.ErrorMessage(err))
	}
	return b, true, nil
}

// Saved is when the ledger was last written, UTC; zero for an empty one.
func (s *Service) Saved(ctx context.Context) (time.Time, error) { return s.Reader.LastWrite(ctx) }

// Backups gives the copies beside the data, the newest first.
func (s *Service) Backups(ctx context.Context) ([]Backup, error) { return s.Vault.Backups(ctx) }

// Restore puts a copy in place of the data. The copy is verified first, the data that was there is moved aside, and the
// ledger goes on under a new origin.
func (s *Service) Restore(ctx context.Context, file string) (Restored, error) {
	return s.Vault.Restore(ctx, file)
}

// MoveOut copies the data into a new folder within folder, checks the copy, and locks this ledger: from then on it can be
// read only. What goes wrong leaves everything as it was.
func (s *Service) MoveOut(ctx context.Context, folder string) (Moved, error) {
	return s.Vault.MoveOut(ctx, folder)
}

// MovedOut says whether the data of this PC was moved away, when and where to.
func (s *Service) MovedOut(ctx context.Context) (m Moved, moved bool, err error) {
	return s.Vault.MovedOut(ctx)
}

// UndoMove unlocks this ledger, where the move came to nothing. Whoever does so has made sure that the copy is not in use:
// two ledgers would give the same numbers.
func (s *Service) UndoMove(ctx context.Context) error { return s.Vault.UndoMove(ctx) }

// MoveIn takes over, on a PC without a ledger, what another PC moved out. The ledger goes on under a new origin that names
// the other PC's head.
func (s *Service) MoveIn(ctx context.Context, folder string) (Restored, error) {
	return s.Vault.MoveIn(ctx, folder)
}

// Verify checks every event, payload and file. It changes nothing.
func (s *Service) Verify(ctx context.Context, p Progress) (Verification, error) {
	return s.Vault.Verify(ctx, p)
}

// Repair derives all records from the events anew.
func (s *Service) Repair(ctx context.Context, p Progress) (Repaired, error) {
	return s.Vault.Repair(ctx, p)
}

// Erase removes the words and files of a notice, its demands and papers for good. Numbers, days and decisions stay, and
// so does the fact of the erasure. Backups that still hold the words are named: they are the office's to remove.
func (s *Service) Erase(ctx context.Context, notice, reason string) (Erased, error) {
	if reason = strings.TrimSpace(reason); reason == "" {
		return Erased{}, app.Errorf(app.CodeInvalid, "删除内容请写一句理由。删除后不能找回，编号和经过仍保留。")
	}
	var p ledger.ErasedPayload
	err := s.Writer.Write(ctx, func(b ledger.Book) error {
		n, err := b.Notice(ctx, notice)
		if err != nil {
			return err
		}
		if n.Erased != nil {
			return app.Errorf(app.CodeConflict, "%s的内容已经删除。", n.Number())
		}
		if p, err = b.Erase(ctx, notice); err != nil {
			return err
		}
		p.Reason = reason
		_, err = b.Append(ctx, ledger.Subject{Kind: ledger.SubjectNotice, ID: notice}, ledger.NoticeErased, p)
		return err
	})
	if err != nil {
		return Erased{}, err
	}
	out := Erased{Payloads: len(p.Events), Files: len(p.Blobs)}
	if err := s.Vault.Purge(ctx, p.Blobs); err != nil {
		return out, app.WrapError(app.ErrorCode(err), err, "内容已从台账删除，但文件没有删净：%s 重新打开程序时会再删一次。", app.ErrorMessage(err))
	}
	out.Backups, err = s.Vault.Holding(ctx, notice)
	return out, err
}
